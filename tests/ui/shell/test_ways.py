"""The ways to settings, doctor, one's card and the counter; while the clerk's reader is lent only intake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from cardio.cccd.provenance import Source
from cardio.simulator import VirtualPivCard
from cardio.simulator.emrtd import VirtualDocument
from desktop_app.news import LockReason
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.small_city import PIN
from tests.support.virtual_documents import document
from tests.support.widgets import child
from tests.ui.shell.windows import page, sign_in
from ui.counter.page import CounterPage
from ui.guide import Guide
from ui.shell.beside import Beside
from ui.shell.ways import Ways
from ui.shell.window import MainWindow
from ui.sign_in.page import SignInPage


def test_settings_and_back_by_key(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page(window) == "settings")
    qtbot.keyClick(window.findChild(QPushButton, "settings.back"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page(window) == "signIn")


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_F8, "doctor"), (Qt.Key.Key_F7, "myCard")])
def test_card_screens_and_back_by_key(window: MainWindow, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    window.activateWindow()
    qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: page(window) == name)
    qtbot.keyClick(window.findChild(QPushButton, f"{name}.back"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page(window) == "signIn")


def test_the_reader_in_the_strip_leads_to_the_doctor_and_from_there_to_its_use(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(child(window, QPushButton, "strip.reader"), Qt.MouseButton.LeftButton)
    assert page(window) == "doctor"
    qtbot.mouseClick(child(window, QPushButton, "doctor.readers"), Qt.MouseButton.LeftButton)
    assert page(window) == "settings"
    window.go_back()
    child(window, SignInPage).readers_asked.emit()
    assert page(window) == "doctor"


def test_the_counter_is_for_those_who_receive_citizens(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    assert child(window, QPushButton, "topBar.counter").isHidden()
    sign_in(bench, window, qtbot)
    assert child(window, QPushButton, "topBar.counter").isHidden()
    child(window, Ways).open_counter()
    assert page(window) == "desk", "a handler receives nobody"


def test_the_hotline_opens_the_counter_with_its_page_of_the_guide(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    bench.insert(bench.city.card("o-hotline"))
    bench.sign_in()
    qtbot.waitUntil(lambda: page(window) == "desk")
    qtbot.mouseClick(child(window, QPushButton, "topBar.counter"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page(window) == "counter")
    qtbot.waitUntil(child(window, QLabel, "strip.anchor").isVisible)
    child(window, Beside).open_guide()
    guide = child(window, Guide)
    assert child(guide, QTextBrowser).toPlainText().startswith("The counter")
    bench.core.lock(LockReason.PERSON)
    qtbot.waitUntil(lambda: page(window) == "signIn")


def at_the_counter(bench: Workbench, window: MainWindow, qtbot: QtBot) -> VirtualPivCard:
    """The hotline's officer at a counter with one reader of its own."""
    bench.core.change_settings(reader_roles={KIOSK: "attendance"})
    card = bench.insert(bench.city.card("o-hotline"))
    bench.sign_in()
    qtbot.waitUntil(lambda: page(window) == "desk")
    child(window, Ways).open_counter()
    qtbot.mouseClick(child(window, QPushButton, "counter.lend"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(child(window, QFrame, "counter.lending").isVisible)
    return card


def test_one_reader_for_two(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    card = at_the_counter(bench, window, qtbot)
    bench.readers.remove(DESK)
    bench.readers.insert(DESK, VirtualDocument(document()))
    counter = child(window, CounterPage)
    counter.scan("046199012345", Source.TYPED)
    qtbot.waitUntil(lambda: counter.view().concluded)
    assert bench.core.session is not None, "the clerk's card is out and nothing locked"
    ways = child(window, Ways)
    for way in (ways.open_settings, ways.open_readers, ways.open_my_card, ways.open_doctor, window.go_back):
        way()
        assert page(window) == "counter", "only intake works"
    bench.insert(card)
    pin = child(window, QLineEdit, "counter.lending.pin")
    qtbot.keyClicks(pin, "000000")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    hint = child(window, QLabel, "counter.lending.hint")
    qtbot.waitUntil(lambda: "Wrong PIN" in hint.text())
    assert page(window) == "counter"
    qtbot.keyClicks(pin, PIN)
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(child(window, QFrame, "counter.lending").isHidden)
    window.go_back()
    assert page(window) == "desk"
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: page(window) == "signIn")


def test_a_lock_ends_the_loan(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    at_the_counter(bench, window, qtbot)
    window.lock()
    qtbot.waitUntil(lambda: page(window) == "signIn")
    assert child(window, CounterPage).hand_over.reader is None
