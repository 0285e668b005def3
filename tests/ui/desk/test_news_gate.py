"""The first news passes at once, a burst together; many outweighs a few."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.desk.news_gate import NewsGate


@pytest.fixture
def passed(qapp: object) -> tuple[NewsGate, list[frozenset[str]]]:
    gate = NewsGate()
    told: list[frozenset[str]] = []
    gate.passed.connect(told.append)
    return gate, told


def test_the_first_passes_at_once(passed: tuple[NewsGate, list[frozenset[str]]]) -> None:
    gate, told = passed
    gate.tell(("a",))
    assert told == [frozenset("a")]


def test_a_burst_passes_together(passed: tuple[NewsGate, list[frozenset[str]]], qtbot: QtBot) -> None:
    gate, told = passed
    for name in "abcdefgh":
        gate.tell((name,))
    assert len(told) == 1
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == frozenset("bcdefgh")


def test_many_outweighs_a_few(passed: tuple[NewsGate, list[frozenset[str]]], qtbot: QtBot) -> None:
    gate, told = passed
    gate.tell(("a",))
    gate.tell(("b",))
    gate.tell(())
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == frozenset()


def test_during_a_pause_news_waits(passed: tuple[NewsGate, list[frozenset[str]]], qtbot: QtBot) -> None:
    gate, told = passed
    gate.pause()
    gate.tell(("a",))
    assert told == []
    qtbot.waitUntil(lambda: told == [frozenset("a")])
