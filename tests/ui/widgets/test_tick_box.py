"""A tick box shows plainly whether it is ticked, by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui.theme import current
from ui.widgets.tick_box import TickBox


def test_ticked_is_filled_with_the_accent_and_bears_a_tick(qtbot: QtBot) -> None:
    box = TickBox("Seen")
    qtbot.addWidget(box)
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.resize(120, 28)
    empty = box.grab().toImage()
    box.setChecked(True)
    full = box.grab().toImage()
    inside = {full.pixelColor(x, y).name().upper() for x in range(4, 12) for y in range(10, 19)}
    assert empty != full
    assert current().colours.accent in inside
    assert current().colours.on_accent in inside


def test_words_that_find_no_room_go_on_in_a_further_line(qtbot: QtBot) -> None:
    box = TickBox("Tôi đã đọc trang này đúng như người dân sẽ thấy")
    qtbot.addWidget(box)
    line = box.sizeHint()
    assert box.minimumSizeHint().width() < line.width() / 2
    assert box.heightForWidth(line.width()) == line.height()
    assert box.heightForWidth(line.width() // 3) > 2 * box.fontMetrics().height()


def test_a_click_on_the_words_ticks_and_one_beside_them_does_not(qtbot: QtBot) -> None:
    box = TickBox("Đã xem")
    qtbot.addWidget(box)
    box.resize(400, 28)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(40, 14))
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(380, 14))
    assert box.isChecked()
