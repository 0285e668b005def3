"""A picture to look at closely: wheel and keys zoom, the mouse pushes, quarter turns; nothing is changed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.photos.lens import STEP, Lens
from ui.theme import current

_PUSH = 48
_NOTCH = 120
_PERCENT = 100
_K = Qt.Key
_PUSHES = {_K.Key_Left: (1, 0), _K.Key_Right: (-1, 0), _K.Key_Up: (0, 1), _K.Key_Down: (0, -1)}


class Canvas(QWidget):
    """Shows one image through a ``Lens``. Arrows push while it is larger than the view, else they step."""

    stepped = Signal(int)
    """The person wants the next photo (1) or the one before (-1)."""
    looked = Signal()
    """Scale or turn have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("photo.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.image = QImage()
        self.lens = Lens(QSizeF(), QSizeF(self.size()))
        self._name = ""
        self._held: QPoint | None = None

    def show_image(self, image: QImage, name: str) -> None:
        """Show another picture, whole; ``name`` is what a screen reader hears."""
        self.image, self._name = image, name
        self.lens = Lens(QSizeF(image.size()), QSizeF(self.size()))
        self.look_through(self.lens)

    def look_through(self, lens: Lens) -> None:
        """Show it otherwise, and say so."""
        self.lens = lens
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self.described())
        self.looked.emit()
        self.update()

    def percent(self) -> int:
        """Return the scale in percent of the picture's own pixels."""
        return round(self.lens.zoom * _PERCENT)

    def described(self) -> str:
        """Return how it is shown now, in words."""
        return translate("Photos", "Shown at {percent} %").format(percent=self.percent())

    @Slot()
    def zoom_in(self) -> None:
        """Show it larger."""
        self.look_through(self.lens.zoomed(STEP))

    @Slot()
    def zoom_out(self) -> None:
        """Show it smaller."""
        self.look_through(self.lens.zoomed(1 / STEP))

    @Slot()
    def fit(self) -> None:
        """Show all of it."""
        self.look_through(self.lens.fitted())

    @Slot()
    def full_size(self) -> None:
        """Show each of its pixels as one of the screen's."""
        self.look_through(self.lens.scaled(1 / self.devicePixelRatioF()))

    @Slot()
    def turn(self) -> None:
        """Turn it a quarter clockwise; only here, the file stays as it is."""
        self.look_through(self.lens.turned(1))

    def is_larger_than_view(self) -> bool:
        """Tell whether there is more of it than can be seen."""
        return self.lens.zoom > self.lens.fit * 1.001

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep fitting, or keep the scale."""
        super().resizeEvent(event)
        self.look_through(self.lens.seen_by(QSizeF(self.size())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self.look_through(self.lens.zoomed(STEP**notches, event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Push it along."""
        if self._held is not None:
            now = event.position().toPoint()
            self.look_through(self.lens.pushed(QPointF(now - self._held)))
            self._held = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """All of it, or each pixel about the pointer."""
        if self.is_larger_than_view():
            self.fit()
        else:
            self.look_through(self.lens.scaled(1 / self.devicePixelRatioF(), event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits, 1 is full size, arrows push or step; no letters (input methods)."""
        acts = {
            _K.Key_Plus: self.zoom_in, _K.Key_Equal: self.zoom_in, _K.Key_Minus: self.zoom_out,
            _K.Key_0: self.fit, _K.Key_1: self.full_size,
        }  # fmt: skip
        key = _K(event.key())
        if key in acts:
            acts[key]()
        elif key in {_K.Key_PageUp, _K.Key_PageDown}:
            self.stepped.emit(1 if key is _K.Key_PageDown else -1)
        elif key in _PUSHES and self.is_larger_than_view():
            x, y = _PUSHES[key]
            self.look_through(self.lens.pushed(QPointF(x * _PUSH, y * _PUSH)))
        elif key in {_K.Key_Left, _K.Key_Right}:
            self.stepped.emit(1 if key is _K.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the picture, what lies over it, and the ring of the focus."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(current().colours.background))
            if not self.image.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.setTransform(self.lens.transform())
                painter.drawImage(QPointF(), self.image)
                painter.resetTransform()
            self.paint_over(painter)
            if self.hasFocus():
                painter.setPen(QPen(QColor(current().colours.accent), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the picture; nothing here."""
