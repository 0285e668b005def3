"""The ways between the pages, over a real core, from enrolment to an open desk and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QPushButton, QStackedWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from cardio.cccd.provenance import Source
from cardio.simulator import VirtualPivCard
from cardio.simulator.emrtd import VirtualDocument
from desktop_app.core import Core
from desktop_app.domain import payloads
from desktop_app.domain.workflow import Command, State
from desktop_app.news import LockReason
from tests.journeys.workbench import DESK, KIOSK, Workbench
from tests.support.deadline import until
from tests.support.small_city import PIN
from tests.support.virtual_documents import document
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.counter.page import CounterPage
from ui.hotline.page import HotlinePage
from ui.reports.desk import Desk
from ui.settings.preferences import Preferences
from ui.shell.guide import Guide
from ui.shell.leaving import LeavingPage
from ui.shell.rooms import Rooms
from ui.shell.window import MainWindow
from ui.sign_in.page import SignInPage
from ui.tasks import Tasks


def opened(core: Core, bridge: Bridge, tasks: Tasks) -> MainWindow:
    made = MainWindow(core, bridge, tasks, Preferences(core), Desk)
    made.resize(1366, 728)
    made.show()
    return made


def closed(window: MainWindow, qtbot: QtBot) -> None:
    """Close as the program does: the desk goes first, then the window."""
    window.sign_out()
    qtbot.waitUntil(lambda: window.findChild(Desk) is None)
    window.close()
    shiboken6.delete(window)


@pytest.fixture
def window(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> Iterator[MainWindow]:
    made = opened(bench.core, bench_bridge, tasks)
    yield made
    closed(made, qtbot)


def page(window: MainWindow) -> str:
    shown = child(window, QStackedWidget).currentWidget()
    assert shown
    return shown.objectName()


def sign_in(bench: Workbench, window: MainWindow, qtbot: QtBot) -> None:
    bench.insert(bench.city.card("o-handler"))
    bench.sign_in()
    qtbot.waitUntil(lambda: page(window) == "desk", timeout=10_000)


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


def test_taking_the_card_out_takes_the_desk_away(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    sign_in(bench, window, qtbot)
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: page(window) == "signIn", timeout=10_000)
    assert window.desk() is None
    qtbot.waitUntil(lambda: window.findChild(Desk) is None)
    assert child(window, QPushButton, "topBar.person").isHidden()


@pytest.mark.parametrize("way", ["lock", "sign_out"])
def test_a_person_can_leave(window: MainWindow, bench: Workbench, qtbot: QtBot, way: str) -> None:
    sign_in(bench, window, qtbot)
    getattr(window, way)()
    qtbot.waitUntil(lambda: page(window) == "signIn")
    assert bench.core.session is None


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


def test_training_is_marked_by_a_ribbon(window: MainWindow) -> None:
    ribbon = next(f for f in window.findChildren(QFrame) if f.property("role") == "ribbon")
    assert not ribbon.isHidden(), "the small city is a sandbox"
    assert child(window, QPushButton, "topBar.training").isHidden()
    window.offer_training()
    assert not child(window, QPushButton, "topBar.training").isHidden()


def test_what_waits_is_shown_in_its_window(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    sign_in(bench, window, qtbot)
    window.show_sync()
    shown = child(window, QPushButton, "connection.waiting")
    assert not shown.isHidden()
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    desk = window.desk()
    assert desk is not None
    assert desk._sync is not None


def test_nothing_scrolls_sideways_on_a_common_screen(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    sign_in(bench, window, qtbot)
    assert window.minimumSizeHint().width() <= 800
    assert window.size().width() == 1366


def test_the_guide_opens_once(window: MainWindow) -> None:
    window.open_guide()
    first = window._guide
    window.open_guide()
    assert window._guide is first
    assert first is not None
    first.close()


def test_the_palette_opens_by_key_and_does_what_is_meant(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    sign_in(bench, window, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = child(window, QLineEdit, "palette.field")
    qtbot.waitUntil(field.isVisible)
    qtbot.keyClicks(field, "settings")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page(window) == "settings"
    window.open_palette()
    qtbot.keyClicks(field, "guide keys")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window._guide is not None
    window._guide.close()


def test_without_a_person_the_palette_offers_no_lock(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette()
    model = child(window, QListView, "palette.list").model()
    lines = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert "Open the settings" in lines
    assert "Lock the desk" not in lines


def test_the_counter_is_for_those_who_receive_citizens(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    assert child(window, QPushButton, "topBar.counter").isHidden()
    sign_in(bench, window, qtbot)
    assert child(window, QPushButton, "topBar.counter").isHidden()
    window.open_counter()
    assert page(window) == "desk", "a handler receives nobody"


def test_the_hotline_opens_the_counter_with_its_page_of_the_guide(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    bench.insert(bench.city.card("o-hotline"))
    bench.sign_in()
    qtbot.waitUntil(lambda: page(window) == "desk", timeout=10_000)
    qtbot.mouseClick(child(window, QPushButton, "topBar.counter"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page(window) == "counter")
    qtbot.waitUntil(child(window, QLabel, "strip.anchor").isVisible, timeout=10_000)
    window.open_guide()
    guide = child(window, Guide)
    assert child(guide, QTextBrowser).toPlainText().startswith("The counter")
    bench.core.lock(LockReason.PERSON)
    qtbot.waitUntil(lambda: page(window) == "signIn", timeout=10_000)


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


def at_the_counter(bench: Workbench, window: MainWindow, qtbot: QtBot) -> VirtualPivCard:
    """The hotline's officer at a counter with one reader of its own."""
    bench.core.change_settings(reader_roles={KIOSK: "attendance"})
    card = bench.insert(bench.city.card("o-hotline"))
    bench.sign_in()
    qtbot.waitUntil(lambda: page(window) == "desk", timeout=10_000)
    window.open_counter()
    qtbot.mouseClick(child(window, QPushButton, "counter.lend"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(child(window, QFrame, "counter.lending").isVisible)
    return card


def test_one_reader_for_two(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    card = at_the_counter(bench, window, qtbot)
    bench.readers.remove(DESK)
    bench.readers.insert(DESK, VirtualDocument(document()))
    counter = child(window, CounterPage)
    counter.scan("046199012345", Source.TYPED)
    qtbot.waitUntil(lambda: counter.view().concluded, timeout=10_000)
    assert bench.core.session is not None, "the clerk's card is out and nothing locked"
    for way in (window.open_settings, window.open_my_card, window.open_doctor, window.go_back):
        way()
        assert page(window) == "counter", "only intake works"
    bench.insert(card)
    pin = child(window, QLineEdit, "counter.lending.pin")
    qtbot.keyClicks(pin, "000000")
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    hint = child(window, QLabel, "counter.lending.hint")
    qtbot.waitUntil(lambda: "Wrong PIN" in hint.text(), timeout=10_000)
    assert page(window) == "counter"
    qtbot.keyClicks(pin, PIN)
    qtbot.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(child(window, QFrame, "counter.lending").isHidden, timeout=10_000)
    window.go_back()
    assert page(window) == "desk"
    bench.readers.remove(DESK)
    qtbot.waitUntil(lambda: page(window) == "signIn", timeout=10_000)


def test_a_lock_ends_the_loan(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    at_the_counter(bench, window, qtbot)
    window.lock()
    qtbot.waitUntil(lambda: page(window) == "signIn", timeout=10_000)
    assert child(window, CounterPage).hand_over.reader is None
