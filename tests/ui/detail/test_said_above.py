"""What is said above the text comes and goes as a whole, and scrolls before it lies over anything."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.detail.said_above import SaidAbove
from ui.widgets.notice import Notice
from ui.widgets.tone import Tone

LONG = "Somebody else changed this report meanwhile, and nothing of what was written here is lost. " * 3


class Column:
    """A pane with what is said between a head and a foot that never give way."""

    def __init__(self, qtbot: QtBot) -> None:
        self.line, self.notice = QLabel("Trần Thị B has this open"), Notice("notice")
        self.line.hide()
        self.said, self.head, self.foot = SaidAbove(self.line, self.notice), QWidget(), QWidget()
        self.pane = QWidget()
        qtbot.addWidget(self.pane)
        layout = QVBoxLayout(self.pane)
        for part in (self.head, self.said, self.foot):
            layout.addWidget(part)
        for fixed in (self.head, self.foot):
            fixed.setFixedHeight(100)
        layout.addStretch(1)
        self.pane.resize(400, 600)
        self.pane.show()


@pytest.fixture
def column(qtbot: QtBot) -> Column:
    return Column(qtbot)


def test_it_is_there_only_while_something_is_said(column: Column, qtbot: QtBot) -> None:
    assert column.said.isHidden()
    assert column.said.left_out(400) == 0
    column.notice.say(Tone.DANGER, "Not taken.")
    assert column.said.isVisible()
    column.line.show()
    column.notice.clear()
    assert column.said.isVisible()
    column.line.hide()
    assert column.said.isHidden()


def test_with_room_it_is_as_high_as_its_words(column: Column, qtbot: QtBot) -> None:
    column.notice.say(Tone.DANGER, LONG, LONG)
    qtbot.waitUntil(lambda: column.notice.height() == column.said.height(), timeout=20_000)
    assert column.said.verticalScrollBar().maximum() == 0
    assert column.notice.height() >= column.notice.heightForWidth(column.notice.width())


def test_without_room_it_scrolls_and_lies_over_nothing(column: Column, qtbot: QtBot) -> None:
    column.notice.say(Tone.DANGER, LONG, LONG)
    column.pane.resize(400, column.pane.minimumSizeHint().height())
    bar = column.said.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=20_000)
    QApplication.processEvents()
    assert column.head.geometry().bottom() < column.said.geometry().top()
    assert column.said.geometry().bottom() < column.foot.geometry().top()
    assert column.said.height() >= SaidAbove.least
    assert column.said.left_out(400) > 0
    assert column.notice.height() >= column.notice.heightForWidth(column.notice.width()), "nothing is cut"
