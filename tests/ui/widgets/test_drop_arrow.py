"""The arrow is painted at the right end, in the theme's muted colour."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.widgets.choice_box import ChoiceBox


def marked(picture: QImage, left: int, right: int) -> bool:
    ground = picture.pixelColor(left, 6)
    rows, columns = range(8, picture.height() - 8), range(left, right)
    return any(picture.pixelColor(x, y) != ground for x in columns for y in rows)


def test_the_arrow_stands_at_the_right_end_alone(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.setPlaceholderText("")
    box.resize(200, 30)
    picture = box.grab().toImage()
    assert marked(picture, 175, 195)
    assert not marked(picture, 60, 150)
