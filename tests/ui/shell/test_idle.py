"""The desk locks when nobody is there, and not while somebody is."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.shell import idle
from ui.shell.idle import CONTACTLESS_MINUTES, IdleWatch, minutes_for


def remaining(watch: IdleWatch) -> int:
    return watch._timer.remainingTime()


def test_the_minutes_are_asked_for_when_it_begins(qtbot: QtBot) -> None:
    watch = IdleWatch(lambda: 15)
    watch.begin()
    assert 14 * 60_000 < remaining(watch) < 16 * 60_000
    watch.end()
    assert remaining(watch) == -1


def test_an_act_begins_the_minutes_anew(qtbot: QtBot) -> None:
    minutes = [1]
    watch, place = IdleWatch(lambda: minutes[0]), QWidget()
    qtbot.addWidget(place)
    watch.begin()
    minutes[0] = 30
    QApplication.sendEvent(place, QEvent(QEvent.Type.Enter))
    assert remaining(watch) < 120_000, "nobody touched anything"
    qtbot.keyClick(place, "a")
    assert remaining(watch) > 29 * 60_000
    watch.end()


def test_letters_of_an_input_method_are_an_act_and_its_being_reset_is_none(qtbot: QtBot) -> None:
    minutes = [1]
    watch, place = IdleWatch(lambda: minutes[0]), QWidget()
    qtbot.addWidget(place)
    watch.begin()
    minutes[0] = 30
    QApplication.sendEvent(place, QInputMethodEvent())
    assert remaining(watch) < 120_000, "the program itself resets it whenever the focus moves"
    QApplication.sendEvent(place, QInputMethodEvent("ơ", []))
    assert remaining(watch) > 29 * 60_000
    watch.end()


class Counting(IdleWatch):
    """How many events come by."""

    heard = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.heard += 1
        return super().eventFilter(watched, event)


def test_after_an_act_nothing_passes_by_until_it_listens_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle, "DEAF_MS", 300)
    minutes = [1]
    watch, place = Counting(lambda: minutes[0]), QWidget()
    qtbot.addWidget(place)
    watch.begin()
    qtbot.keyClick(place, "a")
    heard = watch.heard
    qtbot.keyClick(place, "b")
    assert watch.heard == heard
    minutes[0] = 30
    qtbot.waitUntil(lambda: remaining(watch) > 29 * 60_000, timeout=20_000)  # counted from here: never early
    qtbot.keyClick(place, "c")
    assert watch.heard > heard
    watch.end()


def test_one_that_has_ended_stays_deaf(qtbot: QtBot) -> None:
    watch, place = Counting(lambda: 1), QWidget()
    qtbot.addWidget(place)
    watch.begin()
    qtbot.keyClick(place, "a")
    watch.end()
    assert not watch._deaf.isActive()
    assert remaining(watch) == -1


def test_nobody_there_is_told_once(qtbot: QtBot) -> None:
    watch = IdleWatch(lambda: 0)
    with qtbot.waitSignal(watch.idle):
        watch.begin()
    assert remaining(watch) == -1


def test_over_the_air_the_minutes_are_few() -> None:
    session = SimpleNamespace(contactless=True)
    assert minutes_for(None, 30) == 30
    assert minutes_for(SimpleNamespace(contactless=False), 30) == 30  # type: ignore[arg-type]
    assert minutes_for(session, 30) == CONTACTLESS_MINUTES  # type: ignore[arg-type]
    assert minutes_for(session, 2) == 2  # type: ignore[arg-type]
