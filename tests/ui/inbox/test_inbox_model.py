"""The model under Qt's own model tester: pages, news row by row, persistent places, no needless reset."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.inbox_upkeep import Move
from tests.ui import city
from tests.ui.seated import Workplace
from ui.inbox.inbox_model import ROW_TEXT, InboxModel
from ui.inbox.index_changes import changes
from ui.vocabulary.row_text import row_text


def model(workplace: Workplace) -> InboxModel:
    names, inbox = workplace.names, workplace.store.inbox

    def read(ids: object) -> object:
        now = workplace.clock.now()
        rows = inbox.rows(ids)  # type: ignore[arg-type]
        return [(row.rowid, row_text(row, names, now, names.calendar)) for row in rows]

    made = InboxModel(read)  # type: ignore[arg-type]
    made.show(inbox.ids(InboxQuery()))
    return made


def test_rows_are_served_and_other_roles_are_not(workplace: Workplace) -> None:
    made = model(workplace)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert made.rowCount() == city.COUNT
    assert made.rowCount(made.index(0)) == 0
    first = made.index(0)
    assert first.data() == first.data(ROW_TEXT).title
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == first.data(ROW_TEXT).spoken
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    assert made.data(QModelIndex()) is None
    assert made.report_id(city.COUNT) is None


def test_news_moves_rows_and_keeps_places(workplace: Workplace, qtbot: QtBot) -> None:
    made = model(workplace)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    inbox = workplace.store.inbox
    kept = made.report_id(7)
    place = QPersistentModelIndex(made.index(7))
    resets: list[bool] = []
    made.modelReset.connect(lambda: resets.append(True))
    made.follow(changes(made.ids, inbox.ids(InboxQuery(sort=SortKey.TITLE))))
    assert made.report_id(place.row()) == kept
    some = array("q", [key for key in inbox.ids(InboxQuery(sort=SortKey.CODE)) if key % 3])
    made.follow(changes(made.ids, some))
    made.follow(changes(made.ids, inbox.ids(InboxQuery())))
    assert made.rowCount() == city.COUNT
    assert resets == []


def test_the_rest_of_a_list_is_taken_as_it_is(workplace: Workplace, qtbot: QtBot) -> None:
    made, whole = model(workplace), workplace.store.inbox.ids(InboxQuery())
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(whole[:3])
    made.follow(changes(made.ids, whole))
    assert made.ids is whole
    assert made.rowCount() == len(whole)


def test_single_moves_keep_what_is_chosen(workplace: Workplace) -> None:
    made = model(workplace)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = list(made.ids)
    place = QPersistentModelIndex(made.index(3))
    first, fourth, last = before[0], before[3], before[-1]
    made.carry_out(
        (Move(fourth, 3, 9), Move(last, len(before) - 1, 0), Move(first, 1, None), Move(-5, None, 2))
    )
    assert list(made.ids)[:3] == [last, before[1], -5]
    assert made.row_of(fourth) == place.row() == 10
    assert first not in made.ids
    made.carry_out((Move(fourth, 10, 4), Move(-6, None, None)))
    assert made.row_of(fourth) == place.row() == 4


def test_one_report_s_news_repaints_one_row(workplace: Workplace, qtbot: QtBot) -> None:
    made = model(workplace)
    report_id = made.report_id(3)
    assert report_id is not None
    with qtbot.waitSignal(made.dataChanged) as told:
        made.refresh([report_id, "unknown"])
    assert [index.row() for index in told.args[:2]] == [3, 3]
    with qtbot.waitSignal(made.dataChanged) as told:
        made.refresh_all()
    assert [index.row() for index in told.args[:2]] == [0, city.COUNT - 1]


def test_a_row_is_found_by_its_id(workplace: Workplace) -> None:
    made = model(workplace)
    report_id = made.report_id(120)
    assert report_id is not None
    rowid = workplace.store.inbox.rowid(report_id)
    assert rowid is not None
    assert made.row_of(rowid) == 120
    assert made.row_of(-1) is None
