"""One filter at a time, by mouse and by key; the rail is 48 pixels wide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import QuickFilter
from ui.reports.filter_button import FilterButton
from ui.reports.filters import NARROW, WIDE, Filters
from ui.reports.query_words import Overview


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    made = Filters()
    qtbot.addWidget(made)
    made.show()
    return made


def button(filters: Filters, chosen: QuickFilter) -> FilterButton:
    found = filters.findChild(FilterButton, f"filter.{chosen.value}")
    assert isinstance(found, FilterButton)
    return found


def test_a_click_tells_the_filter(filters: Filters, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filters.chosen) as told:
        button(filters, QuickFilter.NEW).click()
    assert told.args == [QuickFilter.NEW]


def test_marking_a_filter_tells_nobody(filters: Filters) -> None:
    told: list[object] = []
    filters.chosen.connect(told.append)
    filters.select(QuickFilter.MINE)
    filters.select(QuickFilter.ALL)
    assert told == []
    assert [each for each in QuickFilter if button(filters, each).isChecked()] == [QuickFilter.ALL]


def test_up_and_down_step_to_the_neighbour(filters: Filters) -> None:
    told: list[object] = []
    filters.chosen.connect(told.append)
    filters.select(QuickFilter.OVERDUE)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(filters, key)
    assert told == [Overview.TODAY, QuickFilter.OVERDUE, QuickFilter.INSTANT]


def test_counts_reach_their_buttons(filters: Filters) -> None:
    filters.show_counts({QuickFilter.MINE: 37})
    assert button(filters, QuickFilter.MINE).accessibleDescription() == "Assigned to me, 37"
    assert button(filters, QuickFilter.NEW).accessibleDescription() == "New, 0"


def test_the_widths_are_the_design_s(filters: Filters) -> None:
    assert (filters.width(), WIDE, NARROW) == (184, 184, 48)
    filters.set_narrow(True)
    assert filters.maximumWidth() == filters.minimumWidth() == 48
