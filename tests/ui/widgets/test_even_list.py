"""The even list against Qt's own list of the same rows; and a million rows without a layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ui.widgets.even_list import EvenList

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
Key, Held = Qt.Key, Qt.KeyboardModifier
HEIGHT = 37


class Rows(QAbstractListModel):
    """So many rows; counts how often it is asked for one."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count, self.asked = count, 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        self.asked += 1
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    def insert(self, row: int) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self.count += 1
        self.endInsertRows()

    def remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        self.count -= last - first + 1
        self.endRemoveRows()


class CountingRows(Rows):
    """Counts how often it is asked what may be done with a row."""

    looked = 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        self.looked += 1
        return super().flags(index)


class Painted(QStyledItemDelegate):
    """Rows of one height; remembers what it painted and how it stood."""

    def __init__(self) -> None:
        super().__init__()
        self.states: dict[int, QStyle.StateFlag] = {}
        self.sizes_asked = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.sizes_asked += 1
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.states[index.row()] = option.state


def shown(view: QListView, model: Rows, qtbot: QtBot) -> Painted:
    delegate = Painted()
    view.setItemDelegate(delegate)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setUniformItemSizes(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setModel(model)
    view.resize(300, 405)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: bool(delegate.states), timeout=20_000)
    return delegate


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[tuple[EvenList, QListView]]:
    """Ours and Qt's, over rows that are the same."""
    ours, theirs, models = EvenList(), QListView(), (Rows(200), Rows(200))
    kept = [shown(view, model, qtbot) for view, model in zip((ours, theirs), models, strict=True)]
    yield ours, theirs
    del kept


def index(view: QListView, row: int) -> QModelIndex:
    return view.model().index(row, 0)


def chosen(view: QListView) -> list[int]:
    return sorted(each.row() for each in view.selectionModel().selectedIndexes())


@pytest.mark.parametrize("hint", list(Hint))
def test_rows_are_where_qt_puts_them(pair: tuple[EvenList, QListView], hint: Hint) -> None:
    ours, theirs = pair
    for row in (0, 120, 121, 60, 199, 3):
        for view in pair:
            view.scrollTo(index(view, row), hint)
        assert ours.verticalScrollBar().value() == theirs.verticalScrollBar().value(), row
        assert ours.verticalScrollBar().maximum() == theirs.verticalScrollBar().maximum()
        for other in (row, row + 1 if row < 199 else 0, 199):
            assert ours.visualRect(index(ours, other)) == theirs.visualRect(index(theirs, other))
        for y in range(0, 405, 11):
            point = QPoint(20, y)
            assert ours.indexAt(point).row() == theirs.indexAt(point).row(), y
    assert ours.visualRect(QModelIndex()).isNull()


def test_keys_and_clicks_lead_and_choose_as_in_qts_list(pair: tuple[EvenList, QListView]) -> None:
    for view in pair:
        view.setCurrentIndex(index(view, 50))
    for key, held in (
        (Key.Key_Down, Held.NoModifier), (Key.Key_Up, Held.NoModifier), (Key.Key_Down, Held.ShiftModifier),
        (Key.Key_Down, Held.ShiftModifier), (Key.Key_Down, Held.ControlModifier),
        (Key.Key_End, Held.NoModifier), (Key.Key_Up, Held.ShiftModifier), (Key.Key_Home, Held.ShiftModifier),
        (Key.Key_Home, Held.NoModifier),
        (Key.Key_A, Held.ControlModifier),
    ):  # fmt: skip
        for view in pair:
            QTest.keyClick(view, key, held)
        ours, theirs = pair
        assert ours.currentIndex().row() == theirs.currentIndex().row(), key
        assert chosen(ours) == chosen(theirs), key
    for row, held in ((2, Held.NoModifier), (6, Held.ShiftModifier), (4, Held.ControlModifier)):
        for view in pair:
            place = view.visualRect(index(view, row)).center()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)
        assert chosen(pair[0]) == chosen(pair[1])


def test_a_page_goes_on_by_what_is_seen(pair: tuple[EvenList, QListView]) -> None:
    ours, _ = pair
    QTest.keyClick(ours, Key.Key_PageDown)
    assert ours.currentIndex().row() == 405 // HEIGHT - 1
    QTest.keyClick(ours, Key.Key_PageUp)
    assert ours.currentIndex().row() == 0


def test_each_row_is_painted_as_it_stands(pair: tuple[EvenList, QListView], qtbot: QtBot) -> None:
    ours, _ = pair
    ours.setCurrentIndex(index(ours, 3))
    delegate = ours.itemDelegate()
    assert isinstance(delegate, Painted)
    ours.viewport().repaint()
    assert set(delegate.states) >= set(range(11))
    assert delegate.states[3] & QStyle.StateFlag.State_Selected
    assert not delegate.states[2] & QStyle.StateFlag.State_Selected


