"""Hears what came, counts what is unread, and passes on what may pop up; lives as long as the window."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui.notices.tray import SystemTray

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.news import NoticesCame
    from ui.bridge import Bridge
    from ui.notices.popups import Popups


class NoticeWatch(QObject):
    """``counted`` carries how many are unread, and how many of those are instant cases."""

    counted = Signal(int, int)
    asked = Signal()
    """The person clicked a desktop notification."""

    def __init__(self, core: Core, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._core, self._window = core, window
        self._tray = SystemTray(self)
        self._popups: Popups | None = None
        self._tray.clicked.connect(self.asked)
        bridge.notices_came.connect(self._came)
        bridge.reports_changed.connect(self._recount)
        bridge.signed_in.connect(self._signed_in)
        bridge.locked.connect(self._locked)

    @Slot()
    def count(self) -> None:
        """Count anew and tell."""
        from desktop_app.store.errors import StoreError

        session, unread, urgent = self._core.session, 0, 0
        if session is not None:
            with suppress(StoreError):  # locked meanwhile
                unread, urgent = session.store.notices.unread()
        self.counted.emit(unread, urgent)

    @Slot(object)
    def _recount(self, _news: object) -> None:
        """A report was opened, perhaps: what was told of it is read."""
        self.count()

    @Slot(object)
    def _came(self, news: NoticesCame) -> None:
        from desktop_app.store.errors import StoreError

        self.count()
        session = self._core.session
        if session is None:
            return
        with suppress(StoreError):
            self._gatherer().take(news.notices, session.store.directory.calendar())
        if any(one.urgent for one in news.notices):
            QApplication.alert(self._window)

    def _gatherer(self) -> Popups:
        """Made when first needed: before a sign-in nothing of it is loaded."""
        from ui.notices.popups import Popups

        core = self._core
        self._popups = self._popups or Popups(self._tray, lambda: core.settings, core.clock.now, self)
        return self._popups

    @Slot(object)
    def _signed_in(self, _news: object) -> None:
        self._tray.set_on(on=True)
        self.count()

    @Slot(object)
    def _locked(self, _news: object) -> None:
        """Whoever passes by a locked desk learns nothing from the tray."""
        if self._popups is not None:
            self._popups.forget()
        self._tray.set_on(on=False)
        self.count()
