"""Where the report lies among the others of its ward, drawn from their points alone, with a scale."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.triage.place_sketch import PlaceSketch, Point, scale_bar
from ui.language import Translated, translate
from ui.theme import RADIUS, SPACING, beside_text, current
from ui.widgets.pen import advance, pen
from ui.widgets.tone import ink

_SMALL = QSize(196, 64)
_MOST_GROWTH = 1.5
"""With large letters: its words find room, the report keeps most of its own."""
_BARE = 28
"""The height of a report without coordinates: a sentence needs no picture."""
_DOT, _OWN, _CATCH = 3.0, 6.0, 10.0
_LARGE = 120
"""From this height on the dots are large."""
_ZOOM, _NEAREST, _FARTHEST = 1.25, 20.0, 20_000.0
_GRID, _BAR = 24, 70
_KILO = 1000
_NOTCH = 120
_PEN = 1.5
_K = Qt.Key


class SketchView(Translated, QWidget):
    """Plus and minus zoom, arrows walk from point to point by distance, Enter opens the chosen one."""

    chosen = Signal(str)
    """The id of the report a person wants to see."""
    enlarged = Signal()
    """The small picture was pressed where there is no point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail.map")
        self.setMouseTracking(True)
        self._sketch = PlaceSketch()
        self._fit()
        self._reach = self._sketch.reach
        self.at: int | None = None
        """The place of the point that is chosen, by distance."""
        self.retranslate()

    def show_sketch(self, sketch: PlaceSketch) -> None:
        """Show the surroundings of another report; the same again change nothing."""
        if sketch == self._sketch and self.at is None and self._reach == sketch.reach:
            return
        self._sketch, self._reach, self.at = sketch, sketch.reach, None
        self._fit()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sketch.has_point else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.retranslate()
        self.update()

    @property
    def sketch(self) -> PlaceSketch:
        """What is shown."""
        return self._sketch

    def sizeHint(self) -> QSize:
        """As under a report, beside the letters in force."""
        small = _SMALL * min(_MOST_GROWTH, current().text_scale)
        if self._sketch.has_point:
            return small
        words = advance(no_point(), current().type.counter)
        return QSize(max(small.width(), words + 4 * SPACING.tight), beside_text(_BARE))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setMinimumSize(self.sizeHint())

    def zoom(self, factor: float) -> None:
        """Show more (above 1) or less of the surroundings."""
        self._reach = min(_FARTHEST, max(_NEAREST, self._reach * factor))
        self.update()

    def choose(self, place: int | None) -> None:
        """Choose a point by its place in the order of distance."""
        self.at = place
        self.setAccessibleDescription(self._described())
        self.setToolTip(self._described())
        self.update()

    def place_of(self, point: Point) -> QPointF:
        """Return where a point is drawn."""
        scale = self._pixels_a_metre()
        return QPointF(self.width() / 2 + point.east * scale, self.height() / 2 - point.north * scale)

    def point_at(self, at: QPointF) -> int | None:
        """Return the place of the point nearest to ``at``, if one is near enough to be meant."""
        near = [
            (QPointF(self.place_of(point) - at).manhattanLength(), place)
            for place, point in enumerate(self._sketch.points)
        ]
        closest = min(near, default=(_CATCH + 1, 0))
        return closest[1] if closest[0] <= _CATCH else None

    def retranslate(self) -> None:
        """Say what is shown; where there is only a sentence it has the width of its words."""
        self._fit()
        self.setAccessibleName(translate("Map", "Place of the report among the others of its ward"))
        self.choose(self.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, walk, open; no letters (input methods)."""
        key, count = _K(event.key()), len(self._sketch.points)
        if key in {_K.Key_Plus, _K.Key_Equal}:
            self.zoom(1 / _ZOOM)
        elif key is _K.Key_Minus:
            self.zoom(_ZOOM)
        elif key in {_K.Key_Left, _K.Key_Right} and count:
            by = 1 if key is _K.Key_Right else -1
            self.choose(((-1 if self.at is None and by > 0 else self.at or 0) + by) % count)
        elif key in {_K.Key_Return, _K.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the report under the pointer, else ask for the large picture."""
        if self._sketch.has_point:
            self.choose(self.point_at(event.position()))
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the report under the pointer."""
        over = self.point_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.ArrowCursor)
        if over != self.at:
            self.choose(over)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self.zoom(_ZOOM ** (-event.angleDelta().y() / _NOTCH))
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Nothing is chosen by merely coming near."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grid, points, the report itself, the scale, and what there is no source for."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._sketch.has_point:
                self._paint_ground(painter)
                self._paint_points(painter)
                self._paint_scale(painter)
            self._paint_words(painter)

    def _open(self) -> None:
        if self.at is None:
            self.enlarged.emit()
        else:
            self.chosen.emit(self._sketch.points[self.at].report_id)

    def _pixels_a_metre(self) -> float:
        return min(self.width(), self.height()) / 2 / self._reach

    def _paint_ground(self, painter: QPainter) -> None:
        colours = current().colours
        painter.setBrush(QColor(colours.background))
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.control_border), 1))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        line = ink(colours.border)
        for x in range(self.width() // 2 % _GRID, self.width(), _GRID):
            painter.fillRect(x, 1, 1, self.height() - 2, line)
        for y in range(self.height() // 2 % _GRID, self.height(), _GRID):
            painter.fillRect(1, y, self.width() - 2, 1, line)

    def _paint_points(self, painter: QPainter) -> None:
        colours = current().colours
        size = 1.0 if self.height() >= _LARGE else 0.6
        ratio, scale = self.devicePixelRatioF(), self._pixels_a_metre()
        left, top = self.width() / 2, self.height() / 2
        for place, point in enumerate(self._sketch.points):
            line = colours.info if point.is_alike else colours.muted
            radius = size * (_OWN if place == self.at else _DOT)
            dot = _dot(radius, line, line if point.is_open else colours.background, ratio)
            half = ceil(radius + _PEN)
            painter.drawPixmap(
                QPointF(left + point.east * scale - half, top - point.north * scale - half), dot
            )
        painter.setPen(QPen(QColor(colours.surface), 2))
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), size * _OWN, size * _OWN)

    def _paint_scale(self, painter: QPainter) -> None:
        metres = scale_bar(1 / self._pixels_a_metre(), _BAR)
        length = metres * self._pixels_a_metre()
        right, base = self.width() - SPACING.small, self.height() - SPACING.tight - 2
        painter.setPen(QPen(QColor(current().colours.text), 1.5))
        painter.drawLine(QPointF(right - length, base), QPointF(right, base))
        for x in (right - length, right):
            painter.drawLine(QPointF(x, base - 4), QPointF(x, base))
        painter.setFont(pen(current().type.counter).font)
        high = painter.fontMetrics().height()
        box = QRectF(right - _BAR, base - 4 - high, _BAR, high)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, metres_word(metres))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(current().colours.muted))
        painter.setFont(pen(current().type.counter).font)
        box = QRectF(self.rect()).adjusted(SPACING.tight + 2, 1, -SPACING.tight, -1)
        if self._sketch.has_point:
            self._paint_legend(painter, box, translate("Map", "No base map yet"))
        else:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, no_point())

    def _paint_legend(self, painter: QPainter, box: QRectF, words: str) -> None:
        """Write over the points on a ground of their own, so that words stay words."""
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        plate = painter.boundingRect(box, corner, words).adjusted(-SPACING.tight, 1, SPACING.tight, 0)
        painter.fillRect(plate, QColor(current().colours.background))
        painter.drawText(box, corner, words)

    def _described(self) -> str:
        points = self._sketch.points
        if not self._sketch.has_point:
            return no_point()
        if self.at is not None:
            point = points[self.at]
            return f"{point.title} · {metres_word(point.metres)}"
        if not points:
            return translate("Map", "No other report of the ward has a point.")
        told = translate("Map", "Other reports of the ward: {count}, the nearest {far} away")
        return told.format(count=len(points), far=metres_word(points[0].metres))


@lru_cache(maxsize=32)
def _dot(radius: float, line: str, ground: str, ratio: float) -> QPixmap:
    """Draw a point once: there are a hundred of four kinds, and to draw a circle takes long."""
    side = 2 * ceil(radius + _PEN)
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(line), _PEN))
        painter.setBrush(ink(ground))
        painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    return picture


def no_point() -> str:
    """Return the sentence for a report without coordinates."""
    return translate("Map", "No coordinates")


def metres_word(metres: float) -> str:
    """Return a distance as people say it."""
    return f"{metres / _KILO:.3g} km" if metres >= _KILO else f"{metres:.0f} m"
