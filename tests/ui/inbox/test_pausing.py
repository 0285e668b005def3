"""What waits for a pause happens once: after it, or at once when it is asked for; never when called off."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.inbox.pausing import Pause


class Counted:
    """A pause and how often it was over."""

    def __init__(self, qtbot: QtBot) -> None:
        self.parent = QObject()
        self.pause, self.times = Pause(self.parent), 0
        self.pause.over.connect(self._count)

    def _count(self) -> None:
        self.times += 1


def test_beginning_again_waits_anew_and_ends_once(qtbot: QtBot) -> None:
    counted = Counted(qtbot)
    counted.pause.begin()
    counted.pause.begin()
    assert counted.pause.is_on
    qtbot.waitUntil(lambda: counted.times == 1, timeout=20_000)
    counted.pause.end()
    assert counted.times == 1


def test_who_goes_on_does_not_wait(qtbot: QtBot) -> None:
    counted = Counted(qtbot)
    counted.pause.end()
    assert counted.times == 0
    counted.pause.begin()
    counted.pause.end()
    assert counted.times == 1
    assert not counted.pause.is_on


def test_what_is_called_off_never_happens(qtbot: QtBot) -> None:
    counted = Counted(qtbot)
    counted.pause.begin()
    counted.pause.call_off()
    counted.pause.end()
    assert counted.times == 0
