"""The system's tray: used where there is one, and nothing depends on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from ui.notices.tray import SystemTray


@pytest.fixture
def tray(qapp: object) -> SystemTray:
    owner = QObject()
    made = SystemTray(owner)
    owner.setProperty("tray", made)
    made.setParent(None)
    return made


def icon(tray: SystemTray) -> QSystemTrayIcon:
    found = tray.findChild(QSystemTrayIcon)
    assert found is not None
    return found


def test_without_a_tray_nothing_is_shown_and_nothing_fails(
    tray: SystemTray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    tray.set_on(on=True)
    assert not icon(tray).isVisible()
    tray.show_message("IOC Desk", "Given to you: 1")


def test_a_click_asks_for_the_list(tray: SystemTray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.clicked, timeout=20_000):
        icon(tray).messageClicked.emit()


def test_where_there_is_one_the_message_goes_there(tray: SystemTray, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda _self: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _self, title, text, *_: shown.append((title, text))
    )
    tray.show_message("IOC Desk", "Given to you: 1")
    assert shown == [("IOC Desk", "Given to you: 1")]
