"""Each key of the desk reaches what it stands for, from whatever has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.desk.desk_keys import hear_keys

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
