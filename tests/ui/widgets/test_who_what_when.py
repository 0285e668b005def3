"""The three cells stand in the city's order and say in words what is missing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.tone import Tone
from ui.widgets.who_what_when import WhoWhatWhen


def cell(strip: WhoWhatWhen, name: str) -> QLabel:
    found = strip.findChild(QLabel, f"whoWhatWhen.{name}")
    assert found is not None
    return found


def test_who_what_when_stand_in_this_order(qtbot: QtBot) -> None:
    strip = WhoWhatWhen()
    qtbot.addWidget(strip)
    strip.show_assignment("Tổ HTĐT", "Thông thoát cống", "26/11 · 2 WD left", Tone.CAUTION)
    strip.resize(600, 60)
    strip.show()
    cells = [cell(strip, name) for name in ("who", "what", "when")]
    places = [each.mapTo(strip, each.rect().topLeft()).x() for each in cells]
    assert places == sorted(places)
    assert len(set(places)) == 3
    assert cells[2].property("role") == "caution"
    assert cells[0].accessibleName() == "Who: Tổ HTĐT"


def test_what_is_missing_is_said(qtbot: QtBot) -> None:
    strip = WhoWhatWhen()
    qtbot.addWidget(strip)
    strip.show_assignment("", "", "", Tone.NEUTRAL)
    assert {cell(strip, name).text() for name in ("who", "what", "when")} == {"not assigned yet"}


def test_larger_letters_make_headings_higher(qtbot: QtBot) -> None:
    strip = WhoWhatWhen()
    qtbot.addWidget(strip)
    strip.show_assignment("Tổ HTĐT", "answer", "26/11", Tone.NEUTRAL)
    before = strip.heightForWidth(600)
    for heading in strip.findChildren(QLabel):
        large = heading.font()
        large.setPixelSize(40)
        heading.setFont(large)
    assert strip.heightForWidth(600) > before


def test_what_is_held_together_parts_where_it_finds_no_room(qtbot: QtBot) -> None:
    strip, held = WhoWhatWhen(), "26/11/2026 17:00\u00a0·\u00a0quá\u00a0hạn\u00a0411\u00a0LV"
    qtbot.addWidget(strip)
    strip.show_assignment("Tổ HTĐT", "Thông thoát cống", held, Tone.DANGER)
    value = cell(strip, "when")
    heights = {width: strip.heightForWidth(width) for width in (1400, 300)}
    assert value.text() == held.replace("\u00a0", " ")
    strip.resize(300, heights[300])
    words = [value.fontMetrics().horizontalAdvance(word) for word in value.text().split(" ")]
    assert max(words) <= value.width()
    assert heights[300] > heights[1400]
    strip.heightForWidth(1400)
    assert value.text() == held
    assert value.toolTip() == held
