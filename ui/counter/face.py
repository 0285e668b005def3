"""The frame of the photo: empty, coming, shown or refused. Lives as long as the visit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from ui import icons
from ui.language import translate

SIZE = QSize(114, 152)
_ICON = 40


class FaceFrame(QFrame):
    """Shows the picture it is given; ``forget`` drops it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counter.face")
        self.setProperty("role", "card")
        self.setFixedSize(SIZE)
        self._picture = QPixmap()
        self.forget()

    def show_picture(self, picture: QImage) -> None:
        """Show a decoded picture, whole."""
        room = self.contentsRect().size() * self.devicePixelRatioF()
        self._picture = QPixmap.fromImage(
            picture.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.setAccessibleName(translate("Counter", "Photo from the chip"))
        self.update()

    def forget(self) -> None:
        """Drop the picture."""
        self._picture = QPixmap()
        self.setAccessibleName(translate("Counter", "No photo"))
        self.update()

    def has_picture(self) -> bool:
        """Tell whether a picture is shown."""
        return not self._picture.isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, then the picture or its stand-in."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            shown = self._picture if self.has_picture() else icons.pixmap("person", "border", _ICON)
            size = shown.deviceIndependentSize().toSize()
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawPixmap(left, top, shown)
