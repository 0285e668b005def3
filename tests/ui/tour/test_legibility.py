"""A window that can be read has no findings; each way of cutting a text has its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.tour import hands, legibility
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.tick_box import TickBox

LONG = "Một câu dài hơn nhiều so với chỗ đứng của nó trên màn hình"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Words that have their room."""
    made = QWidget()
    made.setObjectName("window")
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    wrapped = QLabel(LONG)
    wrapped.setWordWrap(True)
    box = QComboBox()
    box.addItems(["Tất cả", "Quá hạn"])
    for part in (QLabel("Họ tên"), wrapped, QLineEdit(), QPushButton("Gửi"), TickBox(LONG), box):
        column.addWidget(part)
    made.resize(300, 500)
    made.show()
    qtbot.waitUntil(lambda: box.height() > 1, timeout=20_000)
    return made


def put(window: QWidget, part: QWidget, place: QRect) -> None:
    part.setParent(window)
    part.setGeometry(place)
    part.show()


def test_words_that_have_their_room_are_no_finding(window: QWidget) -> None:
    assert legibility.findings() == []


@pytest.mark.parametrize("make", [QLabel, QPushButton])
def test_words_too_wide_are_found(window: QWidget, make: type[QLabel | QPushButton]) -> None:
    put(window, make(LONG), QRect(0, 400, 60, 30))
    assert [each.partition(": ")[2] for each in legibility.findings()] == [
        f"{make.__name__} (unnamed) in window"
    ]
    assert legibility.findings(without="window") == []


def test_a_hint_too_wide_for_its_field_is_found(window: QWidget) -> None:
    field = QLineEdit()
    field.setPlaceholderText("Nhập số điện thoại của người phản ánh")
    put(window, field, QRect(0, 400, 80, 30))
    (found,) = legibility.findings()
    assert "px too narrow: QLineEdit" in found
    field.setText("có chữ")
    assert legibility.findings() == []


def test_lines_too_many_for_their_place_are_found(window: QWidget) -> None:
    label = QLabel(LONG)
    label.setWordWrap(True)
    put(window, label, QRect(0, 400, 120, 18))
    (found,) = legibility.findings()
    assert "px too low: QLabel" in found


def test_what_lies_outside_its_place_is_found_but_not_what_scrolls(window: QWidget, qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    page.resize(100, 2000)
    below = QLabel("Cuối trang", page)
    below.move(0, 1900)
    area.setWidget(page)
    put(window, area, QRect(0, 300, 200, 80))
    assert legibility.findings() == []
    below.move(90, 1900)
    assert legibility.findings() == ["outside its place: QLabel (unnamed) in QWidget"]


class Painted(QAbstractButton):
    """Paints its words by hand, cut where room ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint."""
        with QPainter(self) as painter:
            painter.drawText(10, 20, f"{self.text()[:6]}…")


def test_painted_words_that_end_in_an_ellipsis_are_found(window: QWidget) -> None:
    button = Painted()
    button.setText(LONG)
    put(window, button, QRect(0, 400, 200, 30))
    assert legibility.findings() == [f"no room for: {LONG[:6]}…"]


def test_a_line_that_carries_its_whole_text_as_a_tip_may_be_short(window: QWidget) -> None:
    line = ElidedLabel()
    line.setText(LONG)
    put(window, line, QRect(0, 400, 60, 20))
    assert legibility.findings() == []


def test_the_platforms_question_for_a_file_is_not_examined(qtbot: QtBot) -> None:
    window = QWidget()
    window.setObjectName("main")
    qtbot.addWidget(window)
    window.show()
    dialog = QFileDialog(window, "x")
    dialog.open()
    child(dialog, QLabel, "fileNameLabel").setFixedWidth(4)
    assert legibility.findings() == []
    other = QLabel("a word that has no room at all", window)
    other.setFixedWidth(4)
    other.show()
    assert legibility.findings()
    dialog.reject()


def test_a_window_larger_than_the_room_it_was_given_is_found(window: QWidget, qtbot: QtBot) -> None:
    main = QMainWindow()
    qtbot.addWidget(main)
    main.show()
    hands.resize(400, 300)
    assert legibility.findings() == ["larger than the screen, 300 × 500: QWidget window"]
    hands.resize(400, 600)
    assert legibility.findings() == []
