"""A signed-in person's work: their open store, their triage, their exchanges with the centre."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Self

from desktop_app.api import wire
from desktop_app.api.auth import PersonGrant
from desktop_app.api.tokens import PersonToken
from desktop_app.news import Contact, OutboxChanged, SyncStatus
from desktop_app.remembered import RememberedToken
from desktop_app.session import Person, Session
from desktop_app.sign_in_outcome import SignInRefused
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import StoreError
from desktop_app.sync.person import PersonSync
from desktop_app.triage import Triage

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.settings import Home
    from desktop_app.sign_in_outcome import Admission
    from desktop_app.workplace import Workplace

_log = logging.getLogger(__name__)


class Desk:
    """Everything that begins with a sign-in and ends with a lock."""

    def __init__(self, account_id: str, session: Session, sync: PersonSync, bus: Bus) -> None:
        self.account_id = account_id
        self.session = session
        self._sync = sync
        self._end_watch = bus.subscribe(SyncStatus, self._status)

    @classmethod
    def open(
        cls, admission: Admission, home: Home, workplace: Workplace, bus: Bus, *, contactless: bool
    ) -> Self:
        """Open the account's store with its key; raise ``StoreError``, ``SignInRefused``."""
        clock = workplace.clock
        store = AccountStore.open(
            home.account_db(admission.account_id), admission.data_key, admission.account_id, now=clock.now
        )
        try:
            person = _person(store, admission.granted)
            for cut in store.outbox.recover_after_restart():
                bus.publish(OutboxChanged(cut.event.id, cut.event.entity_id, cut.state))
            store.outbox.forget(store.sync_state.durable_through)
            remembered = RememberedToken(store)
            grant = admission.granted.grant if admission.granted else None
            token = PersonToken(grant, remembered.load(), remembered.save)
            sync = PersonSync(workplace.centre, token, store, bus, clock, _contact(admission))
        except BaseException:
            store.close()
            raise
        triage = Triage(person.actor, store, bus, clock, sync.wake)
        session = Session(
            person,
            admission.reader,
            store,
            triage,
            online=admission.granted is not None,
            offline_until=admission.offline_until,
            contactless=contactless,
            assurance=admission.assurance,
        )
        return cls(admission.account_id, session, sync, bus)

    def start(self) -> None:
        """Begin the exchanges."""
        self._sync.start()

    def reconnect(self) -> None:
        """Try the centre at once."""
        self._sync.reconnect()

    def renew(self, granted: PersonGrant) -> Session:
        """The same person signed in again: go on with fresh tokens."""
        self._sync.token.take(granted.grant)
        self.session.store.adopt(granted.person.actor, wire.encode_person(granted.person))
        self._sync.reconnect()
        return self.session

    def forget_tokens(self) -> str | None:
        """Forget the tokens on disk and in memory; return the access token for its own revocation."""
        access = self._sync.token.wipe()
        RememberedToken(self.session.store).save(None)
        return access

    def close(self) -> None:
        """End the exchanges, keep public commands from going out unseen, close the store. Idempotent."""
        self._end_watch()
        self._sync.stop()
        self._sync.token.wipe()
        try:
            self.session.store.outbox.cut_public_holds()
        except StoreError as failure:
            _log.warning("holds not cut at lock: %s", failure.code)
        self.session.store.close()

    def _status(self, status: SyncStatus) -> None:
        self.session.status = status


def _contact(admission: Admission) -> Contact:
    return Contact.ONLINE if admission.granted is not None else Contact.OFFLINE


def _person(store: AccountStore, granted: PersonGrant | None) -> Person:
    """Return who the centre says this is, or said when it was last asked."""
    if granted is not None:
        store.adopt(granted.person.actor, wire.encode_person(granted.person))
        return granted.person
    known = store.person
    if known is None:
        raise SignInRefused("first_sign_in_needs_server")
    return wire.decode_person(known)
