"""Before and after lie one over the other, parted where the handle stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.photos.compare_canvas import CompareCanvas


def plain(colour: Qt.GlobalColor) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB888)
    image.fill(colour)
    return image


@pytest.fixture
def compare(qtbot: QtBot) -> CompareCanvas:
    made = CompareCanvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_pair(before=plain(Qt.GlobalColor.red))
    made.show_pair(after=plain(Qt.GlobalColor.blue))
    return made


def test_each_side_shows_its_photo(compare: CompareCanvas) -> None:
    shown = compare.grab().toImage()
    assert shown.pixelColor(60, 200) == Qt.GlobalColor.red
    assert shown.pixelColor(340, 200) == Qt.GlobalColor.blue


def test_keys_and_mouse_move_the_handle(compare: CompareCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(compare, Qt.Key.Key_Right)
    assert round(compare.parting, 2) == 0.55
    qtbot.keyClick(compare, Qt.Key.Key_Home)
    assert compare.parting == 0
    qtbot.keyClick(compare, Qt.Key.Key_Left)
    assert compare.parting == 0
    qtbot.keyClick(compare, Qt.Key.Key_End)
    assert compare.parting == 1
    qtbot.mouseClick(compare, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert compare.parting == 0.25
    assert compare.accessibleDescription() == "25 % from before, the rest from after"
    assert compare.grab().toImage().pixelColor(200, 250) == Qt.GlobalColor.blue


def test_forgotten_pictures_are_gone(compare: CompareCanvas) -> None:
    compare.forget()
    shown = compare.grab().toImage()
    assert shown.pixelColor(60, 200) == shown.pixelColor(340, 200)
