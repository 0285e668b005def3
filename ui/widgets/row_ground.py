"""The ground a row of a list stands on: chosen, hovered, with the keyboard, and its lower line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from ui.theme import current
from ui.widgets.tone import ink

SELECTION_BAR: Final = 3
"""Width in pixels of the bar before a chosen row."""


def paint_row_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paint what lies behind a row's words."""
    colours = current().colours
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, ink(colours.accent_soft))
        painter.fillRect(QRect(rect.x(), rect.y(), SELECTION_BAR, rect.height()), ink(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, ink(colours.background))
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), ink(colours.border))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(ink(colours.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(SELECTION_BAR + 0.5, 0.5, -1.5, -2.5))
