"""What waits, since when and how it stands; sent again, undone or given up from here."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.content import content_sha256
from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.payloads import Coded, Nothing, Submit, Text
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import Command, State
from desktop_app.news import Contact, OutboxChanged, SyncStatus
from desktop_app.triage.report_files import FileToAttach
from tests.support import file_dialogs
from tests.support.pictures import photo
from tests.ui.city import WARD
from tests.ui.seated import Workplace
from tests.ui.sync.conflicts import collide
from ui.sync.sync_window import SyncWindow
from ui.theme import Scheme, Theme
from ui.widgets.state_pane import StatePane


class Watch:
    """The window with its list and buttons at hand."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self.parent = workplace, QWidget()
        qtbot.addWidget(self.parent)
        self.window = SyncWindow(workplace.session, workplace.clock, workplace.bridge, self.parent)
        self.window.show()

    @property
    def lines(self) -> list[list[str]]:
        """Every line as its four texts."""
        tree = self.window.findChild(QTreeWidget, "sync.list")
        assert tree is not None
        items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        return [[item.text(column) for column in range(4)] for item in items if item]

    def button(self, name: str) -> QPushButton:
        """Return the button ``name``."""
        found = self.window.findChild(QPushButton, f"sync.{name}")
        assert found is not None
        return found


@pytest.fixture
def watch(workplace: Workplace, qtbot: QtBot) -> Watch:
    return Watch(workplace, qtbot)


