"""The desk of whoever is signed in, and the page by which they leave; a lock deletes both at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.session import Session
    from desktop_app.store.saved_filters import SavedFilter
    from ui.bridge import Bridge
    from ui.desk.desk import Desk
    from ui.shell.leaving import LeavingPage
    from ui.shell.pages import Pages

DeskMaker = Callable[["Session", "Core", "Bridge", QWidget], "Desk"]


class Seat(QObject):
    """Makes the desk of a session with ``make_desk`` and leads to what is on it."""

    desk_asked = Signal()
    """The desk is to be shown, if it can be."""
    approval_asked = Signal(str)
    """The answer of a report is to be signed."""

    def __init__(self, core: Core, bridge: Bridge, pages: Pages, make_desk: DeskMaker) -> None:
        super().__init__(pages)
        self._core, self._bridge, self._pages, self._make_desk = core, bridge, pages, make_desk
        self._desk: Desk | None = None
        self._leaving: LeavingPage | None = None

    @property
    def desk(self) -> Desk | None:
        """The desk while somebody is signed in."""
        return self._desk

    @property
    def is_shown(self) -> bool:
        """Whether the desk is the page that is up."""
        return self._desk is not None and self._pages.currentWidget() is self._desk

    def take(self, session: Session) -> None:
        """Make the desk of a session."""
        self.vacate()
        self._desk = self._make_desk(session, self._core, self._bridge, self._pages)
        self._desk.approval_asked.connect(self.approval_asked)
        self._pages.addWidget(self._desk)

    def vacate(self) -> None:
        """Delete what is there: the session is over."""
        self._drop_leaving()
        if self._desk is not None:
            self._pages.drop(self._desk)
            self._desk = None

    # --- what is on it -------------------------------------------------------------------------------

    @Slot(str)
    def show_report(self, report_id: str) -> None:
        """Show a report."""
        desk = self._within_reach()
        if desk is not None:
            self.desk_asked.emit()
            desk.open_report(report_id)

    @Slot(object)
    def show_list(self, listed: SavedFilter) -> None:
        """Show a list that another page wants looked at."""
        desk = self._within_reach()
        if desk is not None:
            self.desk_asked.emit()
            desk.show_list(listed)

    @Slot()
    def show_waiting(self) -> None:
        """Show what waits for the centre."""
        desk = self._within_reach()
        if desk is not None:
            self.desk_asked.emit()
            desk.open_sync_window()

    def _within_reach(self) -> Desk | None:
        """The desk; None while the clerk's reader is lent."""
        return None if self._pages.only_intake() else self._desk

    # --- leaving -------------------------------------------------------------------------------------

    @Slot()
    def sign_out(self) -> None:
        """End the session; unsent work is asked about first."""
        session = self._core.session
        if session is None:
            return
        if any(session.store.outbox.counts()):
            self._ask_what_becomes_of_unsent_work(session)
        else:
            self._core.sign_out()

    def _ask_what_becomes_of_unsent_work(self, session: Session) -> None:
        from ui.shell.leaving import LeavingPage

        self._drop_leaving()
        self._leaving = LeavingPage(self._core, session, self._bridge, self._pages)
        self._leaving.back_asked.connect(self._stay)
        self._pages.addWidget(self._leaving)
        self._pages.setCurrentWidget(self._leaving)
        self._leaving.take_focus()

    @Slot()
    def _stay(self) -> None:
        self._drop_leaving()
        self.desk_asked.emit()

    def _drop_leaving(self) -> None:
        if self._leaving is not None:
            self._pages.drop(self._leaving)
            self._leaving = None
