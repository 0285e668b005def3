"""A filter says name and count to eye and ear: a line, a rail's icon, a lane of the day with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import QuickFilter
from ui.inbox.filter_button import FilterButton
from ui.theme import TARGET
from ui.widgets.tone import Tone, colour


def made(qtbot: QtBot, chosen: QuickFilter, count: int, narrow: bool = False) -> FilterButton:
    button = FilterButton(chosen)
    qtbot.addWidget(button)
    button.resize(48 if narrow else 168, 32)
    button.set_count(count)
    button.set_narrow(narrow)
    return button


def red(button: FilterButton) -> bool:
    """Tell whether anything on the button is as red as danger, edges of letters left aside."""
    picture, danger = button.grab().toImage(), colour(Tone.DANGER)
    pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(abs(p.red() - danger.red()) + abs(p.green() - danger.green()) < 30 for p in pixels)


def test_name_and_count_are_spoken(qtbot: QtBot) -> None:
    button = made(qtbot, QuickFilter.OVERDUE, 4)
    assert button.accessibleName() == "Overdue"
    assert button.accessibleDescription() == "Overdue, 4"


def test_an_alarming_count_is_painted_as_danger(qtbot: QtBot) -> None:
    assert red(made(qtbot, QuickFilter.OVERDUE, 4))
    assert not red(made(qtbot, QuickFilter.OVERDUE, 0))
    assert not red(made(qtbot, QuickFilter.ALL, 4))


def test_the_rail_tells_in_a_tip_what_it_has_no_room_for(qtbot: QtBot) -> None:
    narrow = made(qtbot, QuickFilter.MINE, 7, narrow=True)
    assert narrow.toolTip() == "Assigned to me, 7"
    assert narrow.grab().toImage() != made(qtbot, QuickFilter.MINE, 0, narrow=True).grab().toImage()


def test_a_checked_filter_looks_chosen(qtbot: QtBot) -> None:
    button = made(qtbot, QuickFilter.MINE, 7)
    before = button.grab().toImage()
    button.setChecked(True)
    assert button.grab().toImage() != before


def lane(qtbot: QtBot, count: int) -> FilterButton:
    button = FilterButton(QuickFilter.OVERDUE, key="Alt+2")
    qtbot.addWidget(button)
    button.resize(600, button.sizeHint().height())
    button.set_count(count)
    return button


def test_all_of_it_is_spoken(qtbot: QtBot) -> None:
    button = lane(qtbot, 4)
    assert button.accessibleName() == "Overdue, go through"
    assert button.accessibleDescription().startswith("4, Past their deadline")
    assert button.accessibleDescription().endswith("Alt+2")


def test_enter_and_space_begin_it(qtbot: QtBot) -> None:
    button, begun = lane(qtbot, 4), []
    button.clicked.connect(lambda: begun.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(begun) == 3


def test_it_is_a_large_target_and_an_empty_one_looks_other(qtbot: QtBot) -> None:
    full, empty = lane(qtbot, 4), lane(qtbot, 0)
    assert full.height() >= TARGET
    assert full.grab().toImage() != empty.grab().toImage()
