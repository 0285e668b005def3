"""A signed-in person's work: their open store, their triage, their exchanges with the centre."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Self

from desktop_app.api import auth, wire
from desktop_app.api.auth import PersonGrant
from desktop_app.api.errors import ApiError
from desktop_app.api.session import Centre
from desktop_app.api.tokens import PersonToken
from desktop_app.attendance.completeness import Completeness
from desktop_app.domain.person import Person
from desktop_app.news import Contact, OutboxChanged, StoreCopied, SyncStatus
from desktop_app.session import Assurance, Means, Opening, Session
from desktop_app.sign_in.account_file import open_account
from desktop_app.sign_in.outcome import SignInRefused
from desktop_app.sign_in.remembered import RememberedToken
from desktop_app.store.account import AccountStore
from desktop_app.store.database import delete_store
from desktop_app.store.errors import StoreError
from desktop_app.sync.person import PersonSync
from desktop_app.triage.arranging import Arranging
from desktop_app.triage.callers import Callers
from desktop_app.triage.report_files import ReportFiles
from desktop_app.triage.triage import Triage
from desktop_app.vault.sealed_work import SealedWork, SealingImpossible

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.settings import Home
    from desktop_app.sign_in.outcome import Admission
    from desktop_app.workstation.workplace import Workplace

_log = logging.getLogger(__name__)


class Desk:
    """Everything that begins with a sign-in and ends with a lock, or a little later (``departure``)."""

    def __init__(
        self,
        account_id: str,
        file: Path,
        session: Session,
        sync: PersonSync,
        bus: Bus,
        centre: Centre,
        sealed: SealedWork,
    ) -> None:
        self.account_id = account_id
        self._file = file
        self.session = session
        self._sync = sync
        self._sealed = sealed
        self._centre = centre
        self._signing_out = False
        self._withdrawn = False
        self._end_watch = bus.subscribe(SyncStatus, self._status)

    @classmethod
    def open(
        cls,
        admission: Admission,
        home: Home,
        workplace: Workplace,
        bus: Bus,
        *,
        contactless: bool,
        succeed: Callable[[], None] = lambda: None,
    ) -> Self:
        """Open the account's store with its key; raise ``StoreError``, ``SignInRefused``.

        ``succeed`` has the vault hold the next key alone, once the store is under it.
        """
        file, store = open_account(
            admission, home, workplace.clock.now, succeed,
            lambda done, total: bus.publish(StoreCopied(done, total)),
        )  # fmt: skip
        try:
            _follow_policy(store, workplace)
            person = _person(store, admission.granted)
            _take_up(store, bus)
            sealed = SealedWork(
                store, home.sealed_file(admission.account_id), person.id,
                lambda: workplace.trust.bundle.recovery_key,
            )  # fmt: skip
            sync = PersonSync(
                workplace.centre, _token(store, admission), store, bus, workplace.clock, _contact(admission),
                sealed.keep_if_possible,
            )  # fmt: skip
        except BaseException:
            store.close()
            raise
        triage = Triage(
            person.actor, store, bus, workplace.clock, sync.wake,
            lambda: sync.status.contact is Contact.OUTDATED,
            lambda: workplace.trust.bundle.allows("signed_approvals"),
        )  # fmt: skip
        session = _session(admission, workplace, store, person, triage, sync, contactless=contactless)
        return cls(admission.account_id, file, session, sync, bus, workplace.centre, sealed)

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

    @property
    def can_send(self) -> bool:
        """Whether unsent work can still reach the centre without a person."""
        if self._sync.status.contact is Contact.REFUSED:
            return False
        try:
            return self.session.store.outbox.can_go_out()
        except StoreError:
            return False

    def seal(self) -> Path:
        """Bring the sealed copy of unsent work up to date; raise ``SealingImpossible``, OSError."""
        if not self._sealed.keep():
            raise SealingImpossible
        return self._sealed.file

    def sign_out(self, *, discard: bool = False, seal: bool = False) -> None:
        """Have the way back online forgotten at the end.

        With ``discard`` unsent work is given up first; with ``seal`` its sealed copy must be there, else
        ``SealingImpossible`` is raised and nothing has happened.
        """
        if seal:
            self.seal()
        if discard:
            self.session.store.outbox.give_up()
        self._signing_out = True

    def withdraw(self, progress: Callable[[], None] = lambda: None) -> None:
        """The person has left: nothing is shown or fetched any more, public commands on hold ask again.

        Sending goes on; ``progress`` is called when something of it has moved. Once.
        """
        self._withdrawn = True
        self._end_watch()
        self.session.files.stop()
        self._sync.only_send(progress)
        try:
            self.session.store.outbox.cut_public_holds()
            self._sealed.keep_if_possible()
        except StoreError as failure:
            _log.warning("holds not cut at lock: %s", failure.code)

    def close(self) -> None:
        """End the exchanges, wipe the tokens, close the store and wipe its key. Once."""
        if not self._withdrawn:
            self.withdraw()
        self._sync.stop()
        access = self._sync.token.wipe()
        if self._signing_out:
            self._forget(access)
        self.session.store.close()
        if self.session.assurance is Assurance.ONLINE:
            delete_store(self._file)

    def _forget(self, access: str | None) -> None:
        """Leave no way back online without the card: not on the disk, and not at the centre."""
        try:
            RememberedToken(self.session.store).save(None)
        except StoreError as failure:
            _log.warning("refresh token not forgotten: %s", failure.code)
        if access is not None:
            threading.Thread(target=_revoke, args=(self._centre, access), daemon=True).start()

    def _status(self, status: SyncStatus) -> None:
        self.session.status = status


def _session(
    admission: Admission,
    workplace: Workplace,
    store: AccountStore,
    person: Person,
    triage: Triage,
    sync: PersonSync,
    *,
    contactless: bool,
) -> Session:
    """Put together what the screens work with."""
    centre, token = workplace.centre, sync.token
    opening = Opening(
        admission.reader,
        online=admission.granted is not None,
        offline_until=admission.offline_until,
        contactless=contactless,
        assurance=admission.assurance,
        account_id=admission.account_id,
    )
    means = Means(
        store,
        triage,
        ReportFiles(centre, token, store, person.name, sync.uploads),
        sync.presence,
        Arranging(centre, token, workplace.clock.now),
        Callers(centre, token),
        Completeness(centre, token),
    )
    return Session(person, opening, means)


def _follow_policy(store: AccountStore, workplace: Workplace) -> None:
    """What the bundle in force says of calendar, publishing and delegations holds in the store, too."""
    store.directory.known_calendar = workplace.trust.bundle.calendar
    store.approver_publishes = lambda: workplace.trust.bundle.allows("approver_publishes")
    store.follow_delegations()


def _token(store: AccountStore, admission: Admission) -> PersonToken:
    remembered = RememberedToken(store)
    grant = admission.granted.grant if admission.granted else None
    return PersonToken(grant, remembered.load(), remembered.save)


def _take_up(store: AccountStore, bus: Bus) -> None:
    """Say what a cut hold left to ask again; forget what the centre has kept for long."""
    for cut in store.outbox.recover_after_restart():
        bus.publish(OutboxChanged(cut.event.id, cut.event.entity_id, cut.state))
    store.outbox.forget(store.sync_state.durable_through)


def _revoke(centre: Centre, access_token: str) -> None:
    """Have the centre forget the tokens; off-line they end by themselves."""
    with closing(centre.open()) as session:
        try:
            auth.logout(session, access_token)
        except ApiError as failure:
            _log.info("tokens not revoked: %s", type(failure).__name__)


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