@pytest.mark.parametrize(("scale", "size"), [(1.0, (900, 560)), (2.0, (1500, 1000))])
def test_it_grows_with_the_letters_as_far_as_the_desk_goes(
    workplace: Workplace, qapp: QApplication, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    Theme(qapp, Scheme.LIGHT, scale)
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.resize(1500, 1000)
    window = SyncWindow(workplace.session, workplace.clock, workplace.bridge, desk)
    assert window.size().toTuple() == size
    window.show()
    Theme(qapp, Scheme.LIGHT, 1.5)
    assert (window.width(), window.height()) == (max(1350, size[0]), max(840, size[1]))


def test_nothing_waiting_is_said(watch: Watch) -> None:
    empty = watch.window.findChild(StatePane, "sync.empty")
    assert empty is not None
    assert empty.isVisible()
    assert empty.heading() == "Everything is with the centre"
    assert not any(watch.button(name).isEnabled() for name in ("retry", "discard", "decide"))


def test_what_waits_says_what_where_since_when_and_how(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    watch.workplace.session.triage.do(report, Command.NOTE, Text("Đã gọi."))
    watch.workplace.clock.go_on(300)
    watch.window.refresh()
    assert watch.lines == [["Note", f"{report.code} · {report.title}", "5 min ago", "waiting to be sent"]]


def test_the_list_follows_the_news(watch: Watch, qtbot: QtBot) -> None:
    report = watch.workplace.first("distributed")
    event = watch.workplace.session.triage.do(report, Command.ACCEPT, Nothing()).event
    watch.workplace.bus.publish(OutboxChanged(event.id, report.id, OutboxState.HELD))
    qtbot.waitUntil(lambda: len(watch.lines) == 1)


def test_what_is_held_can_be_undone_here(watch: Watch) -> None:
    report = watch.workplace.first("distributed")
    watch.workplace.session.triage.do(report, Command.ACCEPT, Nothing())
    watch.window.refresh()
    assert not watch.button("retry").isEnabled()
    assert watch.button("discard").text() == "Undo"
    watch.button("discard").click()
    assert watch.lines == []
    assert watch.workplace.store.reports.get(report.id).state is State.DISTRIBUTED


def test_what_needs_a_person_comes_first_and_can_be_given_up(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    collide(watch.workplace, report, Command.RETURN, Coded("not_our_area", "x"), State.MONITORING)
    other = watch.workplace.first("distributed")
    watch.workplace.session.triage.do(other, Command.NOTE, Text("x"))
    watch.window.refresh()
    assert [line[3] for line in watch.lines] == [
        "needs you · Somebody else changed this report meanwhile.",
        "waiting to be sent",
    ]
    assert watch.button("decide").text() == "Compare and decide"
    assert watch.button("discard").text() == "Discard…"
    watch.button("discard").click()
    file_dialogs.press(file_dialogs.question("sync.confirm"), "stay")
    assert len(watch.lines) == 2
    watch.button("discard").click()
    file_dialogs.press(file_dialogs.question("sync.confirm"), "goOn")
    assert [line[0] for line in watch.lines] == ["Note"]
    assert watch.button("decide").text() == "Open the report"


def test_it_can_be_sent_again_as_it_is(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    collide(watch.workplace, report, Command.RETURN, Coded("not_our_area", "x"), State.MONITORING)
    watch.window.refresh()
    watch.button("retry").click()
    assert [line[3] for line in watch.lines] == ["waiting to be sent"]


def test_its_report_can_be_opened(watch: Watch, qtbot: QtBot) -> None:
    report = watch.workplace.first("in_progress")
    watch.workplace.session.triage.do(report, Command.NOTE, Text("x"))
    watch.window.refresh()
    with qtbot.waitSignal(watch.window.report_asked) as told:
        watch.button("decide").click()
    assert told.args == [report.id]
    assert not watch.window.isVisible()  # it does not lie over what it leads to


def test_a_report_that_left_is_still_named(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    watch.workplace.session.triage.do(report, Command.NOTE, Text("x"))
    with watch.workplace.store.write() as tx:
        watch.workplace.store.lose_scope(tx, report.id)
    watch.window.refresh()
    assert watch.lines[0][1] == "no longer with you"


def test_no_connection_says_that_nothing_is_lost(watch: Watch) -> None:
    watch.workplace.session.status = SyncStatus(contact=Contact.OFFLINE)
    watch.window.refresh()
    assert any("Nothing is lost" in label.text() for label in watch.window.findChildren(QLabel))


def text_of(watch: Watch, name: str) -> str:
    found = watch.window.findChild(QLabel, f"sync.{name}")
    assert found is not None
    return found.text()


def words(watch: Watch) -> QPlainTextEdit:
    found = watch.window.findChild(QPlainTextEdit, "sync.words")
    assert found is not None
    return found


def test_the_chosen_line_says_why_it_waits_and_what_it_will_do(watch: Watch) -> None:
    report = watch.workplace.first("distributed")
    watch.workplace.session.triage.do(report, Command.ACCEPT, Nothing())
    watch.window.refresh()
    assert text_of(watch, "why").splitlines() == [
        "Held for 5 more seconds, so that it can be undone.",
        "Moves the report from “Distributed” to “In progress”.",
    ]
    assert not words(watch).isVisible()  # it has no words


def test_words_that_wait_here_can_be_changed(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    event = watch.workplace.session.triage.do(report, Command.NOTE, Text("Đã goi.")).event
    watch.window.refresh()
    assert words(watch).toPlainText() == "Đã goi."
    words(watch).setPlainText("Đã gọi.")
    watch.window.refresh()  # news that come meanwhile do not take half a change away
    watch.button("edit").click()
    found = watch.workplace.store.outbox.get(event.id)
    assert found is not None
    assert found.event.payload == {"text": "Đã gọi."}
    words(watch).setPlainText(" ")
    watch.button("edit").click()
    kept = watch.workplace.store.outbox.get(event.id)
    assert kept is not None
    assert kept.event.payload == {"text": "Đã gọi."}


def test_what_the_centre_judged_goes_as_a_new_event_with_the_new_words(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    event = watch.workplace.session.triage.do(report, Command.NOTE, Text("Một")).event
    outbox = watch.workplace.store.outbox
    outbox.take_ready()
    with watch.workplace.store.write() as tx:
        outbox.settle(tx, event.id, {"status": "rejected", "rule": "payload", "field": "text"})
    watch.window.refresh()
    tabs = watch.window.findChild(QTabWidget, "sync.tabs")
    assert tabs is not None
    assert tabs.tabText(0) == "Needs you: 1 · Waiting: 0"
    words(watch).setPlainText("Hai")
    watch.button("edit").click()
    [again] = outbox.waiting()
    assert (again.event.payload, again.event.id != event.id) == ({"text": "Hai"}, True)
    assert tabs.tabText(0) == "Waiting: 1"


def test_a_file_that_fails_says_why_and_when_and_can_be_tried_at_once(watch: Watch) -> None:
    session = watch.workplace.session
    pending = session.triage.attach(
        watch.workplace.first("in_progress").id, FileToAttach("a.jpg", photo(number=1))
    )
    [waiting] = session.store.uploads.of_event(pending.event.id)
    watch.window.refresh()
    assert not watch.button("retry").isEnabled()
    turns = session.files._outgoing.turns
    turns.failed(waiting.position, "server_broken")
    watch.window.refresh()
    why = watch.window.findChild(QLabel, "sync.why")
    assert why is not None
    assert "A file could not be sent: " in why.text()
    assert "Tries so far: 1; the next at " in why.text()
    assert turns.waiting() == (waiting.position,)
    watch.button("retry").click()
    assert turns.waiting() == ()
    watch.button("discard").click()
    assert watch.lines == []
    assert session.store.uploads.of_event(pending.event.id) == []


def test_ages_and_holds_go_on_without_news(watch: Watch, qtbot: QtBot) -> None:
    watch.workplace.session.triage.do(watch.workplace.first("distributed"), Command.ACCEPT, Nothing())
    watch.window.refresh()
    watch.workplace.clock.go_on(3)
    qtbot.waitUntil(lambda: text_of(watch, "why").startswith("Held for 2 more seconds"), timeout=20_000)
    watch.workplace.clock.go_on(300)
    qtbot.waitUntil(lambda: watch.lines[0][2] == "5 min ago", timeout=20_000)


def test_of_very_many_the_first_are_shown_and_the_rest_is_counted(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.sync.sync_window.MOST_LINES", 2)
    report = watch.workplace.first("in_progress")
    for number in range(5):
        watch.workplace.session.triage.do(report, Command.NOTE, Text(f"{number}"))
    watch.window.refresh()
    assert len(watch.lines) == 2
    assert text_of(watch, "more") == "and 3 more, which follow"
    tabs = watch.window.findChild(QTabWidget, "sync.tabs")
    assert tabs is not None
    assert tabs.tabText(0) == "Waiting: 5"


def test_words_that_may_not_change_can_still_be_read_and_copied(watch: Watch) -> None:
    """An answer whose report left: its words are bound to a hash, and they are the person's."""
    report = watch.workplace.first("in_progress")
    text = "Kính gửi: Quý Ông/Bà."
    watch.workplace.session.triage.do(report, Command.SUBMIT, answer(text))
    with watch.workplace.store.write() as tx:
        watch.workplace.store.lose_scope(tx, report.id)
    watch.window.refresh()
    assert words(watch).toPlainText() == text
    assert words(watch).isReadOnly()
    assert not watch.button("edit").isVisible()


def answer(text: str) -> Submit:
    return Submit(text, Outcome.FIXED, WARD, content_sha256(text, Outcome.FIXED, WARD))


def test_discarding_asks_with_the_words_at_stake(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    collide(watch.workplace, report, Command.RETURN, Coded("not_our_area", "Ngoài địa bàn"), State.MONITORING)
    watch.window.refresh()
    watch.button("discard").click()
    box = file_dialogs.question("sync.confirm")
    assert "Ngoài địa bàn" in box.informativeText()
    file_dialogs.press(box, "goOn")
    assert watch.lines == []


def test_a_lock_meanwhile_takes_the_words_off_the_screen(watch: Watch) -> None:
    report = watch.workplace.first("in_progress")
    collide(watch.workplace, report, Command.RETURN, Coded("not_our_area", "Ngoài địa bàn"), State.MONITORING)
    watch.window.refresh()
    watch.button("discard").click()
    box = file_dialogs.question("sync.confirm")
    watch.window.hide()
    assert not box.isVisible()
    assert len(watch.lines) == 1
