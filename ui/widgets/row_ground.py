"""The ground a row of a list stands on: chosen, hovered, with the keyboard, and its lower line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
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
        _paint_frame(painter, rect.adjusted(SELECTION_BAR, 0, -1, -2), ink(colours.accent))


def _paint_frame(painter: QPainter, frame: QRect, colour: QColor) -> None:
    """Four bars: one stroke around them takes a hundred times as long where edges are smoothed."""
    painter.fillRect(QRect(frame.x(), frame.y(), frame.width(), 1), colour)
    painter.fillRect(QRect(frame.x(), frame.bottom(), frame.width(), 1), colour)
    painter.fillRect(QRect(frame.x(), frame.y() + 1, 1, frame.height() - 2), colour)
    painter.fillRect(QRect(frame.right(), frame.y() + 1, 1, frame.height() - 2), colour)
