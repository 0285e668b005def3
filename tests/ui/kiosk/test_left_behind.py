"""A card that stays is reminded of; one that goes is not."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.kiosk import left_behind as module
from ui.kiosk.left_behind import LeftBehind


@pytest.fixture
def watch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> LeftBehind:
    monkeypatch.setattr(module, "AFTER_MS", 50)
    return LeftBehind()


def test_a_card_that_stays(watch: LeftBehind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.reminded) as reminded:
        watch.answered("A")
    assert reminded.args == ["A"]
    assert watch.waits_for() == frozenset()


def test_each_reader_for_itself(watch: LeftBehind, qtbot: QtBot) -> None:
    watch.answered("A")
    watch.answered("B")
    watch.taken("A")
    with qtbot.waitSignal(watch.reminded) as reminded:
        pass
    assert reminded.args == ["B"]


def test_taking_a_card_nobody_knows_of_is_nothing(watch: LeftBehind) -> None:
    watch.taken("C")
    assert watch.waits_for() == frozenset()


def test_many_taps_at_one_reader_keep_one_timer(watch: LeftBehind) -> None:
    for _ in range(100):
        watch.answered("A")
        watch.taken("A")
    assert len(watch.findChildren(QTimer)) == 1
