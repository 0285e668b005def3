"""Each key of the desk reaches what it stands for, from whatever has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from tests.ui.desk.test_desk import Seat, panels, rows, title
from tests.ui.seated import Workplace
from ui.desk.desk import Desk
from ui.desk.desk_keys import hear_keys
from ui.inbox.filter_button import FilterButton

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_F, CTRL, "search"),
        (Qt.Key.Key_Return, CTRL, "primary"),
        (Qt.Key.Key_Enter, CTRL, "primary"),
        (Qt.Key.Key_J, CTRL, "alarm"),
        (Qt.Key.Key_PageDown, CTRL, "following"),
        (Qt.Key.Key_PageUp, CTRL, "preceding"),
        (Qt.Key.Key_1, ALT, 1),
        (Qt.Key.Key_9, ALT, 9),
    ],
)
def test_a_key_does_what_it_stands_for(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: object
) -> None:
    desk, field, told = QWidget(), QLineEdit(), list[object]()
    qtbot.addWidget(desk)
    QVBoxLayout(desk).addWidget(field)
    hear_keys(
        desk,
        search=lambda: told.append("search"),
        primary=lambda: told.append("primary"),
        undo=lambda: told.append("undo"),
        alarm=lambda: told.append("alarm"),
        numbered=told.append,
        following=lambda: told.append("following"),
        preceding=lambda: told.append("preceding"),
    )
    with qtbot.waitActive(desk, timeout=20_000):
        desk.show()
        desk.activateWindow()
    field.setFocus()
    QTest.keyClick(field, key, modifier)
    assert told == [expected]


def with_a_list(workplace: Workplace, seat: Seat) -> Desk:
    desk = seat(workplace)
    child(desk, FilterButton, "filter.mine").click()
    return desk


def test_an_opened_report_has_the_keyboard_in_its_text_and_esc_goes_back_to_the_list(
    workplace: Workplace, seat: Seat, qtbot: QtBot
) -> None:
    desk = with_a_list(workplace, seat)
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    desk.focus_list()
    QTest.keyClick(rows(desk), Qt.Key.Key_Return)
    text = child(desk, QWidget, "detail.body")
    qtbot.waitUntil(lambda: desk.focusWidget() is text, timeout=20_000)
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert desk.focusWidget() is rows(desk)


def test_the_report_beside_is_opened_without_the_list_but_not_while_one_writes(
    workplace: Workplace, seat: Seat, qtbot: QtBot
) -> None:
    desk = with_a_list(workplace, seat)
    with qtbot.waitActive(desk, timeout=20_000):
        desk.activateWindow()
    first, second = (rows(desk).model().index(row, 0).data() for row in range(2))
    desk.focus_list()
    QTest.keyClick(rows(desk), Qt.Key.Key_Home)
    QTest.keyClick(rows(desk), Qt.Key.Key_Return)
    QTest.keyClick(desk, Qt.Key.Key_PageDown, CTRL)
    assert title(desk) == second
    QTest.keyClick(desk, Qt.Key.Key_PageUp, CTRL)
    assert title(desk) == first
    QTest.keyClick(desk, Qt.Key.Key_PageUp, CTRL)
    assert title(desk) == first, "there is none before the first"
    QTest.keyClick(desk, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: bool(panels(desk)), timeout=20_000)
    QTest.keyClick(desk, Qt.Key.Key_PageDown, CTRL)
    assert title(desk) == first
