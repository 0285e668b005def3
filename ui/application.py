"""Builds the program's windows over a ``Core`` and runs them: the one place where they meet."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ui import icons
from ui.bridge import Bridge
from ui.collector import Collector
from ui.language import Language, install, translate
from ui.loading import Loading
from ui.settings.preferences import Preferences
from ui.shell.window import MainWindow
from ui.tasks import Tasks
from ui.theme import Scheme, Theme
from ui.told_to_end import told_by_signals
from ui.widgets.folders import FOLDERS
from ui.widgets.question import Question, ask
from ui.wording import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core import Core
    from desktop_app.session import Session
    from desktop_app.settings import Settings
    from ui.desk.desk import Desk
    from ui.kiosk.window import KioskWindow
    from ui.training.environment import Training
    from ui.training.tray import TrainingTray

_log = logging.getLogger(__name__)
_GAP = 8
_FAILED = 1
_BEHIND_MS = 100
"""How long after the windows are up that begins to be opened and loaded which no PIN field waits for."""


class Application(QObject):
    """Owns bridge, tasks and windows. Make it after ``QApplication``; ``close()`` before the core stops."""

    def __init__(self, core: Core, training: Training | None = None) -> None:
        super().__init__()
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise TypeError("a QApplication comes first")
        self._core, self._training = core, training
        self._collector = Collector(self)
        self._collector.begin()
        self.theme = Theme(application, *_appearance(core.settings))
        install(Language(core.settings.language))
        FOLDERS.keep_in(core.home.root / "windows.ini")
        application.setApplicationDisplayName("IOC Desk")
        application.setWindowIcon(icons.icon("building", "accent", 64))
        self.bridge = Bridge(core.bus, self)
        self.tasks = Tasks(self)
        self.preferences = Preferences(core, self)
        self.preferences.changed.connect(self._dress)
        self.main = MainWindow(core, self.bridge, self.tasks, self.preferences, self._make_desk)
        self.main.kiosk_asked.connect(self.open_kiosk)
        self.main.training_asked.connect(self._show_tray)
        self.main.closed.connect(application.quit)
        self.kiosk: KioskWindow | None = None
        self._behind = QTimer(self)
        self._behind.setSingleShot(True)
        self._behind.setInterval(_BEHIND_MS)
        self._behind.timeout.connect(self._go_on)
        self._loading = Loading(parent=self)
        self._loading.ended.connect(self._loaded)
        self.tray = self._make_tray(training) if training else None

    def _make_desk(self, session: Session, core: Core, bridge: Bridge, parent: QWidget) -> Desk:
        desk = _load_desk()(session, core, bridge, parent)
        desk.destroyed.connect(self._collector.loosen)
        self._collector.settle()
        return desk

    def _make_tray(self, training: Training) -> TrainingTray:
        from ui.training.tray import TrainingTray

        tray = TrainingTray(training, self.tasks)
        tray.desk_asked.connect(self._show_desk)
        tray.kiosk_asked.connect(self.open_kiosk)
        self._reserve_readers(training)
        self.main.offer_training()
        return tray

    def _reserve_readers(self, training: Training) -> None:
        """The kiosk's reader and the citizens': what lies there must not ask for a PIN at the desk."""
        roles = self._core.settings.reader_roles
        wanted = {training.kiosk_reader: "attendance", training.citizen_reader: "citizen", **roles}
        if wanted != roles and not self._core.settings.fixed("reader_roles"):
            self.preferences.change(reader_roles=wanted)

    def show(self) -> None:
        """Show the main window, and the training tray at its right or, on a small screen, over it."""
        if self.tray is not None:
            self.main.move(self.main.screen().availableGeometry().topLeft())
        self.main.show()
        self._show_tray()
        self._behind.start()

    @Slot()
    def _dress(self) -> None:
        self.theme.choose(*_appearance(self._core.settings))

    @Slot()
    def _go_on(self) -> None:
        """Open aside what this workstation keeps; the PIN field is up already."""
        self.tasks.run(self._core.start, self._opened, self._not_opened)

    @Slot(object)
    def _opened(self, _nothing: object) -> None:
        """Load aside, while a PIN is typed, what the first desk needs."""
        self.tasks.run(self._core.warm_up, self._warm, self._not_warm)

    @Slot(object)
    def _warm(self, _nothing: object) -> None:
        self._loading.begin()

    @Slot()
    def _loaded(self) -> None:
        """Look for garbage from now on: the start had put it off."""
        self._collector.settle()

    @Slot(object)
    def _not_warm(self, error: Exception) -> None:
        _log.info("not warmed up: %s", type(error).__name__)
        self._loading.begin()

    @Slot(object)
    def _not_opened(self, error: Exception) -> None:
        """Say in one sentence which of the files do not open; once that is read, end."""
        _log.error("not opened: %s", type(error).__name__)
        told = sentence(error)
        close = translate("Application", "Close the program")
        statement = ask(self.main, "notOpened", Question(told.title, told.what_to_do, go_on="", stay=close))
        statement.finished.connect(lambda: QApplication.exit(_FAILED))

    @Slot()
    def open_kiosk(self) -> None:
        """Open the kiosk or bring it to the front; full screen on a computer that is only a kiosk."""
        from ui.kiosk.window import KioskWindow

        if self.kiosk is None:
            self.kiosk = KioskWindow(self._core, self.bridge, self.tasks)
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
        self._behind.stop()
        self._loading.stop()
        if self.kiosk is not None:
            self.kiosk.end()
        for window in (self.tray, self.main):
            if window is not None:
                window.close()
        self.bridge.close()
        self.tasks.stop()
        self._collector.end()


def _load_desk() -> type[Desk]:
    from ui.desk.desk import Desk

    return Desk


def run(core: Core, arguments: Sequence[str] = (), training: Training | None = None) -> int:
    """Open the program over ``core`` and return its exit code; starts the core and stops it.

    First the readers are looked for and the window is up; what keys, stores and the wire need follows
    behind it. Where the core's own files do not open, one sentence says so and the exit code is 1.
    """
    application = _application(arguments)
    try:
        core.readers.start()
        windows = Application(core, training)
        try:
            windows.show()
            with told_by_signals(application.quit):
                return application.exec()
        finally:
            windows.close()
    finally:
        core.stop()


def _application(arguments: Sequence[str]) -> QApplication:
    return QApplication([sys.argv[0], *arguments])


def _appearance(settings: Settings) -> tuple[Scheme | None, float]:
    """Return the colour scheme, None to follow the system's, and the text scale as a factor."""
    scheme = None if settings.scheme == "system" else Scheme(settings.scheme)
    return scheme, settings.text_scale / 100
