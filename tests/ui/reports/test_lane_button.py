"""A lane says name, count, what to do and its key; Enter begins it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import QuickFilter
from ui.reports.lane_button import LaneButton
from ui.theme import TARGET


def made(qtbot: QtBot, count: int) -> LaneButton:
    button = LaneButton(QuickFilter.OVERDUE, 2)
    qtbot.addWidget(button)
    button.resize(600, button.sizeHint().height())
    button.set_count(count)
    return button


def test_all_of_it_is_spoken(qtbot: QtBot) -> None:
    button = made(qtbot, 4)
    assert button.accessibleName() == "Overdue, go through"
    assert button.accessibleDescription().startswith("4, Past their deadline")
    assert button.accessibleDescription().endswith("Alt+2")


def test_enter_and_space_begin_it(qtbot: QtBot) -> None:
    button, begun = made(qtbot, 4), []
    button.clicked.connect(lambda: begun.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(begun) == 3


def test_it_is_a_large_target_and_an_empty_one_looks_other(qtbot: QtBot) -> None:
    full, empty = made(qtbot, 4), made(qtbot, 0)
    assert full.height() >= TARGET
    assert full.grab().toImage() != empty.grab().toImage()
