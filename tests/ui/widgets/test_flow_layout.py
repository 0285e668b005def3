"""Widgets stand side by side while there is room, then below; hidden ones take none."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout


def flow(qtbot: QtBot, count: int = 4) -> tuple[QWidget, FlowLayout, list[QFrame]]:
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(page, gap=10)
    layout.setContentsMargins(0, 0, 0, 0)
    parts = [QFrame(page) for _ in range(count)]
    for part in parts:
        part.setFixedSize(100, 30)
        layout.addWidget(part)
    page.show()
    return page, layout, parts


def test_one_line_where_there_is_room(qtbot: QtBot) -> None:
    page, layout, parts = flow(qtbot)
    page.resize(430, 200)
    assert {part.y() for part in parts} == {0}
    assert layout.heightForWidth(430) == 30


def test_the_next_line_where_room_ends(qtbot: QtBot) -> None:
    page, layout, parts = flow(qtbot)
    page.resize(429, 200)
    assert [part.y() for part in parts] == [0, 0, 0, 40]
    assert layout.heightForWidth(429) == 70
    assert layout.heightForWidth(100) == 150


def test_a_hidden_widget_takes_no_room(qtbot: QtBot) -> None:
    _page, layout, parts = flow(qtbot)
    parts[0].hide()
    assert layout.heightForWidth(320) == 30


def test_items_can_be_taken_out_again(qtbot: QtBot) -> None:
    _page, layout, parts = flow(qtbot)
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is parts[0]
    assert layout.count() == 3
    assert layout.itemAt(7) is None
    assert layout.takeAt(-1) is None
    assert layout.minimumSize().width() == 100


def test_lines_may_end_at_the_right_edge(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(page, gap=10, at_end=True)
    layout.setContentsMargins(0, 0, 0, 0)
    parts = [QFrame(page) for _ in range(4)]
    for part in parts[:3]:
        part.setFixedSize(100, 30)
        layout.addWidget(part)
    parts[3].setFixedSize(100, 30)
    layout.insertWidget(0, parts[3])
    page.resize(400, 200)
    page.show()
    assert layout.line_width() == 430
    assert [part.x() for part in parts] == [190, 300, 300, 80]
    assert [part.y() for part in parts] == [0, 0, 40, 0]
