"""One small picture of the strip: a photo or a document, its standing, how far it has travelled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.domain.attachments import Moment
from desktop_app.pictures.album import Photo, Standing
from desktop_app.pictures.under_way import Stage, UnderWay, share
from ui import icons
from ui.language import Translated
from ui.photos.words import photo_name, stage_word, standing_tone, standing_word
from ui.theme import RADIUS, beside_text, current
from ui.widgets.form import Said
from ui.widgets.tone import Tone, colour

_SIZE = QSize(92, 64)
_MOST_GROWTH = 1.5
"""With large letters: the words of a document find room, the report keeps most of its own."""
_MARK, _MARK_ICON, _EDGE, _ICON = 18, 14, 4, 28
_DASH, _LEAST = 5, 8
"""The dash of a file that travels: its height, and how much of it shows from the beginning."""
_ICONS = {
    Standing.UNDECIDED: "lock", Standing.READY: "eye", Standing.CHOSEN: "approve", Standing.PUBLIC: "publish",
}  # fmt: skip


def tile_size() -> QSize:
    """Return how large a tile is beside the letters in force."""
    return _SIZE * min(_MOST_GROWTH, current().text_scale)


class Tile(Translated, QAbstractButton):
    """A button in the strip: its frame, the ring of the focus, and the dash of a file that travels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(tile_size())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._way: UnderWay | None = None

    def show_way(self, way: UnderWay | None) -> None:
        """Show how far its file has come; None for one that is there."""
        if way != self._way:
            self._way = way
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedSize(tile_size())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """And that the pointer has left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what it stands for, the dash of its way, and the ring of the focus."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            shape = QPainterPath()
            shape.addRoundedRect(frame, RADIUS, RADIUS)
            painter.setClipPath(shape)
            painter.fillRect(self.rect(), QColor(current().colours.background))
            self.paint_inside(painter)
            self._paint_way(painter)
            painter.setClipping(False)
            strong = self.hasFocus() or self.underMouse()
            ink = current().colours.accent if strong else current().colours.control_border
            painter.setPen(QPen(QColor(ink), 2 if self.hasFocus() else 1))
            painter.drawPath(shape)

    def paint_inside(self, painter: QPainter) -> None:
        """Paint what it stands for, within the frame."""

    def _paint_way(self, painter: QPainter) -> None:
        """Along the bottom: the part that has arrived strong, the rest of the way faint."""
        way = self._way
        if way is None:
            return
        dash = QRect(0, self.height() - _DASH, self.width(), _DASH)
        if way.stage is Stage.REFUSED:
            painter.fillRect(dash, colour(Tone.DANGER))
            return
        painter.fillRect(dash, QColor(current().colours.border))
        dash.setWidth(max(_LEAST, round(self.width() * share((way,)))))
        painter.fillRect(dash, colour(Tone.INFO))


class PhotoTile(Tile):
    """A button that shows its photo; a screen reader hears the whole of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._photo: Photo | None = None
        self._place = 0, 0
        self._fault: Said | None = None

    @property
    def photo(self) -> Photo | None:
        """What it stands for."""
        return self._photo

    def show_photo(self, photo: Photo, place: int, count: int, way: UnderWay | None) -> None:
        """Stand for another photo, or for the same in another state; the picture follows."""
        if self._photo is None or self._photo.file.id != photo.file.id:
            self._picture, self._fault = QPixmap(), None
        self._photo, self._place = photo, (place, count)
        self.show_way(way)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say what it shows, how far it has travelled, and why there is no picture."""
        photo = self._photo
        if photo is None:
            return
        name, fault = photo_name(photo, *self._place), self._fault() if self._fault else ""
        said = stage_word(self._way.stage) if self._way else ""
        self.setAccessibleName(f"{name}, {said}" if said else name)
        self.setAccessibleDescription(fault)
        told = (photo.file.name, standing_word(photo.standing), said)
        self.setToolTip(fault or "\n".join(filter(None, told)))

    def show_picture(self, image: QImage) -> None:
        """Show the small picture, filling the tile."""
        room = self.size() * self.devicePixelRatioF()
        how = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        self._picture = QPixmap.fromImage(image.scaled(room, how, Qt.TransformationMode.SmoothTransformation))
        self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._fault = None
        self.retranslate()
        self.update()

    def show_fault(self, said: Said) -> None:
        """Say why there is no picture: not here yet, damaged, gone."""
        self._fault = said
        self.retranslate()
        self.update()

    def has_picture(self) -> bool:
        """Tell whether the photo itself is shown."""
        return not self._picture.isNull()

    def paint_inside(self, painter: QPainter) -> None:
        """Paint the picture or what stands in for it, and its marks."""
        self._paint_picture(painter)
        self._paint_marks(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        if self.has_picture():
            shown = self._picture.deviceIndependentSize().toSize()
            painter.drawPixmap(
                (self.width() - shown.width()) // 2, (self.height() - shown.height()) // 2, self._picture
            )
            return
        stand_in = icons.pixmap("caution" if self._fault else "photo", "muted", _ICON)
        place = QRect(QPoint(), stand_in.deviceIndependentSize().toSize())
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place.topLeft(), stand_in)

    def _paint_marks(self, painter: QPainter) -> None:
        """Top left what the public may see, top right what shows the work done."""
        photo = self._photo
        if photo is None:
            return
        side = beside_text(_MARK)
        mark = QRect(_EDGE, _EDGE, side, side)
        self._paint_mark(painter, mark, _ICONS[photo.standing], standing_tone(photo.standing).value)
        if photo.moment is Moment.AFTER:
            mark.moveRight(self.width() - _EDGE - 1)
            self._paint_mark(painter, mark, "check", "good")

    def _paint_mark(self, painter: QPainter, mark: QRect, name: str, tone: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().colours.surface))
        painter.drawRoundedRect(mark, _EDGE, _EDGE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = beside_text(_MARK - _MARK_ICON) // 2
        painter.drawPixmap(mark.topLeft() + QPoint(inside, inside), icons.pixmap(name, tone, _MARK_ICON))
