"""Points where they lie, chosen by mouse and keys, a scale, and plain words for what is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.triage.place_sketch import PlaceSketch
from ui.language import Language, install
from ui.map.sketch_view import SketchView, metres_word
from ui.theme import Scheme, Theme, current, interface_font

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, sketch: PlaceSketch) -> SketchView:
    made = SketchView()
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.show_sketch(sketch)
    return made


def test_north_is_up_and_the_report_in_the_middle(view: SketchView) -> None:
    north, east = view.sketch.points
    assert view.place_of(north) == QPointF(100, 50)
    assert view.place_of(east) == QPointF(180, 100)
    shown = view.grab().toImage()
    assert shown.pixelColor(100, 100) == QColor(current().colours.accent)
    assert shown.pixelColor(100, 50) == QColor(current().colours.info)


def test_the_nearest_is_told_and_each_by_the_keys(view: SketchView, qtbot: QtBot) -> None:
    told: list[str] = []
    view.chosen.connect(told.append)
    assert view.accessibleDescription() == "Other reports of the ward: 2, the nearest 50 m away"
    qtbot.keyClick(view, K.Key_Right)
    assert view.accessibleDescription() == "Rác ở Lê Lợi · 50 m"
    qtbot.keyClick(view, K.Key_Right)
    qtbot.keyClick(view, K.Key_Return)
    qtbot.keyClick(view, K.Key_Left)
    qtbot.keyClick(view, K.Key_Return)
    assert told == ["e", "n"]


def test_a_click_opens_what_lies_there_or_the_large_picture(view: SketchView, qtbot: QtBot) -> None:
    told: list[str] = []
    view.chosen.connect(told.append)
    view.enlarged.connect(lambda: told.append("large"))
    qtbot.mouseClick(view, LEFT, pos=QPoint(102, 52))
    qtbot.mouseClick(view, LEFT, pos=QPoint(20, 180))
    assert told == ["n", "large"]


def test_zooming_moves_the_points_apart(view: SketchView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, K.Key_Plus)
    assert view.place_of(view.sketch.points[0]).y() == 37.5
    qtbot.keyClick(view, K.Key_Minus)
    assert view.place_of(view.sketch.points[0]).y() == 50


def test_what_is_missing_is_said(view: SketchView) -> None:
    view.show_sketch(PlaceSketch())
    assert view.accessibleDescription() == "No coordinates"
    view.show_sketch(PlaceSketch(has_point=True))
    assert view.accessibleDescription() == "No other report of the ward has a point."
    assert view.grab().toImage().pixelColor(100, 100) == QColor(current().colours.accent)


def test_distances_read_as_people_say_them() -> None:
    assert [metres_word(metres) for metres in (50, 200.4, 1000, 2350)] == ["50 m", "200 m", "1 km", "2.35 km"]


def test_its_words_find_room_whatever_the_size_of_letters(
    qapp: QApplication, qtbot: QtBot, sketch: PlaceSketch
) -> None:
    theme = Theme(qapp, Scheme.LIGHT)
    made = SketchView()
    qtbot.addWidget(made)
    made.show()
    bare = made.minimumHeight()
    made.show_sketch(sketch)
    small = made.minimumSize()
    theme.choose(Scheme.LIGHT, 2.0)
    assert made.minimumSize() == small * 1.5
    counter = QFontMetrics(interface_font(current().type.counter))
    assert made.minimumHeight() >= 2 * counter.height(), "the legend above, the scale below"
    made.show_sketch(PlaceSketch())
    assert made.minimumHeight() == 2 * bare
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "tọa độ" in made.accessibleDescription(), timeout=20_000)
    assert made.minimumWidth() > counter.horizontalAdvance(made.accessibleDescription())
