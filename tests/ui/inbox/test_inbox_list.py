"""The keys of the list: arrows, Home, End step; Enter opens; Space selects; letters do nothing."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.inbox.inbox_delegate import InboxDelegate
from ui.inbox.inbox_list import InboxList
from ui.inbox.inbox_model import InboxModel
from ui.inbox.index_changes import changes
from ui.vocabulary.row_text import RowText

Key = Qt.Key


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[InboxList]:
    pane = QWidget()
    qtbot.addWidget(pane)
    made = InboxList(pane)
    QVBoxLayout(pane).addWidget(made)
    model = InboxModel(
        lambda ids: [
            (key, RowText(f"r{key}", f"Đường {key}", "", None, False, False, False, "")) for key in ids
        ],
        made,
    )
    made.setModel(model)
    model.show(array("q", range(100)))
    pane.resize(400, 500)
    pane.show()
    made.setFocus()
    made.go_to(0)
    yield made
    pane.close()


def heard(rows: InboxList) -> list[tuple[str, int]]:
    told: list[tuple[str, int]] = []
    rows.stepped.connect(lambda row: told.append(("stepped", row)))
    rows.opened.connect(lambda row: told.append(("opened", row)))
    return told


def test_arrows_home_and_end_step(rows: InboxList) -> None:
    told = heard(rows)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_End, Key.Key_Home):
        QTest.keyClick(rows, key)
    assert told == [("stepped", row) for row in (1, 2, 1, 99, 0)]


def test_at_the_end_nothing_is_told(rows: InboxList) -> None:
    told = heard(rows)
    QTest.keyClick(rows, Key.Key_Up)
    assert told == []


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_opens_where_one_stands(rows: InboxList, key: Qt.Key) -> None:
    told = heard(rows)
    QTest.keyClick(rows, Key.Key_Down)
    QTest.keyClick(rows, key)
    assert told[-1] == ("opened", 1)


def test_ctrl_enter_is_not_for_the_list(rows: InboxList) -> None:
    told = heard(rows)
    QTest.keyClick(rows, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == []


def test_letters_do_nothing_and_no_input_method_listens(rows: InboxList) -> None:
    told = heard(rows)
    QTest.keyClicks(rows, "duong5wj")
    assert told == []
    assert rows.currentIndex().row() == 0
    assert not rows.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_space_selects_and_backspace_is_bound_to_nothing(rows: InboxList) -> None:
    QTest.keyClick(rows, Key.Key_Space)
    assert not rows.selectionModel().hasSelection()
    QTest.keyClick(rows, Key.Key_Space)
    assert rows.selectionModel().hasSelection()
    QTest.keyClick(rows, Key.Key_Backspace)
    assert rows.selectionModel().hasSelection()


def test_news_that_takes_the_row_away_moves_nobody(rows: InboxList) -> None:
    told = heard(rows)
    rows.go_to(5)
    model = rows.model()
    assert isinstance(model, InboxModel)
    model.follow(changes(model.ids, array("q", [key for key in range(100) if key != 5])))
    rows.settle()
    assert told == []
    assert not rows.selectionModel().hasSelection()
    assert rows.vacant_row == 5
    QTest.keyClick(rows, Key.Key_Down)
    assert model.report_id(told[0][1]) == "r6"
    assert rows.vacant_row is None


class WatchedDelegate(InboxDelegate):
    """Writes down which rows it painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.painted: list[int] = []

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.painted.append(index.row())
        super().paint(painter, option, index)


def at_rest(rows: InboxList, watched: WatchedDelegate, qtbot: QtBot) -> None:
    """Wait until nothing is painted any more: a window is painted again when it becomes active."""
    rows.window().activateWindow()
    qtbot.waitUntil(rows.window().isActiveWindow, timeout=20_000)
    before = -1
    while before != len(watched.painted):
        before = len(watched.painted)
        qtbot.wait(50)
    watched.painted.clear()


def test_a_step_that_scrolls_paints_the_rows_that_change_and_no_other(rows: InboxList, qtbot: QtBot) -> None:
    watched = WatchedDelegate(rows)
    rows.setItemDelegate(watched)
    for _ in range(20):
        QTest.keyClick(rows, Key.Key_Down)
    qtbot.waitUntil(lambda: 20 in watched.painted)
    at_rest(rows, watched, qtbot)
    QTest.keyClick(rows, Key.Key_Down)
    qtbot.waitUntil(lambda: 21 in watched.painted)
    assert set(watched.painted) <= {19, 20, 21}


def test_news_of_a_row_paints_that_row_and_lays_nothing_out(rows: InboxList, qtbot: QtBot) -> None:
    watched = WatchedDelegate(rows)
    rows.setItemDelegate(watched)
    qtbot.waitUntil(lambda: 2 in watched.painted)
    at_rest(rows, watched, qtbot)
    model = rows.model()
    assert isinstance(model, InboxModel)
    model.refresh(["r2"])
    qtbot.waitUntil(lambda: 2 in watched.painted)
    assert watched.painted == [2]


def picked(rows: InboxList) -> list[int]:
    told: list[int] = []
    rows.picked.connect(told.append)
    return told


def test_shift_chooses_from_here_to_there_and_steps_nowhere(rows: InboxList) -> None:
    told, steps = picked(rows), heard(rows)
    for _ in range(3):
        QTest.keyClick(rows, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert told[-1] == 4
    assert rows.picked_rows(10) == [0, 1, 2, 3]
    assert rows.picked_rows(2) == [0, 1]
    assert steps == []


def test_ctrl_moves_and_space_adds(rows: InboxList) -> None:
    for _ in range(2):
        QTest.keyClick(rows, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(rows, Key.Key_Space)
    assert rows.picked_rows(10) == [0, 2]


def test_esc_and_a_plain_step_go_back_to_one(rows: InboxList) -> None:
    steps = heard(rows)
    QTest.keyClick(rows, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(rows, Key.Key_Escape)
    assert rows.picked_rows(10) == [1]
    QTest.keyClick(rows, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(rows, Key.Key_Down)
    assert rows.picked_rows(10) == [3]
    assert steps == [("stepped", 1), ("stepped", 3)]


def test_who_still_holds_ctrl_goes_to_one_row_all_the_same(rows: InboxList) -> None:
    rows.selectAll()
    QTest.keyPress(rows, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    rows.go_to(3)
    QTest.keyRelease(rows, Key.Key_A)
    assert rows.picked_rows(10) == [3]


def test_ctrl_a_chooses_all_and_a_click_with_ctrl_opens_nothing(rows: InboxList) -> None:
    steps = heard(rows)
    QTest.keyClick(rows, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert rows.picked_count() == 100
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert rows.picked_count() == 99
    assert steps == []
