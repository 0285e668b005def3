"""A page scrolls down and never sideways; a new page starts with the place it had to be given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.scroll_page import ScrollPage


def test_a_high_page_scrolls_down_only(qtbot: QtBot) -> None:
    area = ScrollPage("page")
    qtbot.addWidget(area)
    page = QWidget()
    page.setMinimumHeight(900)
    area.show_page(page)
    area.resize(300, 200)
    area.show()
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert not page.autoFillBackground()
    area.verticalScrollBar().setValue(300)
    assert area.verticalScrollBar().value() == 300
    area.to_top()
    assert area.verticalScrollBar().value() == 0
