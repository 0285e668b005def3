"""The system's own way to show a notification, where there is one. The program does not depend on it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from ui import icons

_SHOWN_MS = 8000


class Desktop(Protocol):
    """Shows a notification outside the window."""

    def show_message(self, title: str, text: str) -> None:
        """Show it, or do nothing where the system has no place for it."""


class SystemTray(QObject):
    """A tray icon that is there only while somebody is signed in."""

    clicked = Signal()
    """The person wants to see what it is about."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icons.icon("bell", "accent", 32), self)
        self._icon.messageClicked.connect(self.clicked)
        self._icon.activated.connect(self.clicked)

    def set_on(self, *, on: bool) -> None:
        """Show or take away the icon."""
        self._icon.setVisible(on and QSystemTrayIcon.isSystemTrayAvailable())

    def show_message(self, title: str, text: str) -> None:
        """Show a notification, where the system has a tray."""
        if self._icon.isVisible() and QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, text, QIcon(self._icon.icon()), _SHOWN_MS)
