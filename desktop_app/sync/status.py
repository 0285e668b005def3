"""The state of the world for the strip: contact, age of the data, what waits, what needs a person."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.api.errors import ApiError, ClientTooOld, Refused, TlsFailed, Unauthorised
from desktop_app.news import Contact, SyncStatus
from desktop_app.store.errors import StoreError, Unavailable

if TYPE_CHECKING:
    from desktop_app.store.account import AccountStore

_REFUSALS = (Unauthorised, Refused, TlsFailed)


class StatusBoard:
    """Keeps one ``SyncStatus`` and publishes it when it changes. Thread-safe."""

    def __init__(
        self,
        store: AccountStore,
        publish: Callable[[SyncStatus], None],
        now: Callable[[], datetime],
        contact: Contact = Contact.NEVER,
    ) -> None:
        """``contact`` is what the sign-in found."""
        self._store = store
        self._publish = publish
        self._now = now
        self._lock = threading.Lock()
        self._status = SyncStatus(contact=contact, last_contact=store.sync_state.last_contact)

    @property
    def status(self) -> SyncStatus:
        """The latest state."""
        return self._status

    def heard(self) -> None:
        """The centre brought the data up to now."""
        self._change(contact=Contact.ONLINE, last_contact=self._now(), error=None, detail={})

    def reached(self) -> None:
        """The centre answered, but said nothing of the data: it is no younger for that.

        A program that is too old stays so, however well it sends.
        """
        if self._status.contact is Contact.OUTDATED:
            self._change()
        else:
            self._change(contact=Contact.ONLINE, error=None, detail={})

    def progress(self, done: int, total: int) -> None:
        """A first sync has taken over ``done`` of ``total`` rows; both 0: it is over."""
        self._change(done=done, total=total)

    def marking(self, done: int, total: int) -> None:
        """So many of the store's reports are marked anew; both 0: all are."""
        self._change(marked=done, to_mark=total)

    def failed(self, failure: Exception) -> None:
        """An exchange failed: say why, and what contact that leaves."""
        code = getattr(failure, "code", "bug")
        detail = {"reason": failure.reason} if isinstance(failure, Unauthorised | Refused | TlsFailed) else {}
        if isinstance(failure, ClientTooOld):
            self._change(contact=Contact.OUTDATED, error=code, detail={"minimum": failure.minimum})
        elif isinstance(failure, StoreError):
            self._change(error=code, detail=detail)
        elif isinstance(failure, ApiError):
            contact = Contact.REFUSED if isinstance(failure, _REFUSALS) else Contact.OFFLINE
            self._change(contact=contact, error=code, detail=detail)

    def recount(self) -> None:
        """Count anew what waits in the outbox and what needs a person."""
        self._change()

    def _change(self, **changes: object) -> None:
        with self._lock:
            changed = replace(self._status, **changes)  # type: ignore[arg-type]  # its own fields, by name
            try:
                waiting, needs = self._store.outbox.counts()
            except Unavailable:
                return
            changed = replace(changed, waiting=waiting, needs_person=needs)
            if changed == self._status:
                return
            self._status = changed
        self._publish(changed)
