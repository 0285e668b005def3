"""A short word in a rounded frame of its tone: a state, a phase, a deadline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import RADIUS, SPACING, current
from ui.widgets.pen import Pen, pen
from ui.widgets.tone import Tone, colour

_DOT = 6


class Chip(QWidget):
    """Paints a dot and a word; the tone colours both, the word carries the meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = Tone.NEUTRAL
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, text: str, tone: Tone) -> None:
        """Say ``text`` in ``tone``; an empty text hides the chip."""
        if (text, tone) == (self._text, self._tone) and text:
            return
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for the word, the dot and the frame."""
        metrics = _ink().metrics
        width = metrics.horizontalAdvance(self._text) + _DOT + 3 * SPACING.small
        return QSize(width, metrics.height() + SPACING.tight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, dot and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colour(self._tone)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(SPACING.small + _DOT / 2, self.height() / 2), _DOT / 2, _DOT / 2)
        painter.setFont(_ink().font)
        words = self.rect().adjusted(2 * SPACING.small + _DOT - 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


def _ink() -> Pen:
    return pen(current().type.dense, QFont.Weight.DemiBold)
