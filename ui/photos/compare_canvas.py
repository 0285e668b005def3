"""Before and after in one frame, parted by a handle that the mouse or the arrows move."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachments import Moment
from ui.language import translate
from ui.photos.lens import Lens
from ui.photos.words import moment_word
from ui.theme import RADIUS, SPACING, current
from ui.widgets.pen import pen

_STEP = 0.05
_KNOB = 14
_K = Qt.Key


class CompareCanvas(QWidget):
    """Left of the handle the photo from before, right of it the one from after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo.compare")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self._before, self._after = QImage(), QImage()
        self.parting = 0.5

    def show_pair(self, before: QImage | None = None, after: QImage | None = None) -> None:
        """Show one of the two, or both; each comes when it is loaded."""
        self._before = self._before if before is None else before
        self._after = self._after if after is None else after
        self.part_at(self.parting)

    def forget(self) -> None:
        """Drop both pictures."""
        self._before, self._after = QImage(), QImage()
        self.part_at(0.5)

    def part_at(self, place: float) -> None:
        """Move the handle to a fraction of the width."""
        self.parting = min(1.0, max(0.0, place))
        self.setAccessibleName(translate("Photos", "Before and after the work"))
        told = translate("Photos", "{percent} % from before, the rest from after")
        self.setAccessibleDescription(told.format(percent=round(self.parting * 100)))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the handle, Home and End take it to the edges."""
        places = {
            _K.Key_Left: self.parting - _STEP, _K.Key_Right: self.parting + _STEP,
            _K.Key_Home: 0.0, _K.Key_End: 1.0,
        }  # fmt: skip
        place = places.get(_K(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            self.part_at(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle to the pointer."""
        self.part_at(event.position().x() / max(1, self.width()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And take it along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.part_at(event.position().x() / max(1, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both, each cut at the handle, then the handle and the words."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(current().colours.background))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = self.parting * self.width()
            self._paint(painter, self._before, QRectF(0, 0, line, self.height()))
            self._paint(painter, self._after, QRectF(line, 0, self.width() - line, self.height()))
            self._paint_handle(painter, line)
            self._paint_word(painter, Moment.BEFORE)
            self._paint_word(painter, Moment.AFTER)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(current().colours.accent), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, image: QImage, part: QRectF) -> None:
        if image.isNull():
            return
        painter.setClipRect(part)
        painter.setTransform(Lens(QSizeF(image.size()), QSizeF(self.size())).transform())
        painter.drawImage(QPointF(), image)
        painter.resetTransform()
        painter.setClipping(False)

    def _paint_handle(self, painter: QPainter, line: float) -> None:
        colours = current().colours
        painter.setPen(QPen(QColor(colours.surface), 4))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(QPointF(line, self.height() / 2), _KNOB, _KNOB)
        for side in (-1, 1):
            tip = QPointF(line + side * 9, self.height() / 2)
            for up in (-4, 4):
                painter.drawLine(tip, tip + QPointF(-side * 4, up))

    def _paint_word(self, painter: QPainter, moment: Moment) -> None:
        """A word in the corner of its side, on a ground of its own."""
        ink = pen(current().type.dense, QFont.Weight.DemiBold)
        word = moment_word(moment)
        width = ink.metrics.horizontalAdvance(word) + 2 * SPACING.small
        left = SPACING.small if moment is Moment.BEFORE else self.width() - width - SPACING.small
        box = QRectF(left, SPACING.small, width, ink.metrics.height() + SPACING.tight)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().colours.surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(QColor(current().colours.text))
        painter.setFont(ink.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
