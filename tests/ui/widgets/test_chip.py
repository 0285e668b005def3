"""A chip says its word to eye and ear, makes room for it, and hides when it has none."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.chip import Chip
from ui.widgets.tone import Tone, colour


def test_a_chip_paints_in_its_tone(qtbot: QtBot) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_mark("Returned", Tone.DANGER)
    chip.resize(chip.sizeHint())
    picture = chip.grab().toImage()
    colours = {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}
    assert colour(Tone.DANGER).name() in colours


def test_a_longer_word_takes_more_room(qtbot: QtBot) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_mark("ế", Tone.INFO)
    narrow = chip.sizeHint().width()
    chip.show_mark("Awaiting approval", Tone.INFO)
    assert chip.sizeHint().width() > narrow
    assert chip.accessibleName() == chip.text() == "Awaiting approval"


def test_without_a_word_there_is_no_chip(qtbot: QtBot) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_mark("New", Tone.INFO)
    assert not chip.isHidden()
    chip.show_mark("", Tone.INFO)
    assert chip.isHidden()
