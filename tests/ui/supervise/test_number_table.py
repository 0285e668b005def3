"""The table of numbers: by keys, by heads of columns, and said to a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.store.supervised import Asked, Measure, Supervised
from tests.support.clock import NOON
from ui.supervise.number_table import Numbers
from ui.supervise.tables import Cell, Column, Row, Table
from ui.theme import current

Role = Qt.ItemDataRole
OPENS = Supervised(Asked(NOON, NOON), Measure.OVERDUE)
ROWS = (
    Row("Total", (Cell("5", 5, OPENS), Cell("0", 0)), strong=True),
    Row("A", (Cell("2", 2, OPENS, alarming=True), Cell("0", 0))),
    Row("B", (Cell("3", 3, OPENS), Cell("0", 0))),
)
TABLE = Table((Column("Unit", ""), Column("Overdue", "how it is counted"), Column("Idle", "")), ROWS)


@pytest.fixture
def numbers(qtbot: QtBot) -> Numbers:
    made = Numbers()
    qtbot.addWidget(made)
    made.show_table(TABLE)
    return made


def text(numbers: Numbers, row: int, column: int, role: Role = Role.DisplayRole) -> object:
    model = numbers.table_model()
    return model.data(model.index(row, column), role)


def test_enter_opens_the_list_of_a_number_and_nothing_of_a_zero(numbers: Numbers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(numbers.asked) as asked:
        qtbot.keyClick(numbers, Qt.Key.Key_Return)
    assert asked.args == [ROWS[0], ROWS[0].cells[0]]
    qtbot.keyClick(numbers, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(numbers.asked):
        qtbot.keyClick(numbers, Qt.Key.Key_Return)


def test_the_name_of_a_row_opens_its_first_number(numbers: Numbers, qtbot: QtBot) -> None:
    numbers.setCurrentIndex(numbers.table_model().index(1, 0))
    with qtbot.waitSignal(numbers.asked) as asked:
        qtbot.keyClick(numbers, Qt.Key.Key_Return)
    assert asked.args == [ROWS[1], ROWS[1].cells[0]]


def test_sorting_leaves_the_whole_on_top(numbers: Numbers) -> None:
    numbers.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [text(numbers, row, 0) for row in range(3)] == ["Total", "B", "A"]
    numbers.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [text(numbers, row, 0) for row in range(3)] == ["Total", "A", "B"]


def test_counted_anew_the_keyboard_stays_at_its_row(numbers: Numbers) -> None:
    numbers.setCurrentIndex(numbers.table_model().index(2, 2))
    numbers.show_table(Table(TABLE.columns, (ROWS[0], ROWS[2])))
    assert (numbers.currentIndex().row(), numbers.currentIndex().column()) == (1, 2)
    numbers.show_table(Table(TABLE.columns, (ROWS[0],)))
    assert (numbers.currentIndex().row(), numbers.currentIndex().column()) == (0, 1)


def test_a_screen_reader_hears_row_column_and_number(numbers: Numbers) -> None:
    assert text(numbers, 1, 1, Role.AccessibleTextRole) == "A, Overdue: 2"
    assert text(numbers, 1, 0, Role.AccessibleTextRole) == "A"
    head = numbers.table_model().headerData(1, Qt.Orientation.Horizontal, Role.ToolTipRole)
    assert head == "how it is counted"


def test_what_alarms_is_painted_so_and_a_zero_steps_back(numbers: Numbers) -> None:
    colours = current().colours
    inks = [text(numbers, *cell, Role.ForegroundRole) for cell in ((1, 1), (2, 1), (2, 2))]
    assert [ink.name().upper() for ink in inks if hasattr(ink, "name")] == [
        colours.danger,
        colours.text,
        colours.muted,
    ]


def test_letters_search_nothing(numbers: Numbers, qtbot: QtBot) -> None:
    qtbot.keyClick(numbers, Qt.Key.Key_B)
    assert numbers.currentIndex().row() == 0


def test_long_heads_take_two_lines_and_the_names_keep_their_room(numbers: Numbers) -> None:
    long = Column("Running, extended", "")
    columns = (Column("Unit", ""), *(long for _ in range(8)))
    numbers.resize(600, 300)
    numbers.show_table(Table(columns, (Row("A", tuple(Cell("1", 1) for _ in range(8))),)))
    head = numbers.table_model().headerData(1, Qt.Orientation.Horizontal)
    assert head == "Running,\nextended"
    spoken = numbers.table_model().headerData(1, Qt.Orientation.Horizontal, Role.AccessibleTextRole)
    assert spoken == long.word
    assert numbers.columnWidth(0) >= 180


def test_the_names_take_what_the_numbers_leave(numbers: Numbers, qtbot: QtBot) -> None:
    numbers.resize(900, 300)
    numbers.show()
    left = numbers.viewport().width() - numbers.columnWidth(1) - numbers.columnWidth(2)
    qtbot.waitUntil(lambda: numbers.columnWidth(0) == left, timeout=20_000)
