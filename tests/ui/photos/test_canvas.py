"""Keys, wheel and mouse look closely at a photo; arrows step while all of it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.photos.canvas import Canvas

K = Qt.Key


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    image = QImage(800, 600, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.darkGreen)
    made.show_image(image, "Photo 1 of 1")
    return made


def test_it_fits_and_says_how_large(canvas: Canvas) -> None:
    assert canvas.percent() == 50
    assert canvas.accessibleName() == "Photo 1 of 1"
    assert canvas.accessibleDescription() == "Shown at 50 %"


def test_keys_zoom_fit_and_turn(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, K.Key_Plus)
    assert canvas.percent() == 62
    assert canvas.is_larger_than_view()
    qtbot.keyClick(canvas, K.Key_1)
    assert canvas.percent() == 100
    qtbot.keyClick(canvas, K.Key_Minus)
    assert canvas.percent() == 80
    qtbot.keyClick(canvas, K.Key_0)
    assert canvas.percent() == 50
    canvas.turn()
    assert canvas.lens.turns == 1
    assert canvas.percent() == 38


def test_arrows_step_while_all_is_seen_and_push_while_it_is_not(canvas: Canvas, qtbot: QtBot) -> None:
    steps: list[int] = []
    canvas.stepped.connect(steps.append)
    for key in (K.Key_Right, K.Key_Left, K.Key_PageDown, K.Key_PageUp):
        qtbot.keyClick(canvas, key)
    assert steps == [1, -1, 1, -1]
    qtbot.keyClick(canvas, K.Key_1)
    before = canvas.lens.point(QPointF(0, 0))
    qtbot.keyClick(canvas, K.Key_Right)
    assert canvas.lens.point(QPointF(0, 0)).x() == before.x() + 48
    assert len(steps) == 4


def test_the_wheel_zooms_about_the_pointer(canvas: Canvas) -> None:
    pointer = QPointF(100, 100)
    held = canvas.lens.point(pointer)
    nothing, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    event = QWheelEvent(
        pointer, pointer, QPoint(), QPoint(0, 240), buttons, nothing, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.percent() == 78
    assert (canvas.lens.point(pointer) - held).manhattanLength() < 1e-6


def test_the_mouse_pushes_and_a_double_click_changes_over(canvas: Canvas, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseDClick(canvas, left, pos=QPoint(200, 150))
    assert canvas.percent() == 100
    before = canvas.lens.point(QPointF())
    qtbot.mousePress(canvas, left, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(170, 130))
    qtbot.mouseRelease(canvas, left, pos=QPoint(170, 130))
    moved = canvas.lens.point(QPointF()) - before
    assert (round(moved.x()), round(moved.y())) == (30, 20)
    qtbot.mouseDClick(canvas, left, pos=QPoint(200, 150))
    assert not canvas.is_larger_than_view()


def test_it_paints_the_picture(canvas: Canvas) -> None:
    shown = canvas.grab().toImage()
    assert shown.pixelColor(200, 150) == Qt.GlobalColor.darkGreen
