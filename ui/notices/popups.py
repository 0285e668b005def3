"""Gathers what comes in a burst into one desktop notification, and keeps still in quiet hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.notices import Notice, QuietHours, clock_time
from desktop_app.settings import Settings
from ui.notices import words
from ui.notices.tray import Desktop

_GATHERED_MS = 2000


class Popups(QObject):
    """What comes in a quiet hour stays in the list alone; an instant case is shown at any hour, at once."""

    def __init__(
        self,
        desktop: Desktop,
        settings: Callable[[], Settings],
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desktop, self._settings, self._now = desktop, settings, now
        self._gathered: list[Notice] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_GATHERED_MS)
        self._later.timeout.connect(self.show_gathered)

    def take(self, notices: Iterable[Notice], calendar: Calendar) -> None:
        """Take what came: shown soon, or not at all."""
        if not self._settings().popups:
            return
        quiet = self._is_quiet(calendar)
        wanted = [one for one in notices if one.urgent or not quiet]
        self._gathered += wanted
        if any(one.urgent for one in wanted):
            self.show_gathered()
        elif wanted:
            self._later.start()

    def _is_quiet(self, calendar: Calendar) -> bool:
        settings = self._settings()
        begins, ends = clock_time(settings.quiet_from), clock_time(settings.quiet_to)
        if begins is None or ends is None:
            return False
        return QuietHours(begins, ends, settings.quiet_days_off).cover(self._now(), calendar)

    @Slot()
    def show_gathered(self) -> None:
        """Show everything gathered as one."""
        self._later.stop()
        gathered, self._gathered = self._gathered, []
        if gathered:
            self._desktop.show_message(words.popup_title(gathered), words.popup_text(gathered))

    def forget(self) -> None:
        """The desk was locked: what was not shown yet is not shown."""
        self._later.stop()
        self._gathered = []
