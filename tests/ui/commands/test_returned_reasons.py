"""The reasons of returns stand side by side, the newest three, each with its number."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.domain.report import CodedReason
from tests.ui import city
from tests.ui.seated import Workplace
from ui.commands.returned_reasons import ReturnedReasons


def reason(number: int) -> CodedReason:
    return CodedReason("not_our_area", f"Lý do <{number}>", city.WARD, city.NOW)


def shown(qtbot: QtBot, workplace: Workplace, count: int) -> list[str]:
    made = ReturnedReasons([reason(number) for number in range(1, count + 1)], workplace.names)
    qtbot.addWidget(made)
    return [label.text() for label in made.findChildren(QLabel)]


def test_two_stand_side_by_side(qtbot: QtBot, workplace: Workplace) -> None:
    first, second = shown(qtbot, workplace, 2)
    assert "Return 1" in first
    assert "Lý do &lt;1&gt;" in first
    assert "Not in our area" in second


def test_of_many_the_newest_three_with_their_numbers(qtbot: QtBot, workplace: Workplace) -> None:
    found = shown(qtbot, workplace, 5)
    assert [f"Return {number}" in words for number, words in zip((3, 4, 5), found, strict=True)] == [True] * 3
