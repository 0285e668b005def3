"""A tick box shows plainly whether it is ticked, by shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
