"""Builds the program's windows over a ``Core`` and runs them: the one place where they meet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.credentials import SecretsUnreadable
from desktop_app.store.errors import StoreError
from desktop_app.trust_bundle import BundleRefused
from ui import icons
from ui.bridge import Bridge
from ui.kiosk.window import KioskWindow
from ui.language import Language, install
from ui.reports.desk import Desk
from ui.settings.preferences import Preferences
from ui.shell.window import MainWindow
from ui.tasks import Tasks
from ui.theme import Theme
from ui.training.environment import Training
from ui.training.tray import TrainingTray
from ui.wording import sentence

if TYPE_CHECKING:
    from desktop_app.core import Core

_GAP = 8


class Application(QObject):
    """Owns bridge, tasks and windows. Make it after ``QApplication``; ``close()`` before the core stops."""

    def __init__(self, core: Core, training: Training | None = None) -> None:
        super().__init__()
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise TypeError("a QApplication comes first")
        self._core, self._training = core, training
        self.theme = Theme(application)
        install(Language(core.settings.language))
        application.setApplicationDisplayName("IOC Desk")
        application.setWindowIcon(icons.icon("building", "accent", 64))
        self.bridge = Bridge(core.bus, self)
        self.tasks = Tasks(self)
        self.preferences = Preferences(core, self)
        self.main = MainWindow(core, self.bridge, self.tasks, self.preferences, Desk)
        self.main.kiosk_asked.connect(self.open_kiosk)
        self.main.training_asked.connect(self._show_tray)
        self.main.closed.connect(application.quit)
        self.kiosk: KioskWindow | None = None
        self.tray = self._make_tray(training) if training else None

    def _make_tray(self, training: Training) -> TrainingTray:
        tray = TrainingTray(training, self.tasks)
        tray.desk_asked.connect(self._show_desk)
        tray.kiosk_asked.connect(self.open_kiosk)
        self._reserve_kiosk_reader(training.kiosk_reader)
        self.main.offer_training()
        return tray

    def _reserve_kiosk_reader(self, reader: str) -> None:
        """The tray's second reader is the kiosk's: a card on it must not ask for a PIN at the desk."""
        roles = self._core.settings.reader_roles
        if reader not in roles and not self._core.settings.fixed("reader_roles"):
            self.preferences.change(reader_roles={**roles, reader: "attendance"})

    def show(self) -> None:
        """Show the main window, and the training tray at its right or, on a small screen, over it."""
        if self.tray is not None:
            self.main.move(self.main.screen().availableGeometry().topLeft())
        self.main.show()
        self._show_tray()

    @Slot()
    def open_kiosk(self) -> None:
        """Open the kiosk or bring it to the front; full screen on a computer that is only a kiosk."""
        if self.kiosk is None:
            self.kiosk = KioskWindow(self._core, self.bridge)
            self.kiosk.resize(self.main.size())
        only_kiosk = tuple(self._core.settings.modes) == ("kiosk",)
        self.kiosk.open(full_screen=only_kiosk)

    @Slot()
    def _show_desk(self) -> None:
        self.main.show()
        self.main.raise_()
        self.main.activateWindow()

    @Slot()
    def _show_tray(self) -> None:
        if self.tray is None:
            return
        if not self.tray.isVisible():
            room = self.tray.screen().availableGeometry()
            beside = self.main.frameGeometry().right() + _GAP
            left = min(beside, room.right() - self.tray.width())
            self.tray.move(max(room.left(), left), self.main.frameGeometry().top())
        self.tray.show()
        self.tray.raise_()

    def close(self) -> None:
        """Close all windows, hear nothing more, start nothing more; idempotent."""
        for window in (self.kiosk, self.tray, self.main):
            if window is not None:
                window.close()
        self.bridge.close()
        self.tasks.stop()


def run(core: Core, arguments: Sequence[str] = (), training: Training | None = None) -> int:
    """Open the program over ``core`` and return its exit code; starts the core and stops it.

    Where the core's own files do not open, one sentence says so and the exit code is 1.
    """
    application = QApplication([sys.argv[0], *arguments])
    try:
        try:
            core.start()
        except (StoreError, SecretsUnreadable, BundleRefused) as error:
            install(Language(core.settings.language))
            told = sentence(error)
            QMessageBox.critical(None, "IOC Desk", f"{told.title}\n\n{told.what_to_do}")
            return 1
        windows = Application(core, training)
        try:
            windows.show()
            return application.exec()
        finally:
            windows.close()
    finally:
        core.stop()
