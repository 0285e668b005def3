"""The arrow is painted at the right end alone, in the theme's muted colour."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.drop_arrow import paint_arrow


class Plain(QWidget):
    """A field with nothing else on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow."""
        paint_arrow(self)


def marked(picture: QImage, left: int, right: int) -> bool:
    ground = picture.pixelColor(0, 0)
    rows, columns = range(picture.height()), range(left, right)
    return any(picture.pixelColor(x, y) != ground for x in columns for y in rows)


def test_the_arrow_stands_at_the_right_end_alone(qtbot: QtBot) -> None:
    field = Plain()
    qtbot.addWidget(field)
    field.resize(200, 30)
    picture = field.grab().toImage()
    assert marked(picture, 175, 195)
    assert not marked(picture, 0, 170)
