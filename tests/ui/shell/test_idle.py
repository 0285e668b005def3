"""The desk locks when nobody is there, and not while somebody is."""

from types import SimpleNamespace

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.shell.idle import CONTACTLESS_MINUTES, IdleWatch, minutes_for


def remaining(watch: IdleWatch) -> int:
    return child(watch, QTimer).remainingTime()


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
