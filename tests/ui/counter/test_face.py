"""The photo's frame: empty, shown, forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.counter.face import FaceFrame


def test_shown_and_forgotten(qtbot: QtBot) -> None:
    frame = FaceFrame()
    qtbot.addWidget(frame)
    frame.show()
    assert frame.accessibleName() == "No photo"
    picture = QImage(240, 320, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.red)
    frame.show_picture(picture)
    middle = frame.grab().toImage().pixelColor(frame.rect().center())
    assert middle == QColor(Qt.GlobalColor.red)
    frame.forget()
    assert not frame.has_picture()
    assert frame.grab().toImage().pixelColor(frame.rect().center()) != middle
