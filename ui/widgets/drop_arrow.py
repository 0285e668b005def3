"""The arrow at the right end of a field that opens a list or a calendar, in the theme's colour."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.icons import pixmap
from ui.theme import SPACING, beside_text

_SIZE = 14


def paint_arrow(field: QWidget) -> None:
    """Paint the arrow over ``field``, inside its paint event; the style sheet takes the native one away."""
    with QPainter(field) as painter:
        side = beside_text(_SIZE)
        left = field.width() - side - SPACING.small
        painter.drawPixmap(left, (field.height() - side) // 2, pixmap("chevron", "muted", _SIZE))
