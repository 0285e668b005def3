"""A screen without faults has no findings; each kind of fault has its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.tour import access
from ui.widgets.day_box import DayBox


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A label with its field, and a button under them; active."""
    made = QWidget()
    made.setObjectName("window")
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    label, field, button = QLabel("Họ tên", made), QLineEdit(made), QPushButton("Gửi", made)
    field.setObjectName("field")
    label.setBuddy(field)
    for part in (label, field, button):
        column.addWidget(part)
    made.show()
    made.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field, timeout=20_000)
    return made


def add(window: QWidget, widget: QWidget, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: widget.height() > 1, timeout=20_000)


def test_a_screen_without_faults_has_no_findings(window: QWidget) -> None:
    assert access.findings() == []


def test_a_control_without_a_name_is_found(window: QWidget, qtbot: QtBot) -> None:
    add(window, QPushButton(window), qtbot)
    assert access.findings() == ["no name: QPushButton (unnamed) in window"]


def test_a_control_without_tab_is_found(window: QWidget, qtbot: QtBot) -> None:
    button = QPushButton("Xóa", window)
    button.setObjectName("delete")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    add(window, button, qtbot)
    assert access.findings() == ["no Tab: QPushButton delete in window"]


def test_a_field_that_keeps_the_tab_is_found(window: QWidget, qtbot: QtBot) -> None:
    field = QPlainTextEdit(window)
    field.setAccessibleName("Nội dung")
    add(window, field, qtbot)
    last = QPushButton("Sau", window)
    add(window, last, qtbot)
    assert access.findings() == ["Tab never comes to: QPushButton (unnamed) in window"]


def test_an_order_against_the_reading_is_found(window: QWidget, qtbot: QtBot) -> None:
    last, first = QPushButton("Hai", window), QPushButton("Một", window)
    add(window, first, qtbot)
    add(window, last, qtbot)
    assert access.findings() == [
        "Tab goes back up: QPushButton (unnamed) in window → QPushButton (unnamed) in window"
    ]


def test_a_window_may_be_left_out(window: QWidget, qtbot: QtBot) -> None:
    add(window, QPushButton(window), qtbot)
    assert access.findings(without="window") == []


def test_the_keyboard_is_put_back(window: QWidget) -> None:
    assert access.tab_round(window)[0].objectName() == "field"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "field"


def test_a_day_takes_three_tabs_and_lets_go(window: QWidget, qtbot: QtBot) -> None:
    day = DayBox(window)
    day.setAccessibleName("Từ ngày")
    add(window, day, qtbot)
    add(window, QPushButton("Sau", window), qtbot)
    assert access.findings() == []


def test_the_round_may_begin_anywhere(window: QWidget, qtbot: QtBot) -> None:
    last = QPushButton("Sau", window)
    add(window, last, qtbot)
    last.setFocus()
    qtbot.waitUntil(last.hasFocus, timeout=20_000)
    assert access.findings() == []
    assert len(access.tab_round(window)) == 3
