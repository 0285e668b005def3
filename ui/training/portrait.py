"""A specimen's photo for virtual documents: a drawn silhouette, no one's face."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from cardio.simulator.emrtd.person import Person

_WIDTH, _HEIGHT = 240, 320
_GROUNDS: Final = ("#D9E4EC", "#E6DFEC", "#E3E8DA", "#EEE3D6")
_QUALITY: Final = 85


def portrait(person: Person) -> bytes:
    """Return a JPEG of the size in real chips; the same person looks alike each time."""
    picture = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB888)
    picture.fill(QColor(_GROUNDS[int(person.number[-2:]) // 8 % len(_GROUNDS)]))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor("#7B8794"))
        painter.drawEllipse(QPoint(_WIDTH // 2, 130), 56, 68)
        shoulders = QPainterPath()
        shoulders.addRoundedRect(QRect(36, 222, _WIDTH - 72, 140), 60, 60)
        painter.drawPath(shoulders)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]  # the stub wants bytes; Qt takes both
    return bytes(data.data())
