"""A check box whose frame and tick have the theme's contrast, and whose words go on in a further line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import SPACING, TARGET, beside_text, current

_RADIUS = 3
_BOX = 16
"""Side of the box in pixels; it grows with the text."""
_LEAST_LETTERS = 8
"""In the narrowest line."""
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
"""The tick's corners as fractions of the box."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TickBox(QCheckBox):
    """Paints itself: the native frame is too faint, and native words are cut where room ends."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        width = _words_left() + self.fontMetrics().horizontalAdvance(self.text()) + SPACING.tight
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters a line."""
        least = _words_left() + _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(least, self.sizeHint().width()), TARGET)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width``; never less than a target."""
        return max(TARGET, self._words(width).height() + 2)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click on the box and on any of the words."""
        return self.rect().contains(pos) and pos.x() <= _words_left() + self._words(self.width()).width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, frame and tick beside their first line."""
        words = self._words(self.width())
        words.moveTo(_words_left(), (self.height() - words.height()) // 2)
        side, line = beside_text(_BOX), self.fontMetrics().height()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_box(painter, QRectF(1, words.top() + (line - side) / 2, side, side))
            colours = current().colours
            ink = (
                colours.muted if not self.isEnabled() else colours.accent if self.hasFocus() else colours.text
            )
            painter.setPen(QColor(ink))
            painter.drawText(words, int(_WRAPPED), self.text())

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        colours = current().colours
        marked = self.isEnabled() and (self.isChecked() or self.hasFocus())
        painter.setPen(QPen(QColor(colours.accent if marked else colours.control_border), 1.5))
        filled = colours.accent if self.isEnabled() else colours.muted
        painter.setBrush(QColor(filled if self.isChecked() else colours.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self.isChecked():
            painter.setPen(QPen(QColor(colours.on_accent), 2))
            side = box.width()
            painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in _TICK])

    def _words(self, width: int) -> QRect:
        """Return the size of the words where the whole is ``width`` wide, as a rectangle at 0, 0."""
        room = QRect(0, 0, max(1, width - _words_left()), 1 << 16)
        return self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text())


def _words_left() -> int:
    return beside_text(_BOX) + SPACING.small + 1
