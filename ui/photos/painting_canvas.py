"""Rectangles painted over a photo, by mouse or by keys, just as they will be burnt into the public copy."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.pictures.covers import Cover, Painting
from ui.language import translate
from ui.photos.canvas import Canvas
from ui.theme import current

_PUSH, _FINE = 12.0, 2.0
"""What an arrow moves a rectangle by, in pixels of the view; with Alt held, finely."""
_NEW = 0.2
"""The side of a rectangle laid by the keys, as a part of what is seen."""
_PERCENT = 100
_K = Qt.Key
_ARROWS = {_K.Key_Left: (-1, 0), _K.Key_Right: (1, 0), _K.Key_Up: (0, -1), _K.Key_Down: (0, 1)}
_INK = QColor(0, 0, 0)
"""Black, as it is burnt in, in every scheme."""


class PaintingCanvas(Canvas):
    """The canvas while covers are painted; otherwise it only shows. ``painting`` is None while none are."""

    painted = Signal()
    """The covers, or which of them is chosen, have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painting: Painting | None = None
        self._from: QPointF | None = None
        self._to = QPointF()

    def begin(self) -> None:
        """Take the pen."""
        self.painting = Painting()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._tell()

    def end(self) -> None:
        """Put the pen away; what was painted is forgotten."""
        self.painting, self._from = None, None
        self.unsetCursor()
        self._tell()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self.painting is not None and self.painting.undo():
            self._tell()

    @Slot()
    def remove(self) -> None:
        """Take the chosen rectangle away."""
        if self.painting is not None:
            self.painting.remove()
            self._tell()

    @Slot()
    def lay(self) -> None:
        """Lay a rectangle in the middle of what is seen, for the arrows to push."""
        if self.painting is None:
            return
        middle = QPointF(self.rect().center())
        half = QPointF(self.width() * _NEW / 2, self.height() * _NEW / 2)
        self.painting.add(Cover.between(self._part(middle - half), self._part(middle + half)))
        self._tell()

    def described(self) -> str:
        """Say how many rectangles there are, and where the chosen one lies."""
        told = super().described()
        if self.painting is None:
            return told
        count = len(self.painting.covers)
        told += ". " + translate("Photos", "Rectangles: {count}").format(count=count)
        if self.painting.chosen is None:
            return told
        return told + ". " + _where(self.painting.covers[self.painting.chosen], self.painting.chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle; with Ctrl, or without a pen, take hold of the picture."""
        pushes = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.painting is None or pushes or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._from = self._to = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it larger."""
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        self._to = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lay it; a mere click chooses the one that lies there."""
        start, self._from = self._from, None
        if start is None or self.painting is None:
            super().mouseReleaseEvent(event)
            return
        here = self._part(event.position())
        if not self.painting.add(Cover.between(self._part(start), here)):
            self.painting.choose_at(*here)
        self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """With the pen in hand nothing jumps."""
        if self.painting is None:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert lays, arrows push, Shift with arrows resizes, PgUp and PgDn choose, Delete removes."""
        painting, key = self.painting, _K(event.key())
        if painting is None:
            super().keyPressEvent(event)
        elif key is _K.Key_Insert:
            self.lay()
        elif key is _K.Key_Delete:
            self.remove()
        elif key in {_K.Key_PageUp, _K.Key_PageDown}:
            painting.step(1 if key is _K.Key_PageDown else -1)
            self._tell()
        elif key in _ARROWS and painting.chosen is not None:
            self._push(painting, key, event.modifiers())
        else:
            super().keyPressEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        """Paint the covers as they will be, the chosen one in a frame, and the one being drawn."""
        if self.painting is None:
            return
        way = self.lens.transform()
        for place, cover in enumerate(self.painting.covers):
            shown = way.mapRect(self._box(cover))
            painter.fillRect(shown, _INK)
            chosen = place == self.painting.chosen
            painter.setPen(QPen(QColor("#FFD54A" if chosen else "#FFFFFF"), 2 if chosen else 1))
            painter.drawRect(shown)
        if self._from is not None:
            painter.fillRect(QRectF(self._from, self._to).normalized(), QColor(0, 0, 0, 160))
            painter.setPen(QPen(QColor(current().colours.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self._from, self._to).normalized())

    def _push(self, painting: Painting, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        if painting.chosen is None or self.image.isNull():
            return
        step = _FINE if held & Qt.KeyboardModifier.AltModifier else _PUSH
        x, y = _ARROWS[key]
        begin, end = self._part(QPointF()), self._part(QPointF(x * step, y * step))
        dx, dy = end[0] - begin[0], end[1] - begin[1]
        cover = painting.covers[painting.chosen]
        grows = bool(held & Qt.KeyboardModifier.ShiftModifier)
        painting.change(cover.grown(dx, dy) if grows else cover.moved(dx, dy))
        self._tell()

    def _part(self, at: QPointF) -> tuple[float, float]:
        """A point of the view as fractions of the picture."""
        point = self.lens.point(at)
        return point.x() / max(1, self.image.width()), point.y() / max(1, self.image.height())

    def _box(self, cover: Cover) -> QRectF:
        width, height = self.image.width(), self.image.height()
        corner = QPointF(cover.left * width, cover.top * height)
        return QRectF(corner, QPointF(cover.right * width, cover.bottom * height))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.described())
        self.painted.emit()
        self.update()


def _where(cover: Cover, place: int) -> str:
    told = translate("Photos", "Rectangle {number}: {left} % from the left, {top} % from the top")
    return told.format(number=place + 1, left=round(cover.left * _PERCENT), top=round(cover.top * _PERCENT))
