"""The last answers, stacked: each stays 2.5 seconds, and none waits for another."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.kiosk.faces import Face, Shape
from ui.theme import KIOSK, interface_font

STAY_MS = 2500
MOST = 3
"""Answers on the screen at once; an older one gives way."""
_ROW, _GAP = 190, 12
_WORD, _NAME, _LINE = 98, 56, 34
_BLOCK = 170
"""Heights, sizes and the width of the coloured block, in units of a screen of 1080 lines."""


class Results(QWidget):
    """Paints the faces, newest on top; sizes follow ``unit`` (1.0 at 1080 lines)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk.results")
        self._shown: list[tuple[Face, float]] = []
        self._unit = 1.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._drop_old)

    def set_unit(self, unit: float) -> None:
        """Scale everything by ``unit``."""
        self._unit = unit
        self.setMinimumHeight(round(MOST * (_ROW + _GAP) * unit))
        self.update()

    def add(self, face: Face) -> None:
        """Show ``face`` on top for its time."""
        ends = time.monotonic() + STAY_MS / 1000
        self._shown = [(face, ends), *self._shown][:MOST]
        self._changed()

    def faces(self) -> list[Face]:
        """Return what is shown, newest first."""
        return [face for face, _ in self._shown]

    @Slot()
    def _drop_old(self) -> None:
        now = time.monotonic()
        self._shown = [(face, ends) for face, ends in self._shown if ends > now]
        self._changed()

    def _changed(self) -> None:
        newest = self._shown[0][0] if self._shown else None
        spoken = f"{newest.word} {newest.name} {newest.line}".strip() if newest else ""
        self.setAccessibleName(spoken)
        if self._shown:
            left = self._shown[-1][1] - time.monotonic()
            self._timer.start(max(1, math.ceil(left * 1000)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one row per face."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index, face in enumerate(self.faces()):
                top = index * (_ROW + _GAP) * self._unit
                self._paint_row(painter, QRectF(0, top, self.width(), _ROW * self._unit), face)

    def _paint_row(self, painter: QPainter, row: QRectF, face: Face) -> None:
        unit, colour = self._unit, QColor(face.colour)
        painter.setPen(QPen(colour, 3 * unit))
        painter.setBrush(QColor(KIOSK.ground))
        painter.drawRoundedRect(row.adjusted(2, 2, -2, -2), 10 * unit, 10 * unit)
        block = QRectF(row.left(), row.top(), _BLOCK * unit, row.height()).adjusted(2, 2, 0, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(block, 10 * unit, 10 * unit)
        _paint_shape(painter, block.center(), 52 * unit, face.shape)
        words = row.adjusted((_BLOCK + 32) * unit, 0, -32 * unit, 0)
        self._paint_words(painter, words, face)

    def _paint_words(self, painter: QPainter, room: QRectF, face: Face) -> None:
        unit = self._unit
        # With a line under it the word moves up, but a stacked diacritic must stay inside the frame.
        head = room.adjusted(0, 8 * unit, 0, -room.height() * 0.27) if face.line else room
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        word_font = _font(_WORD * unit, QFont.Weight.Bold)
        painter.setFont(word_font)
        painter.setPen(QColor(face.colour))
        painter.drawText(head, left, face.word)
        after = QFontMetricsF(word_font).horizontalAdvance(face.word) + 48 * unit
        name_font = _font(_NAME * unit, QFont.Weight.DemiBold)
        painter.setFont(name_font)
        painter.setPen(QColor(KIOSK.text))
        painter.drawText(head, right, face.time)
        taken = after + QFontMetricsF(name_font).horizontalAdvance(face.time) + 32 * unit
        name = QFontMetricsF(name_font).elidedText(
            face.name, Qt.TextElideMode.ElideRight, max(0.0, head.width() - taken)
        )
        painter.drawText(head.adjusted(after, 0, 0, 0), left, name)
        if face.line:
            painter.setFont(_font(_LINE * unit, QFont.Weight.Normal))
            foot = room.adjusted(0, room.height() * 0.7, 0, -6 * unit)
            painter.drawText(foot, left | Qt.TextFlag.TextWordWrap, face.line)


def _font(pixels: float, weight: QFont.Weight) -> QFont:
    font = interface_font(max(1, round(pixels)))
    font.setWeight(weight)
    return font


def _paint_shape(painter: QPainter, centre: QPointF, half: float, shape: Shape) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(KIOSK.ground))
    if shape in {Shape.DOWN, Shape.UP}:
        sign = 1.0 if shape is Shape.DOWN else -1.0
        painter.drawPolygon(_arrow(centre, half, sign))
        return
    pen = QPen(QColor(KIOSK.ground), half * 0.34)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape is Shape.CROSS:
        reach = half * 0.75
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach))
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))
    else:
        corners = ((-0.85, 0.05), (-0.25, 0.65), (0.85, -0.6))
        painter.drawPolyline(QPolygonF([centre + QPointF(x * half, y * half) for x, y in corners]))


def _arrow(centre: QPointF, half: float, sign: float) -> QPolygonF:
    corners = ((-0.32, -1.0), (0.32, -1.0), (0.32, 0.0), (0.9, 0.0), (0.0, 1.0), (-0.9, 0.0), (-0.32, 0.0))
    return QPolygonF([centre + QPointF(x * half, sign * y * half) for x, y in corners])
