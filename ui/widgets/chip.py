"""A short word in a rounded frame of its tone: a state, a phase, a deadline."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
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
        look = current().type.dense, colour(self._tone).name(), self.devicePixelRatioF()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, _drawn(self._text, self.width(), self.height(), *look))


@lru_cache(maxsize=128)
def _drawn(text: str, width: int, height: int, letters: int, tone: str, ratio: float) -> QPixmap:
    """Draw a chip once: few words stand on them, and their round edges cost more than those."""
    picture = QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, whole = QColor(tone), QRectF(0, 0, width, height)
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(SPACING.small + _DOT / 2, height / 2), _DOT / 2, _DOT / 2)
        painter.setFont(pen(letters, QFont.Weight.DemiBold).font)
        words = whole.adjusted(2 * SPACING.small + _DOT - 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return picture


def _ink() -> Pen:
    return pen(current().type.dense, QFont.Weight.DemiBold)
