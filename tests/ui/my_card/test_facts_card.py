"""The frame of My card: the mark is said aloud, too; facts without a value take no line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.my_card.facts_card import FactsCard
from ui.widgets.tone import Tone


def test_marks_and_facts(qtbot: QtBot) -> None:
    card = FactsCard("one", "Heading")
    qtbot.addWidget(card)
    card.add_mark(Tone.GOOD, "all well")
    card.add_facts((("Name", "An"), ("Nothing", "")))
    assert [label.text() for label in card.findChildren(QLabel)] == ["Heading", "● all well", "Name", "An"]
    assert card.accessibleName() == "Heading: all well"
