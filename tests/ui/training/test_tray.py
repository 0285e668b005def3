"""The tray's own buttons: cards into readers, a tap, the network off and on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cardio.simulator import VirtualReaders
from desktop_app.sandbox_process import SandboxNotStarted
from ui.tasks import Tasks
from ui.training import tray as module
from ui.training.environment import DESK_READER, KIOSK_READER, Training
from ui.training.tray import TrainingTray


class Plug:
    """A network of one plug; remembers which thread pulled it."""

    def __init__(self) -> None:
        self.connected = True
        self.broken = False
        self.threads: list[str] = []

    def cut(self) -> None:
        self.threads.append(threading.current_thread().name)
        self.connected = False

    def restore(self) -> None:
        self.threads.append(threading.current_thread().name)
        if self.broken:
            raise SandboxNotStarted("port taken")
        self.connected = True


@pytest.fixture
def plug() -> Plug:
    return Plug()


@pytest.fixture
def tray(
    folder: Path,
    readers: VirtualReaders,
    plug: Plug,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> TrainingTray:
    monkeypatch.setattr(module, "TAP_MS", 50)
    made = TrainingTray(Training(folder, readers, plug), tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def button(tray: TrainingTray, name: str) -> QPushButton:
    found = tray.findChild(QPushButton, f"tray.{name}")
    assert found is not None
    return found


def press(tray: TrainingTray, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(button(tray, name), Qt.MouseButton.LeftButton)


def holds(readers: VirtualReaders, name: str) -> bool:
    return readers.look(-1, 0)[1][name].atr is not None


def test_in_and_out(tray: TrainingTray, readers: VirtualReaders, qtbot: QtBot) -> None:
    assert not button(tray, "remove").isEnabled()
    with qtbot.waitSignal(tray.desk_asked):
        press(tray, qtbot, "insert.handler-1")
    assert holds(readers, DESK_READER)
    press(tray, qtbot, "remove")
    assert not holds(readers, DESK_READER)


def test_a_tap_opens_the_kiosk_and_takes_the_card_away(
    tray: TrainingTray, readers: VirtualReaders, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tray.kiosk_asked):
        press(tray, qtbot, "tap.handler-1")
    assert holds(readers, KIOSK_READER)
    qtbot.waitUntil(lambda: not holds(readers, KIOSK_READER))


def test_the_card_at_the_desk_cannot_be_at_the_kiosk(
    tray: TrainingTray, readers: VirtualReaders, qtbot: QtBot
) -> None:
    press(tray, qtbot, "insert.handler-1")
    press(tray, qtbot, "tap.handler-1")
    assert "take it out first" in tray._problem.text()
    assert holds(readers, DESK_READER)
    assert not holds(readers, KIOSK_READER)


def test_the_network_is_cut_off_the_main_thread(tray: TrainingTray, plug: Plug, qtbot: QtBot) -> None:
    press(tray, qtbot, "network")
    qtbot.waitUntil(lambda: button(tray, "network").text() == "Restore the network")
    press(tray, qtbot, "network")
    qtbot.waitUntil(lambda: button(tray, "network").text() == "Cut the network")
    assert all(name.startswith("task") for name in plug.threads)


def test_a_network_that_does_not_come_back_is_told(tray: TrainingTray, plug: Plug, qtbot: QtBot) -> None:
    plug.connected, plug.broken = False, True
    press(tray, qtbot, "network")
    qtbot.waitUntil(lambda: "did not start" in tray._problem.text())
    assert button(tray, "network").isEnabled()


@pytest.mark.parametrize(("name", "signal"), [("desk", "desk_asked"), ("kiosk", "kiosk_asked")])
def test_the_windows_are_one_click_away(tray: TrainingTray, qtbot: QtBot, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(tray, signal)):
        press(tray, qtbot, name)
