"""Names in a line: who writes comes first, a crowd is counted."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.news import Onlooker
from tests.support.clock import NOON
from ui.detail.onlooker_line import OnlookerLine, others_text


def test_nobody_is_no_line(qtbot: QtBot) -> None:
    line = OnlookerLine()
    qtbot.addWidget(line)
    line.show_others((Onlooker("Lê Văn C", False, NOON),))
    assert not line.isHidden()
    line.show_others(())
    assert line.isHidden()
    assert line.text() == ""


def test_of_a_crowd_three_are_named_and_the_rest_is_counted() -> None:
    crowd = [Onlooker(f"Người {number}", number == 4, NOON) for number in range(5)]
    told = others_text(crowd).split(" · ")
    assert [one.split(" (")[0] for one in told] == [
        "Người 4 is writing an answer", "Người 0 has this open", "Người 1 has this open", "2 more",
    ]  # fmt: skip


def test_a_name_with_markup_stays_a_name(qtbot: QtBot) -> None:
    line = OnlookerLine()
    qtbot.addWidget(line)
    line.show_others((Onlooker("<b>C</b>", False, NOON),))
    assert "<b>C</b>" in line.text()
    assert line.textFormat().name == "PlainText"