def test_the_keyboard_leaving_paints_no_row_but_its_own(qtbot: QtBot) -> None:
    view, model = EvenList(), Rows(50)
    delegate = shown(view, model, qtbot)
    view.setCurrentIndex(index(view, 2))
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn))
    view.viewport().repaint()
    delegate.states.clear()
    view.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    qtbot.waitUntil(lambda: bool(delegate.states), timeout=20_000)
    assert list(delegate.states) == [2]


def test_the_region_of_a_choice_is_what_is_seen_of_it(qtbot: QtBot) -> None:
    view, model = EvenList(), Rows(1_000_000)
    delegate = shown(view, model, qtbot)
    view.selectAll()
    assert sum(part.height() for part in view.selectionModel().selection().toList()) == 1_000_000
    region = view.visualRegionForSelection(view.selectionModel().selection())
    assert region.boundingRect() == view.viewport().rect()
    del delegate


def test_a_million_rows_are_never_laid_out(qtbot: QtBot) -> None:
    """What comes and goes asks for no more rows than a screen has, nor for their heights."""
    view, model = EvenList(), Rows(1_000_000)
    delegate = shown(view, model, qtbot)
    view.setCurrentIndex(index(view, 999_999))
    assert view.viewport().rect().contains(view.visualRect(index(view, 999_999)))
    delegate.sizes_asked = 0
    view.setCurrentIndex(index(view, 500_000))
    model.insert(3)
    assert view.currentIndex().row() == 500_001
    model.remove(0, 9_999)
    view.viewport().repaint()
    assert view.currentIndex().row() == 490_001
    assert view.verticalScrollBar().maximum() == 990_001 * HEIGHT - view.viewport().height()
    assert delegate.sizes_asked < 50
    assert len(delegate.states) < 200


@pytest.mark.parametrize(
    ("mode", "chosen"),
    [("ExtendedSelection", 1_000_000), ("MultiSelection", 1_000_000), ("SingleSelection", 0)],
)
def test_all_of_a_million_are_chosen_as_one_stretch(mode: str, chosen: int, qtbot: QtBot) -> None:
    view, model = EvenList(), CountingRows(1_000_000)
    shown(view, model, qtbot)
    view.setSelectionMode(QAbstractItemView.SelectionMode[mode])
    model.looked = 0
    view.selectAll()
    parts = view.selectionModel().selection().toList()
    assert sum(part.height() for part in parts) == chosen
    assert len(parts) == bool(chosen)
    assert model.looked < 200, "no row is asked whether it may be chosen"


def test_of_no_rows_none_is_chosen(qtbot: QtBot) -> None:
    view, model = EvenList(), Rows(0)
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.selectAll()
    assert not view.selectionModel().hasSelection()


def test_a_rectangle_chooses_the_rows_it_meets_and_nothing_below_the_last(qtbot: QtBot) -> None:
    view, model = EvenList(), Rows(4)
    delegate = shown(view, model, qtbot)
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.setSelection(QRect(0, HEIGHT + 1, 10, HEIGHT), flag)
    assert chosen(view) == [1, 2]
    view.setSelection(QRect(0, HEIGHT * 4 + 1, 10, 20), flag)
    assert chosen(view) == []
    assert not view.indexAt(QPoint(5, HEIGHT * 4 + 1)).isValid()
    del delegate


def test_news_of_every_row_looks_at_those_that_are_seen(qtbot: QtBot) -> None:
    view, model = EvenList(), Rows(1_000_000)
    delegate = shown(view, model, qtbot)
    view.scrollTo(index(view, 700_000))
    view.viewport().repaint()
    delegate.states.clear()
    model.dataChanged.emit(model.index(0), model.index(999_999))
    qtbot.waitUntil(lambda: 700_000 in delegate.states, timeout=20_000)
    assert len(delegate.states) < 20
    delegate.states.clear()
    model.dataChanged.emit(model.index(5), model.index(9))
    view.viewport().repaint(0, 0, 1, 1)
    assert not set(delegate.states) & set(range(5, 10))


@pytest.mark.parametrize("opaque", [False, True])
def test_scrolling_paints_what_comes_into_sight(qtbot: QtBot, opaque: bool) -> None:
    view = EvenList()
    delegate = shown(view, Rows(1_000), qtbot)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, opaque)
    before: set[int] = set(range(11))
    for top in (5, 500, 498, 0, 900):
        now = set(range(top, top + 11))
        delegate.states.clear()
        view.verticalScrollBar().setValue(top * HEIGHT)
        qtbot.waitUntil(lambda: now - before <= set(delegate.states), timeout=20_000)  # noqa: B023 - in the turn
        before = now


def test_rows_that_come_below_what_is_seen_paint_nothing(qtbot: QtBot) -> None:
    view, model = EvenList(), Rows(100)
    delegate = shown(view, model, qtbot)
    qtbot.wait(1)
    delegate.states.clear()
    model.insert(50)
    qtbot.wait(1)
    assert view.verticalScrollBar().maximum() == 101 * HEIGHT - view.viewport().height()
    assert not delegate.states
    model.insert(5)
    qtbot.waitUntil(lambda: set(range(5, 11)) <= set(delegate.states), timeout=20_000)
