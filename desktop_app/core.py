"""Composition only: builds the program from its parts and owns what is signed in.

No screen is needed: a kiosk service, the command line and tests run on a ``Core`` alone. It is made in two
steps: ``Core(...)`` is what a window can be built over, at once; ``start()`` loads and opens what keys,
stores and the wire need, on whichever thread it is called.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from functools import cached_property
from typing import TYPE_CHECKING

from cardio.readers import Condition, ReaderPool
from desktop_app import host
from desktop_app.attendance.check_in import CheckIn
from desktop_app.bus import Bus
from desktop_app.cards.guard import CardGuard
from desktop_app.cards.service import ServiceWatch
from desktop_app.cards.token_slots import TokenSlots
from desktop_app.clock import Clock
from desktop_app.news import Enrolled, Locked, LockReason, Opened, SignedIn
from desktop_app.settings import Home, Settings
from desktop_app.sign_in.departure import Departures, Unsent
from desktop_app.workstation.retention_job import RetentionJob
from desktop_app.workstation.wiping import Wiping

if TYPE_CHECKING:
    from pathlib import Path

    from cardio.source import ReaderSource
    from cardio.trust.csca import AnchorStore
    from desktop_app.cards.places import CardPlaces
    from desktop_app.cards.presented_card import PresentedCard
    from desktop_app.credentials import Secrets
    from desktop_app.domain.attendance import Direction
    from desktop_app.session import Session
    from desktop_app.sign_in.desk import Desk
    from desktop_app.sign_in.outcome import Admission
    from desktop_app.sign_in.sign_in import SignIn
    from desktop_app.store.account import AccountStore
    from desktop_app.store.terminal import TerminalStore
    from desktop_app.triage.approval import Signed, Wanted
    from desktop_app.trust.cards import CardTrust
    from desktop_app.vault.vault import Vault
    from desktop_app.workstation.enrol import Enrolment
    from desktop_app.workstation.installation import Installation
    from desktop_app.workstation.workplace import Workplace

_log = logging.getLogger(__name__)


class Core:
    """The program without its windows. Methods may be called from any thread unless they say otherwise."""

    def __init__(self, home: Home, sources: Sequence[ReaderSource] = (), *, use_keyring: bool = True) -> None:
        """Prepare everything that needs neither card nor network; raise ``SettingsUnreadable``, OSError."""
        home.create()
        self.home = home
        self.settings = Settings.load(home.settings_file)
        self.bus = Bus()
        self.clock = Clock()
        self.card_service = ServiceWatch(self.bus)
        self.readers = ReaderPool(sources, self.bus.publish)
        self.session: Session | None = None
        self._use_keyring = use_keyring
        self._turn = threading.RLock()
        self._workplace: Workplace | None = None
        self._desk: Desk | None = None
        self.departures = Departures(self.clock)
        self.retention = RetentionJob(self._open_stores, self.clock.now, self._keep_time)
        self.tokens = TokenSlots(self.bus)
        self.guard = CardGuard(self.bus, self._read_card, self.lock)
        self.check_in = CheckIn(self.bus, self.readers, lambda: self._workplace, self._is_attendance)
        self._open = self._stopped = False
        self.wiping = Wiping(
            self.bus, home, self._leave_for_good, lambda: self._installation.secrets, lambda: self._workplace,
        )  # fmt: skip

    @cached_property
    def sign_in(self) -> SignIn:
        """The way in with card and PIN."""
        from desktop_app.sign_in.sign_in import SignIn  # the PIN field waits for neither

        return SignIn(self._places, lambda: self._workplace, self._vault, self.clock, self._admit)

    def _read_card(self, place: str) -> Future[PresentedCard]:
        return self._places.read(place)

    @cached_property
    def _places(self) -> CardPlaces:
        from desktop_app.cards.places import CardPlaces
        from desktop_app.cards.presented_card import SeenCards

        seen = SeenCards(self.bus)
        return CardPlaces(self.readers, self.tokens, seen, self._card_trust, self.clock)

    @cached_property
    def _installation(self) -> Installation:
        # Keys, stores, the wire: behind the PIN field.
        from desktop_app.workstation.installation import Installation

        return Installation(self.home, self.bus, self.clock, use_keyring=self._use_keyring)

    @property
    def is_open(self) -> bool:
        """Whether ``start`` is through: before, nothing is known of the workstation but its settings."""
        return self._open

    @property
    def is_enrolled(self) -> bool:
        """Whether this workstation belongs to a central API; its files need not be open yet."""
        return self._workplace is not None or (not self._open and self.home.enrolment_file.exists())

    @property
    def enrolment(self) -> Enrolment | None:
        """Which central API this workstation belongs to, None before enrolment."""
        return self._workplace.enrolment if self._workplace else None

    @property
    def can_recover(self) -> bool:
        """Whether work outlives the loss of its card: the policy has a recovery key.

        Where it has none, sign-in and sign-out must say how many unsent items would be lost with the card.
        """
        return self._workplace is not None and self._workplace.trust.bundle.recovery_key is not None

    @property
    def terminal(self) -> TerminalStore | None:
        """The workstation's own store, None before enrolment."""
        return self._workplace.store if self._workplace else None

    @property
    def workplace(self) -> Workplace | None:
        """The enrolled workstation, None before enrolment."""
        return self._workplace

    @property
    def document_anchors(self) -> AnchorStore:
        """What citizens' documents are judged by; nothing before enrolment.

        Its first use reads the certificates (half a second for a master list): ask off the main thread.
        """
        from cardio.trust.csca import AnchorStore  # no start-up waits for ASN.1

        return self._workplace.document_anchors.store if self._workplace else AnchorStore()

    # --- life ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at the readers, and go on as the workstation that was enrolled here before, if any.

        Raises ``SecretsUnreadable``, ``StoreError`` and ``BundleRefused`` where its files do not open.
        """
        host.forbid_core_dumps()
        self.readers.start()
        self.tokens.use(self.settings.pkcs11_modules)
        with self._turn:
            if self._stopped:
                return
            if self._workplace is None and self.home.enrolment_file.exists():
                self._workplace = self._installation.open()
            self.retention.start()
            self._open = self.sign_in is not None
        self.bus.publish(Opened())

    def warm_up(self) -> None:
        """Have loaded what the start left aside and a sign-in needs; for a thread that nobody waits for."""
        workplace = self._workplace
        if workplace is not None:
            from desktop_app.sign_in import desk  # noqa: F401 - loading is the purpose

            workplace.warm_up()

    def stop(self) -> None:
        """End every thread and close every store. Idempotent."""
        with self._turn:
            if self._stopped:
                return
            self._stopped = True
        self.retention.stop()
        self.check_in.close()
        desk = self._leave_session()
        if desk is not None:
            desk.close()
        self.departures.end_all()
        with self._turn:
            if self._workplace is not None:
                self._workplace.stop()
        self.tokens.stop()
        self.readers.stop()

    def reconnect(self) -> None:
        """Try the centre at once instead of waiting: the network is back, or the person asks."""
        workplace, desk = self._workplace, self._desk
        if workplace is not None:
            workplace.sync.wake()
        if desk is not None:
            desk.reconnect()

    def change_settings(self, **values: object) -> Settings:
        """Keep other settings; raise ``SettingFixed`` where the policy decides."""
        self.settings = self.settings.changed(**values)
        self.settings.save(self.home.settings_file)
        if "pkcs11_modules" in values:
            self.tokens.use(self.settings.pkcs11_modules)
        return self.settings

    def _keep_time(self) -> None:
        workplace = self._workplace
        if workplace is not None and workplace.store.newer is None:
            workplace.keep_time()

    def _open_stores(self) -> list[TerminalStore | AccountStore]:
        session, terminal = self.session, self.terminal
        return [store for store in (terminal, session.store if session else None) if store is not None]

    @property
    def secrets(self) -> Secrets:
        """The workstation's secrets; a keyring may take seconds."""
        return self._installation.secrets

    # --- enrolment -----------------------------------------------------------------------------

    def enrol(
        self, url: str, code: str, bundle_sha256: str | None = None, lane: Direction | None = None
    ) -> Enrolment:
        """Enrol this workstation; blocks on the network. ``lane``: everybody who taps here goes this way.

        Raises ``EnrolmentRefused`` (``already_enrolled`` among others), ``BundleRefused``,
        ``ApiError``, ``SecretsUnreadable``, ``StoreError``.
        """
        from desktop_app.workstation.enrol import EnrolmentRefused  # most starts enrol nothing
        from desktop_app.workstation.installation import EnrolmentWanted

        with self._turn:
            if self._workplace is not None:
                raise EnrolmentRefused("already_enrolled")
            wanted = EnrolmentWanted(url, code, self.settings.modes, bundle_sha256, lane)
            workplace = self._installation.enrol(wanted)
            self._workplace = workplace
        self.bus.publish(Enrolled(workplace.enrolment.server_url))
        return workplace.enrolment

    # --- sessions ------------------------------------------------------------------------------

    def lock(self, reason: LockReason) -> None:
        """Hide everything of the person who is signed in, and close it. Idempotent.

        The windows hear of it first: ending the exchanges with the centre may take a second. Unsent
        work may go on being sent for a while (``departure``), unless the desk was wiped.
        """
        desk = self._leave_session()
        if desk is None:
            return
        self.bus.publish(Locked(reason))
        if reason is LockReason.WIPED:
            desk.close()
        else:
            self.departures.take(desk)

    def seal(self) -> Path:
        """Bring the sealed copy of this person's unsent work up to date and return it, to be handed on.

        Raises ``SealingImpossible`` (also where nobody is signed in), ``StoreError``, OSError.
        """
        from desktop_app.vault.sealed_work import SealingImpossible  # few sign-outs seal

        with self._turn:
            if self._desk is None:
                raise SealingImpossible
            return self._desk.seal()

    def sign_out(self, unsent: Unsent = Unsent.KEEP) -> None:
        """Lock, and have the centre forget the tokens; ``unsent`` says what becomes of unsent work.

        Raises ``StoreError`` where it cannot be discarded, ``SealingImpossible`` where it cannot be
        sealed: nothing has happened then.
        """
        with self._turn:
            if self._desk is None:
                return
            self._desk.sign_out(discard=unsent is Unsent.DISCARD, seal=unsent is Unsent.SEAL)
            desk = self._leave_session()
        if desk is None:
            return
        self.bus.publish(Locked(LockReason.PERSON))
        if unsent is Unsent.SEND:
            self.departures.take(desk)
        else:
            desk.close()

    def sign_approvals(self, pin: bytearray, wanted: Sequence[Wanted]) -> Signed:
        """Have the card that opened the session sign ``wanted``; blocks. ``pin`` is wiped.

        Raises what ``approval.sign`` raises; ``OtherCard`` too where nobody is signed in any more.
        """
        from desktop_app.triage.approval import Leader, OtherCard, sign

        desk, workplace = self._desk, self._workplace
        if desk is None or workplace is None:
            pin[:] = bytes(len(pin))
            raise OtherCard
        session = desk.session
        leader = Leader(
            session.reader, desk.account_id, session.person.id, workplace.trust.cards.known_chain,
            self.clock.now(),
        )  # fmt: skip
        return sign(self._places, leader, pin, wanted)

    def _admit(self, admission: Admission) -> Session:
        """Open the person's store and begin their session; the sign-in's thread comes here."""
        with self._turn:
            if self._workplace is None or self._stopped:
                raise RuntimeError("the program is ending")
            desk = self._desk
            if desk is not None and desk.account_id == admission.account_id and admission.granted:
                return desk.renew(admission.granted)
        self.lock(LockReason.PERSON)
        self.departures.end(admission.account_id)
        if not self.home.account_db(admission.account_id).exists():  # a renewed card may take a store over
            self.departures.end_each()
        with self._turn:
            contactless = any(r.contactless for r in self.readers.readers() if r.name == admission.reader)
            from desktop_app.sign_in.desk import Desk  # nobody is signed in at a start

            self._desk = Desk.open(
                admission, self.home, self._workplace, self.bus, contactless=contactless,
                succeed=self._vault(admission.account_id).succeed,
            )  # fmt: skip
            self.session = session = self._desk.session
        if not contactless:
            self.guard.watch(admission.reader, admission.account_id)
        self.bus.publish(
            SignedIn(session.person.id, session.person.name, online=admission.granted is not None)
        )
        self._desk.start()
        self._lock_if_gone(admission.reader)
        return session

    def _leave_for_good(self) -> None:
        """Lock by order of the centre, and end what still goes out for whoever left before."""
        self.lock(LockReason.WIPED)
        self.departures.end_each()

    def _card_trust(self) -> CardTrust | None:
        return self._workplace.trust.cards if self._workplace else None

    def _lock_if_gone(self, reader: str) -> None:
        """The card may have left between its last word and the watch that was set on it."""
        if self.tokens.find(reader) is not None:
            return
        states = {state.name: state.condition for state in self.readers.readers()}
        if states.get(reader) in {None, Condition.EMPTY} and not (self.session and self.session.contactless):
            self.lock(LockReason.CARD_REMOVED)

    def _leave_session(self) -> Desk | None:
        """Let nobody be signed in any more; return the desk that is left to be closed."""
        with self._turn:
            desk, self._desk, self.session = self._desk, None, None
            self.guard.unwatch()
        return desk

    def _vault(self, account_id: str) -> Vault:
        workstation = self._workplace.enrolment.workstation_id if self._workplace else ""
        return self._installation.vault(account_id, workstation)

    def _is_attendance(self, reader: str) -> bool:
        return self.settings.reader_roles.get(reader) == "attendance"
