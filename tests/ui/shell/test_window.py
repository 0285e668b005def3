"""The main window, over a real core, from enrolment to an open desk and back."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QFrame, QPushButton
from pytestqt.qtbot import QtBot

from cardio.simulator.emrtd import VirtualDocument
from desktop_app.core import Core
from desktop_app.domain.workflow import State
from desktop_app.news import LockReason
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support import file_dialogs
from tests.support.deadline import until
from tests.support.virtual_documents import document
from tests.support.widgets import child
from tests.ui.shell.windows import closed, opened, page, sign_in
from ui.bridge import Bridge
from ui.exports.exporting import Exporting
from ui.hotline.page import HotlinePage
from ui.settings.anchors import AnchorsSection
from ui.settings.tokens import TokensSection
from ui.shell.rooms import Rooms
from ui.shell.system_lock import SystemLock
from ui.shell.ways import Ways
from ui.shell.window import MainWindow
from ui.sign_in.page import SignInPage
from ui.tasks import Tasks


def test_enrolment_comes_first(core: Core, bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> None:
    window = opened(core, bridge, tasks)
    assert page(window) == "enrolment"
    closed(window, qtbot)


def test_signing_in_opens_the_desk_and_names_the_person(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    assert page(window) == "signIn"
    sign_in(bench, window, qtbot)
    assert bench.core.session is not None
    assert bench.core.session.person.name in child(window, QPushButton, "topBar.person").text()


@pytest.mark.parametrize("way", ["lock", "sign_out"])
def test_a_person_can_leave(window: MainWindow, bench: Workbench, qtbot: QtBot, way: str) -> None:
    sign_in(bench, window, qtbot)
    getattr(window, way)()
    qtbot.waitUntil(lambda: page(window) == "signIn")
    assert bench.core.session is None


def test_a_session_over_the_air_locks_after_five_idle_minutes(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    sign_in(bench, window, qtbot)
    assert window._idle_minutes() == 15
    assert bench.core.session is not None
    bench.core.session.contactless = True
    assert window._idle_minutes() == 5
    bench.core.change_settings(idle_minutes=2)
    assert window._idle_minutes() == 2


def test_idleness_locks(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    sign_in(bench, window, qtbot)
    window._idle.idle.emit()
    qtbot.waitUntil(lambda: page(window) == "signIn")
    assert child(window, SignInPage)._lock is LockReason.IDLE


def test_locking_the_computer_locks_the_desk(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    lock = child(window, SystemLock)
    lock.locked.emit()
    assert page(window) == "signIn", "nobody is signed in, and nothing happens"
    sign_in(bench, window, qtbot)
    lock.locked.emit()
    qtbot.waitUntil(lambda: page(window) == "signIn")
    assert bench.core.session is None
    assert child(window, SignInPage)._lock is LockReason.COMPUTER


def test_training_is_marked_by_a_ribbon(window: MainWindow) -> None:
    ribbon = next(f for f in window.findChildren(QFrame) if f.property("role") == "ribbon")
    assert not ribbon.isHidden(), "the small city is a sandbox"
    assert child(window, QPushButton, "topBar.training").isHidden()
    window.offer_training()
    assert not child(window, QPushButton, "topBar.training").isHidden()


def test_nothing_scrolls_sideways_on_a_common_screen(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    sign_in(bench, window, qtbot)
    assert window.minimumSizeHint().width() <= 800
    assert window.size().width() == 1366


def test_who_takes_calls_has_their_pages_and_a_lock_takes_them(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    report, rooms = bench.city.put(State.RECEIVED), child(window, Rooms)
    bench.insert(bench.city.card("o-hotline"))
    session = bench.synced(bench.sign_in())
    qtbot.waitUntil(lambda: page(window) == "desk", timeout=20_000)
    qtbot.waitUntil(lambda: session.store.reports.has(report.id), timeout=20_000)
    for way, name in (
        (rooms.open_hotline, "hotline"),
        (rooms.open_shift, "shift"),
        (rooms.open_notices, "notices"),
    ):
        way()
        assert page(window) == name
    rooms.open_hotline()
    child(window, HotlinePage).report_asked.emit(report.id)
    assert page(window) == "desk"
    bench.core.lock(LockReason.PERSON)
    qtbot.waitUntil(lambda: page(window) == "signIn", timeout=20_000)
    assert child(window, QPushButton, "topBar.hotline").isHidden()
    qtbot.waitUntil(lambda: not window.findChildren(HotlinePage), timeout=20_000)
    rooms.open_hotline()
    rooms.open_notices()
    assert page(window) == "signIn"


def test_a_citizens_card_neither_locks_nor_signs_in(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    citizen = VirtualDocument(document())
    bench.readers.insert(KIOSK, citizen)
    sign_in(bench, window, qtbot)
    before = bench.core.session
    bench.readers.remove(KIOSK)
    bench.readers.insert(KIOSK, citizen)
    until(lambda: bench.core.guard.at_rest, what="the guard at rest")
    assert bench.core.session is before
    assert citizen.pace_tries == 0, "nobody entered anything"
    assert page(window) == "desk"


@pytest.mark.parametrize("name", ["export.place", "settings.tokens.file", "settings.anchors.file"])
def test_a_card_pulled_while_a_file_is_asked_for_takes_the_question_along(
    window: MainWindow, bench: Workbench, qtbot: QtBot, name: str
) -> None:
    sign_in(bench, window, qtbot)
    if name == "export.place":
        child(window, Exporting).export_list()
    else:
        child(window, Ways).open_settings()
        tokens, anchors = child(window, TokensSection), child(window, AnchorsSection)
        (tokens if "tokens" in name else anchors).add()
    dialog = file_dialogs.asking(name)
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: page(window) == "signIn", timeout=20_000)
    assert file_dialogs.asked(name) is None
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
