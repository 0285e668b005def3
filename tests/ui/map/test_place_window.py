"""The large picture says what it shows and what it has no source for; a chosen report closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.triage.place_sketch import PlaceSketch
from ui.map.place_window import PlaceWindow


def test_it_tells_what_is_missing_and_leaves_with_a_choice(qtbot: QtBot, sketch: PlaceSketch) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 700)
    window = PlaceWindow(ground)
    window.show_sketch(sketch)
    window.show()
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "no base map and no official boundary here; none is invented" in said
    told: list[str] = []
    window.view.chosen.connect(told.append)
    qtbot.keyClick(window.view, Qt.Key.Key_Right)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert told == ["n"]
    assert not window.isVisible()
