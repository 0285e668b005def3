"""A person's day at the desk: step, open, search, command, undo, news, conflict, lock; by key throughout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import news
from desktop_app.domain.payloads import Coded, Text
from desktop_app.domain.workflow import Command, State
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from tests.ui.sync.conflicts import collide
from ui.commands.panel import CommandPanel
from ui.desk.desk import Desk
from ui.desk.today import LANES, Today
from ui.detail.detail_body import DetailBody
from ui.inbox.bulk_pane import BulkPane
from ui.inbox.filter_button import FilterButton
from ui.inbox.inbox_list import InboxList
from ui.inbox.search_field import SearchField
from ui.sync.decision import Decision
from ui.sync.sync_window import SyncWindow
from ui.widgets.composed_line import ComposedLine
from ui.widgets.toast import Toast

Seat = Callable[[Workplace], Desk]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(workplace: Workplace, seat: Seat) -> Desk:
    """The desk with the list of what is mine, as chosen from the day."""
    made = seat(workplace)
    child(made, FilterButton, "filter.mine").click()
    return made


def rows(desk: Desk) -> InboxList:
    found = desk.findChild(InboxList, "inbox.list")
    assert found is not None
    return found


def title(desk: Desk) -> str:
    label = desk.findChild(QLabel, "detail.title")
    assert label is not None
    return label.text()


def panels(desk: Desk) -> list[CommandPanel]:
    return [each for each in desk.findChildren(QFrame) if isinstance(each, CommandPanel)]


def panel(desk: Desk) -> CommandPanel:
    return panels(desk)[-1]


def test_it_opens_with_the_day(workplace: Workplace, seat: Seat) -> None:
    desk = seat(workplace)
    assert child(desk, Today).isVisible()
    assert not rows(desk).isVisible()
    assert child(desk, FilterButton, "filter.today").isChecked()
    desk.focus_list()
    lane = desk.focusWidget()
    assert isinstance(lane, FilterButton)
    assert lane.objectName().startswith("today.")


def test_a_lane_is_gone_through_by_key(workplace: Workplace, seat: Seat, qtbot: QtBot) -> None:
    desk = seat(workplace)
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    place = LANES.index(QuickFilter.NEW)
    QTest.keyClick(desk, Qt.Key(Qt.Key.Key_1 + place), ALT)
    assert not child(desk, Today).isVisible()
    listed = [rows(desk).model().index(row, 0).data() for row in range(3)]
    assert title(desk) == listed[0]
    QTest.keyClick(desk, Qt.Key.Key_Return, CTRL)
    assert title(desk) == listed[1], "the next one opens"
    QTest.keyClick(desk, Qt.Key.Key_Z, CTRL)
    assert title(desk) == listed[0], "undo goes back"
    QTest.keyClick(child(desk, QWidget, "detail.body"), Qt.Key.Key_Escape)
    assert child(desk, Today).isVisible()


def test_searching_and_choosing_leave_the_day(workplace: Workplace, seat: Seat) -> None:
    desk = seat(workplace)
    QTest.keyClick(desk, Qt.Key.Key_Slash)
    assert rows(desk).isVisible()
    child(desk, FilterButton, "filter.today").click()
    assert not rows(desk).isVisible()
    desk.open_report(workplace.first("in_progress").id)
    assert rows(desk).isVisible()
    assert not child(desk, FilterButton, "filter.today").isChecked()


def test_the_list_behind_the_day_is_what_is_mine(desk: Desk) -> None:
    mine = desk.findChild(FilterButton, f"filter.{QuickFilter.MINE.value}")
    assert mine is not None
    assert mine.isChecked()
    assert title(desk) == rows(desk).model().index(0, 0).data()


def test_a_leader_opens_with_what_waits_for_them(hire: Hire, seat: Seat) -> None:
    desk = seat(hire(city.LEADER))
    desk.open_report(rows(desk).model().report_id(0))  # type: ignore[attr-defined]
    waiting = desk.findChild(FilterButton, f"filter.{QuickFilter.WAITING_FOR_ME.value}")
    assert waiting is not None
    assert waiting.isChecked()


def test_stepping_shows_and_keeps_the_focus_in_the_list(desk: Desk, qtbot: QtBot) -> None:
    desk.focus_list()
    QTest.keyClick(rows(desk), Qt.Key.Key_Down)
    assert title(desk) == rows(desk).model().index(1, 0).data()
    assert desk.focusWidget() is rows(desk)


def test_opening_marks_as_seen(desk: Desk, workplace: Workplace) -> None:
    before = workplace.store.inbox.counts()[QuickFilter.NEW]
    fresh = workplace.store.inbox.rows(workplace.store.inbox.ids(InboxQuery(filter=QuickFilter.NEW)))[0]
    desk.open_report(fresh.id)
    assert title(desk) == fresh.title
    assert workplace.store.inbox.counts()[QuickFilter.NEW] == before - 1


def test_slash_searches_from_the_list(desk: Desk, qtbot: QtBot) -> None:
    desk.focus_list()
    QTest.keyClick(rows(desk), Qt.Key.Key_Slash)
    field = desk.findChild(SearchField)
    qtbot.waitUntil(lambda: desk.focusWidget() is field)


def test_a_day_by_keys(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    report = workplace.first("distributed")
    desk.open_report(report.id)
    QTest.keyClick(desk, Qt.Key.Key_Return, CTRL)
    assert workplace.store.reports.get(report.id).state is State.IN_PROGRESS
    QTest.keyClick(desk, Qt.Key.Key_Return, CTRL)
    panel(desk).form.restore({"text": "Đã thông cống.", "outcome": "fixed"})
    QTest.keyClick(desk, Qt.Key.Key_Return, CTRL)
    assert workplace.store.reports.get(report.id).state is State.AWAITING_APPROVAL
    QTest.keyClick(desk, Qt.Key.Key_Z, CTRL)
    assert workplace.store.reports.get(report.id).state is State.IN_PROGRESS
    assert panel(desk).form.values()["text"] == "Đã thông cống."


def test_numbers_open_panels_and_esc_leaves_them(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    desk.open_report(workplace.first("in_progress").id)
    QTest.keyClick(desk, Qt.Key.Key_2, ALT)
    assert panel(desk).command is Command.RETURN
    QTest.keyClick(panel(desk), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panels(desk))


def test_own_unsent_work_is_marked_on_its_row(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    desk.open_report(report.id)
    workplace.session.triage.do(report, Command.NOTE, Text("Đã gọi."))
    index = rows(desk).currentIndex()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "not sent yet" in index.data(spoken))
    unsent = desk.findChild(FilterButton, f"filter.{QuickFilter.UNSENT.value}")
    assert unsent is not None
    qtbot.waitUntil(lambda: unsent.accessibleDescription() == "Not sent yet, 1")


def test_news_refreshes_what_is_read_and_moves_nobody(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    desk.open_report(report.id)
    assert report.assignment is not None
    other = replace(report.assignment, owner=city.LEADER)
    with workplace.store.write() as tx:
        changed = replace(report, version=9, title="Đổi tên", assignment=other)
        workplace.store.reports.put_base(tx, city.as_json(changed))
    count = rows(desk).model().rowCount()
    workplace.bus.publish(news.ReportsChanged((report.id,)))
    qtbot.waitUntil(lambda: rows(desk).model().rowCount() == count - 1)
    assert title(desk) == "Đổi tên"


def test_a_name_that_arrives_later_replaces_the_id(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    desk.open_report(report.id)
    with workplace.store.write() as tx:
        workplace.store.directory.put(
            tx, "category", {"id": report.category, "name": "Tên mới của lĩnh vực", "name_en": "New name"}
        )
    workplace.bus.publish(news.DirectoryChanged())
    qtbot.waitUntil(lambda: "New name" in child(desk, DetailBody).toPlainText())


def test_another_calendar_is_told(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    workplace.bus.publish(news.DueDatesMoved(("r1", "r2")))
    toast = child(desk, Toast)
    qtbot.waitUntil(toast.isVisible)
    assert "new deadline: 2" in child(toast, QLabel, "toast.text").text()


def test_a_report_that_left_is_not_read_on(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    desk.open_report(report.id)
    with workplace.store.write() as tx:
        workplace.store.lose_scope(tx, report.id)
    workplace.bus.publish(news.ReportGone(report.id))
    empty = desk.findChild(QWidget, "detail.empty")
    assert empty is not None
    qtbot.waitUntil(empty.isVisible)


def test_a_conflict_is_compared_and_decided_by_key(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    report = workplace.first("in_progress")
    collide(workplace, report, Command.RETURN, Coded("not_our_area", "x"), State.MONITORING)
    workplace.bus.publish(news.ReportsChanged((report.id,)))
    desk.open_report(report.id)
    button = desk.findChild(QPushButton, "detail.notice.action")
    assert button is not None
    button.click()
    decision = desk.findChild(Decision)
    assert decision is not None
    assert decision.isVisible()
    QTest.keyClick(decision, Qt.Key.Key_2, ALT)
    assert workplace.store.outbox.needs_person() == []
    assert not decision.isVisible()


def test_the_sync_window_opens_and_leads_to_the_report(desk: Desk, workplace: Workplace) -> None:
    report = workplace.first("in_progress")
    workplace.session.triage.do(report, Command.NOTE, Text("x"))
    desk.open_sync_window()
    window = desk.findChild(SyncWindow)
    assert window is not None
    assert window.isVisible()
    window.report_asked.emit(report.id)
    assert title(desk) == report.title


def test_after_the_first_sync_the_desk_shows_the_day(hire: Hire, seat: Seat, qtbot: QtBot) -> None:
    workplace = hire(city.HANDLER, 0)
    desk = seat(workplace)
    workplace.bus.publish(news.SyncStatus(done=10, total=150))
    empty = desk.findChild(QWidget, "inbox.empty")
    assert empty is not None
    qtbot.waitUntil(lambda: empty.accessibleDescription() == "10 of 150")
    city.fill(workplace.store, 40)
    workplace.bus.publish(news.SyncStatus())
    qtbot.waitUntil(lambda: rows(desk).model().rowCount() > 0)
    assert child(desk, Today).isVisible()


def test_who_chose_a_list_before_the_first_sync_ended_stays_there(
    hire: Hire, seat: Seat, qtbot: QtBot
) -> None:
    workplace = hire(city.HANDLER, 0)
    desk = seat(workplace)
    everything = child(desk, FilterButton, "filter.all")
    everything.click()
    city.fill(workplace.store, 40)
    workplace.bus.publish(news.ReportsChanged(()))
    workplace.bus.publish(news.SyncStatus())
    qtbot.waitUntil(lambda: rows(desk).model().rowCount() == 40)
    assert everything.isChecked()
    assert not child(desk, Today).isVisible()


def test_who_writes_into_the_palette_when_the_first_sync_ends_goes_on_writing(
    hire: Hire, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = hire(city.HANDLER, 0)
    desk, palette, taken = seat(workplace), ComposedLine(), []
    qtbot.addWidget(palette)
    monkeypatch.setattr(QApplication, "focusWidget", lambda: palette)
    monkeypatch.setattr(Today, "take_focus", lambda _self: taken.append(True))
    city.fill(workplace.store, 40)
    workplace.bus.publish(news.ReportsChanged(()))
    workplace.bus.publish(news.SyncStatus())
    qtbot.waitUntil(child(desk, Today).isVisible)
    assert taken == []
    monkeypatch.setattr(QApplication, "focusWidget", lambda: None)
    desk.show_today()
    assert taken == [True]


def test_a_narrow_window_opens_the_report_and_comes_back_by_esc(desk: Desk, workplace: Workplace) -> None:
    desk.resize(700, 688)
    QApplication.processEvents()
    desk.open_report(workplace.first("in_progress").id)
    assert not rows(desk).isVisible()
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert rows(desk).isVisible()


def test_the_last_words_are_kept_when_the_desk_locks(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    report = workplace.first("in_progress")
    desk.open_report(report.id)
    desk.findChildren(QPushButton, "detail.command.submit")[-1].click()
    panel(desk).form.restore({"text": "Vừa mới viết"})
    workplace.bus.publish(news.Locked(news.LockReason.CARD_REMOVED))
    qtbot.waitUntil(lambda: workplace.session.triage.draft(report.id) is not None)
    draft = workplace.session.triage.draft(report.id)
    assert draft is not None
    assert draft.text == "Vừa mới viết"


def test_a_store_locked_under_the_desk_tells_nobody_off(
    desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.store.close()
    workplace.bus.publish(news.ReportsChanged(()))
    workplace.bus.publish(news.SyncStatus())
    told: list[bool] = []
    workplace.bridge.sync_status.connect(lambda _status: told.append(True))
    workplace.bus.publish(news.SyncStatus())
    qtbot.waitUntil(lambda: bool(told))


def test_every_control_has_a_name_for_people_and_for_tests(
    desk: Desk, workplace: Workplace, qtbot: QtBot
) -> None:
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    desk.open_report(workplace.first("in_progress").id)
    QTest.keyClick(desk, Qt.Key.Key_2, ALT)
    controls = [each for each in desk.findChildren(QWidget) if _is_control(each)]
    assert {"field.code", "field.text", "panel.return.confirm", "inbox.list", "inbox.sort"} <= {
        each.objectName() for each in controls
    }
    nameless = [each for each in controls if not (each.accessibleName() and each.objectName())]
    assert nameless == []


def _is_control(widget: QWidget) -> bool:
    """Tell whether a person can reach ``widget`` by Tab, parts of Qt's own composites left aside."""
    within_another = isinstance(widget.parent(), QLineEdit | QComboBox)
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not within_another


