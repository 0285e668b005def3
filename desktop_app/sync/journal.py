"""The terminal's thread: journal rows and checkpoints up; bundle, roster and revocation lists down."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app.api import enrolments
from desktop_app.api.errors import Refused
from desktop_app.api.session import Centre, TokenSource
from desktop_app.api.terminals import Terminal
from desktop_app.news import Contact, TerminalStatus, WipeOrdered
from desktop_app.sync.attendance import Attendance
from desktop_app.sync.loop import Loop
from desktop_app.trust.bundle import BundleRefused
from desktop_app.trust.state import TrustState

if TYPE_CHECKING:
    from desktop_app.store.terminal import TerminalStore

_log = logging.getLogger(__name__)
REFRESH_SECONDS: Final = 600.0
START_REST: Final = 1.0
"""Seconds that a starting program has for itself; a row to be sent ends them."""
IDLE_SECONDS: Final = 60.0
_NAME: Final = "journal"


class JournalSync:
    """Runs the terminal's exchanges. ``publish`` gets a ``TerminalStatus`` when it changes."""

    def __init__(
        self,
        centre: Centre,
        token: TokenSource,
        terminal_id: str,
        store: TerminalStore,
        trust: TrustState,
        attendance: Attendance,
        now: Callable[[], datetime],
        publish: Callable[[TerminalStatus | WipeOrdered], None],
        list_updated: Callable[[], None],
        heard: Callable[[], None],
    ) -> None:
        """``list_updated``: a newer revocation list is in force; ``heard``: an exchange succeeded."""
        self._session = centre.open()
        self._token = token
        self._resource = Terminal(self._session, token, terminal_id)
        self._store = store
        self._trust = trust
        self._attendance = attendance
        self._now = now
        self._publish = publish
        self._list_updated = list_updated
        self._heard = heard
        self._refreshed: float | None = None
        self._wiped: tuple[str, int, int] | None = None
        self._error: str | None = None
        self.status = TerminalStatus(Contact.NEVER, 0, None)
        session = self._session
        self._loop = Loop(_NAME, self._step, self._failed, session.stop, rest=START_REST, close=session.close)
        self.start, self.wake, self.stop = self._loop.start, self._loop.wake, self._loop.stop

    def _step(self) -> float:
        if self._attendance.checkpoint_due():
            self._attendance.make_checkpoint()
        self._tell(self.status.contact)
        self._obey(self._attendance.compare(self._resource).wipe_order)
        while self._attendance.send_rows(self._resource):
            self._tell(Contact.ONLINE)
        self._attendance.send_checkpoint(self._resource)
        if self._refreshed is None or time.monotonic() - self._refreshed >= REFRESH_SECONDS:
            self._refresh()
        self._tell(Contact.ONLINE)
        self._heard()
        return IDLE_SECONDS

    def wiped(self, order_id: str, accounts: int, sealed: int) -> None:
        """The order was carried out; the centre is told, now and until it has heard it."""
        self._wiped = (order_id, accounts, sealed)

    def _obey(self, order_id: str | None) -> None:
        """An order to wipe is carried out by whoever hears of it, before ``publish`` returns."""
        if order_id is None:
            return
        if self._wiped is None or self._wiped[0] != order_id:
            self._publish(WipeOrdered(order_id))
        if self._wiped is not None and self._wiped[0] == order_id:
            self._resource.confirm_wipe(*self._wiped)

    def _refresh(self) -> None:
        try:
            self._trust.take_bundle(enrolments.fetch_bundle(self._session, self._token))
        except BundleRefused as refused:
            _log.warning("trust bundle refused: %s", refused.code)
        roster = self._resource.roster()
        self._store.roster.replace(roster.persons, roster.issued_at, site_stale=roster.site_stale)
        if self._trust.take_lists(roster.crls):
            self._list_updated()
        self._refreshed = time.monotonic()

    def _failed(self, failure: Exception) -> None:
        _log.info("terminal exchange failed: %s", type(failure).__name__)
        told = failure.reason if isinstance(failure, Refused) else None
        self._error = told or getattr(failure, "code", "bug")
        self._tell(Contact.OFFLINE)

    def _tell(self, contact: Contact) -> None:
        if contact is Contact.ONLINE:
            self._error = None
        newest = self._trust.cards.newest_list()
        age = None if newest is None else round((self._now() - newest).total_seconds() / 3600, 1)
        waiting = self._store.outbox.waiting()
        since = self._store.outbox.oldest() if waiting else None
        status = TerminalStatus(contact, waiting, age, since, self._error)
        if status != self.status:
            self.status = status
            self._publish(status)
