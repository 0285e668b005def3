"""The desk comes and goes with its session; who leaves with unsent work is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command
from tests.journeys.workbench import DESK, Workbench
from tests.support.widgets import child
from tests.ui.shell.windows import page, sign_in
from ui.desk.desk import Desk
from ui.shell.leaving import LeavingPage
from ui.shell.window import MainWindow


def test_taking_the_card_out_takes_the_desk_away(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    sign_in(bench, window, qtbot)
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: page(window) == "signIn")
    assert window.desk() is None
    qtbot.waitUntil(lambda: window.findChild(Desk) is None)
    assert child(window, QPushButton, "topBar.person").isHidden()


def test_unsent_work_is_asked_about_before_a_sign_out(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    report = bench.city.put()
    sign_in(bench, window, qtbot)
    session = bench.core.session
    assert session is not None
    bench.synced(session)
    bench.gate.refuse()
    session.triage.do(session.store.reports.get(report.id), Command.NOTE, payloads.Text("Đã gọi"))
    window.sign_out()
    assert (page(window), bench.core.session) == ("signOut", session)
    qtbot.keyClick(child(window, QPushButton, "signOut.back"), Qt.Key.Key_Escape)
    assert page(window) == "desk"
    window.sign_out()
    qtbot.mouseClick(child(window, QPushButton, "signOut.keep"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page(window) == "signIn")
    qtbot.waitUntil(lambda: window.findChild(LeavingPage) is None)