def test_the_palette_is_offered_what_can_be_done_on_the_report(desk: Desk, workplace: Workplace) -> None:
    desk.open_report(workplace.first("distributed").id)
    offered = {each.text: each for each in desk.entries()}
    assert offered["Accept"].key == "Ctrl+Enter"
    offered["Return"].run()
    assert panel(desk).command is Command.RETURN
    assert "Accept" not in {each.text for each in desk.entries()}, "a panel is open"
    offered["My unit"].run()
    unit = desk.findChild(FilterButton, f"filter.{QuickFilter.UNIT.value}")
    assert unit is not None
    assert unit.isChecked()


def test_several_are_accepted_by_key_and_taken_back_by_one(
    workplace: Workplace, seat: Seat, qtbot: QtBot
) -> None:
    desk = seat(workplace)
    child(desk, FilterButton, "filter.unit").click()
    desk.focus_list()
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    for _ in range(9):
        QTest.keyClick(rows(desk), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    bulk = child(desk, BulkPane)
    assert bulk.isVisible()
    QTest.keyClick(desk, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: bool(workplace.store.outbox.waiting()) and bulk.tells)
    accepted = workplace.store.outbox.waiting()
    assert {each.event.type for each in accepted} == {Command.ACCEPT}
    assert len({each.group for each in accepted}) == 1
    QTest.keyClick(desk, Qt.Key.Key_Z, CTRL)
    assert workplace.store.outbox.waiting() == []
    assert bulk.isVisible(), "what was refused can still be read"
    QTest.keyClick(rows(desk), Qt.Key.Key_Down)
    assert not bulk.isVisible()
