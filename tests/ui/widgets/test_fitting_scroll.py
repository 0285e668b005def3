"""As high as its page where there is room; else it scrolls, and the page is never squeezed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import SPACING
from ui.widgets.fitting_scroll import FittingScroll

_HIGH = 400


@pytest.fixture
def scroll(qtbot: QtBot) -> FittingScroll:
    made = FittingScroll("some")
    qtbot.addWidget(made)
    return made


def page(*heights: int) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for height in heights:
        part = QFrame()
        part.setFixedHeight(height)
        column.addWidget(part)
    return made


def test_nothing_asks_for_nothing(scroll: FittingScroll) -> None:
    assert scroll.sizeHint().height() == 0


def test_it_asks_for_its_pages_height(scroll: FittingScroll) -> None:
    scroll.show_page(page(40))
    assert scroll.sizeHint().height() == scroll.minimumSizeHint().height() == 40


def test_a_long_page_scrolls_where_room_is_short(scroll: FittingScroll, qtbot: QtBot) -> None:
    scroll.show_page(page(_HIGH))
    assert scroll.sizeHint().height() == _HIGH
    assert scroll.minimumSizeHint().height() < _HIGH
    scroll.resize(200, 150)
    scroll.show()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == _HIGH - 150, timeout=20_000)
    shown = scroll.widget()
    assert shown is not None
    assert shown.height() == _HIGH


def test_words_that_wrap_ask_for_the_height_they_take(scroll: FittingScroll, qtbot: QtBot) -> None:
    made = page()
    words = QLabel("Kính gửi: Quý Ông/Bà. " * 20)
    words.setWordWrap(True)
    layout = made.layout()
    assert layout is not None
    layout.addWidget(words)
    scroll.show_page(made)
    scroll.resize(800, 400)
    scroll.show()
    qtbot.waitUntil(lambda: scroll.viewport().width() == 800, timeout=20_000)
    wide = scroll.sizeHint().height()
    scroll.resize(200, 400)
    qtbot.waitUntil(lambda: scroll.sizeHint().height() > 2 * wide, timeout=20_000)


def test_where_one_writes_comes_into_sight_as_far_as_there_is_room(
    scroll: FittingScroll, qtbot: QtBot
) -> None:
    made, editor = page(100), QPlainTextEdit()
    editor.setFixedHeight(300)
    layout = made.layout()
    assert layout is not None
    layout.addWidget(editor)
    scroll.show_page(made)
    scroll.resize(300, 150)
    scroll.show()
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == _HIGH - 150, timeout=20_000)
    scroll.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: editor.hasFocus() and bar.value() > 0, timeout=20_000)
    assert 0 <= editor.mapTo(scroll, QPoint()).y() <= SPACING.tight
    editor.setPlainText("Kính gửi: Quý Ông/Bà.\n" * 40)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    scroll.resize(300, 140)
    cursor = editor.cursorRect().center()
    qtbot.waitUntil(lambda: scroll.rect().contains(editor.viewport().mapTo(scroll, cursor)), timeout=20_000)
