"""The frame of light: behind what is said, in one colour, for a moment, in nobody's way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.kiosk.flash import Flash


def test_it_shows_and_goes(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(300, 200)
    place.show()
    flash = Flash(place)
    assert flash.isHidden()
    flash.show_colour("#075C5C")
    assert flash.geometry() == place.rect()
    assert flash.grab().toImage().pixelColor(5, 100).name().upper() == "#075C5C"
    place.resize(400, 250)
    assert flash.geometry() == place.rect()
    qtbot.waitUntil(flash.isHidden)


def test_the_strip_at_the_foot_stays_uncovered(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(300, 200)
    strip = QWidget(place)
    strip.setFixedHeight(40)
    place.show()
    flash = Flash(place, above=strip)
    flash.show_colour("#075C5C")
    assert flash.geometry().height() == 160


def test_clicks_go_through(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    button = QPushButton("x", place)
    flash = Flash(place)
    place.show()
    flash.show_colour("#075C5C")
    assert flash.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_reaches_into_the_frame_stays_legible(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    place.resize(300, 200)
    part = QWidget(place)
    part.setGeometry(0, 180, 300, 20)
    part.setStyleSheet("background: #FFFFFF")
    flash = Flash(place)
    place.show()
    flash.show_colour("#075C5C")
    shown = place.grab().toImage()
    assert shown.pixelColor(150, 190).name().upper() == "#FFFFFF"
    assert shown.pixelColor(5, 100).name().upper() == "#075C5C"
