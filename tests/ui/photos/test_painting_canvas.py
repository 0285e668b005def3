"""Covers by mouse and by keys lie where they were painted, on the picture and not on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.pictures.covers import Cover
from ui.photos.painting_canvas import PaintingCanvas

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> PaintingCanvas:
    made = PaintingCanvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    image = QImage(800, 600, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    made.show_image(image, "Photo")
    made.begin()
    return made


def covers(canvas: PaintingCanvas) -> tuple[Cover, ...]:
    assert canvas.painting is not None
    return canvas.painting.covers


def draw(canvas: PaintingCanvas, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)


def rounded(cover: Cover) -> tuple[float, ...]:
    return tuple(round(part, 3) for part in (cover.left, cover.top, cover.right, cover.bottom))


def test_the_mouse_draws_in_any_direction(canvas: PaintingCanvas, qtbot: QtBot) -> None:
    draw(canvas, qtbot, QPoint(200, 225), QPoint(100, 75))
    assert rounded(covers(canvas)[0]) == (0.25, 0.25, 0.5, 0.75)
    shown = canvas.grab().toImage()
    assert shown.pixelColor(150, 150) == Qt.GlobalColor.black
    assert shown.pixelColor(300, 150) == Qt.GlobalColor.white


def test_a_turned_and_enlarged_view_covers_the_same_place(canvas: PaintingCanvas, qtbot: QtBot) -> None:
    canvas.turn()
    way = canvas.lens.transform()
    start, end = way.map(QPoint(80, 60)), way.map(QPoint(400, 300))
    draw(canvas, qtbot, start, end)
    assert all(
        abs(a - b) < 0.01 for a, b in zip(rounded(covers(canvas)[0]), (0.1, 0.1, 0.5, 0.5), strict=True)
    )


def test_the_keys_lay_push_resize_choose_and_remove(canvas: PaintingCanvas, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, K.Key_Insert)
    first = covers(canvas)[0]
    qtbot.keyClick(canvas, K.Key_Left)
    moved = covers(canvas)[0]
    assert round(first.left - moved.left, 3) == 0.03
    qtbot.keyClick(canvas, K.Key_Down, SHIFT)
    grown = covers(canvas)[0]
    assert (grown.top, round(grown.bottom - moved.bottom, 3)) == (moved.top, 0.04)
    qtbot.keyClick(canvas, K.Key_Insert)
    qtbot.keyClick(canvas, K.Key_PageUp)
    assert canvas.painting is not None
    assert canvas.painting.chosen == 0
    qtbot.keyClick(canvas, K.Key_Delete)
    assert len(covers(canvas)) == 1
    canvas.undo()
    assert covers(canvas)[0] == grown


def test_a_screen_reader_hears_where_they_lie(canvas: PaintingCanvas, qtbot: QtBot) -> None:
    draw(canvas, qtbot, QPoint(100, 75), QPoint(200, 225))
    told = canvas.accessibleDescription()
    assert "Rectangles: 1" in told
    assert "Rectangle 1: 25 % from the left, 25 % from the top" in told


def test_a_click_chooses_and_ctrl_pushes_the_picture(canvas: PaintingCanvas, qtbot: QtBot) -> None:
    draw(canvas, qtbot, QPoint(10, 10), QPoint(60, 60))
    draw(canvas, qtbot, QPoint(100, 100), QPoint(160, 160))
    qtbot.mouseClick(canvas, LEFT, pos=QPoint(30, 30))
    assert canvas.painting is not None
    assert canvas.painting.chosen == 0
    qtbot.mousePress(canvas, LEFT, CTRL, QPoint(30, 30))
    qtbot.mouseRelease(canvas, LEFT, CTRL, QPoint(90, 90))
    assert len(covers(canvas)) == 2


def test_without_a_pen_it_only_shows(canvas: PaintingCanvas, qtbot: QtBot) -> None:
    canvas.end()
    draw(canvas, qtbot, QPoint(10, 10), QPoint(60, 60))
    for act in (canvas.lay, canvas.remove, canvas.undo):
        act()
    assert canvas.painting is None
    assert canvas.accessibleDescription() == "Shown at 50 %"
