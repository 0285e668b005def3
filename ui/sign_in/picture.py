"""The picture of reader and card: shows what to do with the hands. Painted, so it follows theme and scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import icons, theme
from ui.sign_in.stage import Stage

_SIZE = QSize(220, 156)
_READER = QRectF(40, 92, 140, 46)
_SLOT = QRectF(62, 97, 96, 5)
_CARD = QSize(84, 56)
_BADGE = 30
_COMPACT = 0.6
"""What a compact picture is multiplied by."""
_LIFTED, _INSERTED = 4.0, 44.0
"""Top of the card while it hovers above the slot, and while it stands in it."""

_BADGES = {
    Stage.UNUSABLE: ("danger", "danger"),
    Stage.NO_SERVICE: ("caution", "caution"),
    Stage.DONE: ("check", "good"),
    Stage.PIN: ("key", "accent"),
    Stage.READING: ("hold", "info"),
    Stage.CHECKING: ("lock", "info"),
}


class Picture(QWidget):
    """A reader, a card above or in it, and a badge; the words beside it carry the meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage.NO_READER
        self._scale = 1.0
        self.setFixedSize(_SIZE)

    def make_compact(self, compact: bool) -> None:
        """Be smaller from now on, for a low page, or as large as usual."""
        self._scale = _COMPACT if compact else 1.0
        self.setFixedSize(_SIZE * self._scale)

    def show_stage(self, stage: Stage) -> None:
        """Paint ``stage`` from now on."""
        self._stage = stage
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card behind reader, then arrow and badge."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(self._scale, self._scale)
            if self._stage in {Stage.NO_CARD, Stage.UNUSABLE}:
                self._paint_card(painter, _LIFTED)
            elif self._stage not in {Stage.NO_READER, Stage.NO_SERVICE}:
                self._paint_card(painter, _INSERTED)
            self._paint_reader(painter)
            if self._stage is Stage.NO_CARD:
                _paint_icon(painter, QRectF(98, 62, 24, 24), "come", "accent")
            if self._stage is Stage.NO_READER:
                _paint_icon(painter, QRectF(88, 28, 44, 44), "plug", "accent")
            self._paint_badge(painter)

    def _paint_card(self, painter: QPainter, top: float) -> None:
        colours = theme.current().colours
        frame = QRectF((_SIZE.width() - _CARD.width()) / 2, top, _CARD.width(), _CARD.height())
        painter.setPen(QPen(QColor(colours.accent), 1.75))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setBrush(QColor(colours.caution))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(frame.left() + 10, frame.bottom() - 24, 15, 12), 2, 2)
        painter.setBrush(QColor(colours.accent))
        for line, width in enumerate((34, 34, 22)):
            painter.drawRoundedRect(QRectF(frame.left() + 38, frame.top() + 12 + 9 * line, width, 3), 1, 1)

    def _paint_reader(self, painter: QPainter) -> None:
        colours = theme.current().colours
        missing = self._stage in {Stage.NO_READER, Stage.NO_SERVICE}
        line = Qt.PenStyle.DashLine if missing else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.control_border), 1.75, line))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(_READER, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.control_border))
        painter.drawRoundedRect(_SLOT, 2, 2)
        painter.setBrush(QColor(colours.border if missing else colours.good))
        painter.drawEllipse(QPointF(_READER.right() - 16, _READER.bottom() - 14), 4, 4)

    def _paint_badge(self, painter: QPainter) -> None:
        if self._stage not in _BADGES:
            return
        colours = theme.current().colours
        name, tone = _BADGES[self._stage]
        centre = QPointF(_READER.right() - 2, _READER.top() - 4)
        painter.setPen(QPen(QColor(getattr(colours, tone)), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(centre, _BADGE / 2 + 3, _BADGE / 2 + 3)
        _paint_icon(painter, QRectF(centre.x() - 10, centre.y() - 10, 20, 20), name, tone)


def _paint_icon(painter: QPainter, place: QRectF, name: str, tone: str) -> None:
    """Paint an icon as a part of the picture, which does not grow with the text."""
    drawn = icons.pixmap(name, tone, round(place.width()))
    painter.drawPixmap(place, drawn, QRectF(drawn.rect()))
