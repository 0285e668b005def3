"""How the terminal's exchanges go, for the strip: contact, what waits, the newest revocation list's age."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.api.errors import Refused
from desktop_app.news import Contact, TerminalStatus

if TYPE_CHECKING:
    from desktop_app.store.terminal import TerminalStore
    from desktop_app.trust.state import TrustState


class TerminalBoard:
    """Keeps one ``TerminalStatus`` and publishes it when it changes; one thread at a time."""

    def __init__(
        self,
        store: TerminalStore,
        trust: TrustState,
        now: Callable[[], datetime],
        publish: Callable[[TerminalStatus], None],
    ) -> None:
        self._store = store
        self._trust = trust
        self._now = now
        self._publish = publish
        self.status = TerminalStatus(Contact.NEVER, 0, None)

    def recount(self) -> None:
        """Count anew what waits; contact stays as it was."""
        self._tell(self.status.contact, self.status.error)

    def heard(self) -> None:
        """The centre answered."""
        self._tell(Contact.ONLINE, None)

    def failed(self, failure: Exception) -> None:
        """An exchange failed: say why."""
        told = failure.reason if isinstance(failure, Refused) else None
        self._tell(Contact.OFFLINE, told or getattr(failure, "code", "bug"))

    def _tell(self, contact: Contact, error: str | None) -> None:
        newest = self._trust.cards.newest_list()
        age = None if newest is None else round((self._now() - newest).total_seconds() / 3600, 1)
        waiting = self._store.outbox.waiting()
        since = self._store.outbox.oldest() if waiting else None
        status = TerminalStatus(contact, waiting, age, since, error)
        if status != self.status:
            self.status = status
            self._publish(status)
