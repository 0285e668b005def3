"""The computer was locked: told by Windows' message as it is laid out in memory, and by a real bus."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app import host
from ui.shell.system_lock import SESSION_CHANGE, WINDOWS_MESSAGE, SystemLock

ROOT = Path(__file__).parents[3]


@pytest.fixture
def lock(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> SystemLock:
    """Listening as on Windows."""
    monkeypatch.setattr(host, "tell_of_session", lambda _window: True)
    window = QWidget()
    qtbot.addWidget(window)
    lock = SystemLock(window)
    lock.listen()
    lock.listen()
    return lock


def hears(lock: SystemLock, kind: bytes, number: int, parameter: int) -> bool:
    """Whether a message with these numbers is taken for a lock; it always goes on to others."""
    heard: list[None] = []
    lock.locked.connect(lambda: heard.append(None))
    message = wintypes.MSG(None, number, parameter, 0, 0, wintypes.POINT(0, 0))
    assert lock._messages is not None
    assert lock._messages.nativeEventFilter(kind, ctypes.addressof(message)) == (False, 0)
    return bool(heard)


@pytest.mark.parametrize(
    ("parameter", "locks"),
    [(0x7, True), (0x2, True), (0x4, True), (0x6, True), (0x8, False), (0x1, False), (0x5, False)],
    ids=["lock", "user switched", "remote gone", "logoff", "unlock", "console back", "logon"],
)
def test_what_windows_says_of_its_session(lock: SystemLock, parameter: int, locks: bool) -> None:
    assert hears(lock, WINDOWS_MESSAGE, SESSION_CHANGE, parameter) is locks


def test_other_messages_are_none_of_it(lock: SystemLock) -> None:
    assert not hears(lock, WINDOWS_MESSAGE, 0x0100, 0x7)
    assert not hears(lock, b"xcb_generic_event_t", SESSION_CHANGE, 0x7)


ON_THE_BUS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from ui.shell.system_lock import SCREEN_SAVERS, SystemLock

application, window, heard = QApplication([]), QWidget(), []
lock = SystemLock(window)
lock.listen()
lock.locked.connect(lambda: heard.append(None))
desktop = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")

def tell(active):
    for service, path in SCREEN_SAVERS:
        assert desktop.registerService(service)
        signal = QDBusMessage.createSignal(path, service, "ActiveChanged")
        signal.setArguments([active])
        assert desktop.send(signal)

tell(False)
tell(True)
watch = QTimer()
watch.timeout.connect(lambda: len(heard) >= 2 and application.exit(0))
watch.start(20)
QTimer.singleShot(20000, lambda: application.exit(3))
code = application.exec()
print(code, len(heard))
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus of its own to be had here")
def test_a_linux_desktop_tells_by_its_bus() -> None:
    ended = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_THE_BUS],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.split() == ["0", "2"], ended.stderr


def test_where_nothing_tells_nothing_is_heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "has_session_bus", lambda: False)
    window = QWidget()
    qtbot.addWidget(window)
    lock = SystemLock(window)
    lock.listen()
    assert lock._messages is None
