"""Sign-in with card and PIN, online and, when the centre cannot be reached, offline.

Order: PIN typed → nonce fetched → one card transaction VERIFY + sign (+ open the vault), logged out
before it is released, never spanning the network → token → the vault's key opens the account store.
For a card or token that cannot, the device may hold that key by policy; else its holder works online only.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from cardio.errors import CardError, PinBlocked
from cardio.redaction import holder_name, name_text
from cardio.trust import Purpose
from desktop_app.api import auth
from desktop_app.api.auth import Assertion, PersonGrant
from desktop_app.api.errors import ApiError, ClientTooOld, Unauthorised, Unreachable
from desktop_app.aside import run_aside
from desktop_app.cards.presented_card import PresentedCard
from desktop_app.cards.proof import CardProof, Errand, has_vault_key
from desktop_app.cards.token_card import TokenCard
from desktop_app.domain.grace import GraceEnded, GraceLimits
from desktop_app.session import Assurance
from desktop_app.sign_in.outcome import Admission, CardSummary, SignInRefused
from desktop_app.sign_in.store_opening import Opening, opening_of
from desktop_app.vault.slots import KEY_BYTES
from desktop_app.vault.vault import Vault

if TYPE_CHECKING:
    from desktop_app.cards.places import CardPlaces
    from desktop_app.clock import Clock
    from desktop_app.session import Session
    from desktop_app.workstation.workplace import Workplace

NONCE_SECONDS: Final = 4.0
_FIRST_NEEDS_SERVER: Final = "first_sign_in_needs_server"
__all__ = ["CardSummary", "SignIn", "SignInRefused"]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One typed PIN for one card in one reader."""

    reader: str
    card: PresentedCard
    pin: bytearray = field(repr=False)


class SignIn:
    """Lets a person in; ``admit`` opens their store and makes the session."""

    def __init__(
        self,
        places: CardPlaces,
        workplace: Callable[[], Workplace | None],
        vault: Callable[[str], Vault],
        clock: Clock,
        admit: Callable[[Admission], Session],
    ) -> None:
        self._places = places
        self._workplace = workplace
        self._vault = vault
        self._clock = clock
        self._admit = admit
        self._refused: set[str] = set()

    # --- before the PIN ------------------------------------------------------------------------

    def inspect(self, reader: str) -> Future[CardSummary]:
        """Read the card in ``reader``; a card that cannot sign in says why in ``problem``."""
        summary: Future[CardSummary] = Future()
        reading = self._places.read(reader)
        reading.add_done_callback(lambda done: self._summarise(reader, done, summary))
        return summary

    def _summarise(self, reader: str, done: Future[PresentedCard], summary: Future[CardSummary]) -> None:
        try:
            summary.set_result(self._summary(reader, done.result()))
        except CardError as problem:
            summary.set_result(CardSummary(reader, problem=problem.code, data=asdict(problem)))
        except Exception as problem:  # noqa: BLE001 - handed to whoever waits
            summary.set_exception(problem)

    def _summary(self, reader: str, card: PresentedCard) -> CardSummary:
        problem = self._problem(card)
        return CardSummary(
            reader=reader,
            holder=holder_name(card.authentication),
            issuer=name_text(card.authentication.issuer),
            not_after=card.authentication.not_valid_after_utc,
            tries_left=card.tries_left,
            blocked=card.tries_left == 0,
            can_work_offline_until=self._offline_until(card),
            problem=problem.code if problem else None,
            data=asdict(problem) if problem else {},
            opening=self._opening(card),
            token=isinstance(card, TokenCard),
            pin_pad=card.pin_pad,
        )

    def _opening(self, card: PresentedCard) -> Opening | None:
        workplace = self._workplace()
        if workplace is None:
            return None
        return opening_of(
            card,
            device_allowed=workplace.trust.bundle.allows("device_slot"),
            fit=has_vault_key(card),
            refused=card.account_id in self._refused,
        )

    def _problem(self, card: PresentedCard) -> CardError | None:
        workplace = self._workplace()
        if card.tries_left == 0:
            return PinBlocked()
        if workplace is None:
            return None
        cards, now = workplace.trust.cards, self._clock.now()
        try:
            if workplace.store.grace.get(card.account_id) is None:
                cards.check(card.authentication, Purpose.STAFF_SIGN_IN, now)
            else:  # this very certificate's path held before; it is built anew when the PIN is there
                cards.recheck(card.authentication, now)
        except CardError as problem:
            return problem
        return None

    def _offline_until(self, card: PresentedCard) -> datetime | None:
        workplace = self._workplace()
        grace = workplace.store.grace.get(card.account_id) if workplace else None
        if workplace is None or grace is None or not self._vault(card.account_id).exists:
            return None
        limits = _limits(workplace)
        usable = grace.unlocks < limits.unlocks and self._clock.now() < grace.until(limits)
        return grace.until(limits) if usable else None

    # --- with the PIN --------------------------------------------------------------------------

    def begin(self, reader: str, pin: bytearray) -> Future[Session]:
        """Sign in with the card in ``reader``; ``pin`` is wiped whatever happens.

        The future raises ``CardError``, ``ApiError``, ``SignInRefused``, ``StoreError``, ``VaultError``.
        """

        def run() -> Session:
            try:
                return self._sign_in(reader, pin)
            finally:
                pin[:] = bytes(len(pin))

        return run_aside("sign-in", run)

    def _sign_in(self, reader: str, pin: bytearray) -> Session:
        workplace = self._workplace()
        if workplace is None:
            raise SignInRefused("not_enrolled")
        card = self._places.seen(reader) or self._places.read(reader).result()
        self._places.check_pin(card, pin)  # before anything is sent anywhere
        attempt = _Attempt(reader, card, pin)
        try:
            nonce = self._nonce(workplace)
        except ClientTooOld:
            raise
        except ApiError as failure:
            return self._offline(workplace, attempt, failure)
        return self._online(workplace, attempt, nonce)

    def _nonce(self, workplace: Workplace) -> str:
        with closing(workplace.centre.open()) as session:
            return auth.fetch_nonce(session, NONCE_SECONDS)

    def _online(self, workplace: Workplace, attempt: _Attempt, nonce: str) -> Session:
        cards, url, centre = workplace.trust.cards, workplace.trust.bundle.token_url, workplace.centre
        cards.check(attempt.card.authentication, Purpose.STAFF_SIGN_IN, self._clock.now())  # before a PIN try
        assertion = Assertion(nonce, url, centre.dpop.thumbprint, self._clock.now())
        proof = self._prove(workplace, attempt, assertion)
        try:
            granted = self._grant(workplace, proof)
        except Unauthorised as refused:
            raise SignInRefused(refused.reason) from None
        except ApiError as failure:  # lost between nonce and token: what the card proved still holds
            return self._enter_offline(workplace, attempt, proof, failure)
        workplace.store.grace.verified(attempt.card.account_id, self._clock.now())
        return self._enter(attempt, proof, granted, None)

    def _grant(self, workplace: Workplace, proof: CardProof) -> PersonGrant:
        with closing(workplace.centre.open()) as session:
            return auth.grant_person(session, proof.assertion)

    def _offline(self, workplace: Workplace, attempt: _Attempt, failure: ApiError) -> Session:
        self._check_offline(workplace, attempt.card, failure)  # before a PIN try is at stake
        proof = self._prove(workplace, attempt, None)
        return self._enter_offline(workplace, attempt, proof, failure)

    def _check_offline(self, workplace: Workplace, card: PresentedCard, failure: ApiError) -> None:
        """Raise unless this card has an account here and is, as far as we know, a good one."""
        known = workplace.store.grace.get(card.account_id) is not None
        if not known or not self._vault(card.account_id).exists:
            raise SignInRefused(_FIRST_NEEDS_SERVER) if isinstance(failure, Unreachable) else failure
        opening = self._opening(card)
        if opening is not None and opening.by is Assurance.ONLINE:
            raise SignInRefused("card_without_vault_key")
        workplace.trust.cards.check(card.authentication, Purpose.STAFF_SIGN_IN, self._clock.now())
        if card.key_management is not None and has_vault_key(card):
            workplace.trust.cards.check(card.key_management, Purpose.KEY_MANAGEMENT, self._clock.now())

    def _enter_offline(
        self, workplace: Workplace, attempt: _Attempt, proof: CardProof, failure: ApiError
    ) -> Session:
        self._check_offline(workplace, attempt.card, failure)
        workplace.keep_time()  # before the answer: a refusal, too, outlives a kill and a clock set back
        try:
            workplace.store.grace.spend(attempt.card.account_id, self._clock.now(), _limits(workplace))
        except GraceEnded as ended:
            raise SignInRefused(f"grace_{ended.reason}") from None
        return self._enter(attempt, proof, None, failure)

    def _enter(
        self, attempt: _Attempt, proof: CardProof, granted: PersonGrant | None, failure: ApiError | None
    ) -> Session:
        card = attempt.card
        key, assurance = self._store_key(card, proof)
        until = None if assurance is Assurance.ONLINE else self._offline_until(card)
        return self._admit(
            Admission(
                card.account_id, key, attempt.reader, granted, until, failure, assurance, proof.next_key
            )
        )

    def _store_key(self, card: PresentedCard, proof: CardProof) -> tuple[bytes, Assurance]:
        """The key of the store, and what opened it; without any way to keep it, a new one for this time."""
        if proof.data_key is not None:
            return proof.data_key, Assurance.CARD
        if (opening := self._opening(card)) is not None and opening.by is Assurance.CARD:
            self._refused.add(card.account_id)  # the token listed what it does not do
            opening = self._opening(card)
        if opening is not None and opening.by is Assurance.DEVICE:
            return _device_key(self._vault(card.account_id)), Assurance.DEVICE
        return secrets.token_bytes(KEY_BYTES), Assurance.ONLINE

    def _served_long_enough(self, workplace: Workplace, account_id: str) -> bool:
        """Whether the key of this account's store is due to be replaced."""
        made_at, days = self._vault(account_id).made_at, workplace.trust.bundle.limit("vault_key_days")
        return made_at is not None and self._clock.now() - made_at > timedelta(days=max(days, 1.0))

    def _prove(self, workplace: Workplace, attempt: _Attempt, assertion: Assertion | None) -> CardProof:
        cards, leaf = workplace.trust.cards, attempt.card.authentication
        opening = self._opening(attempt.card)
        errand = Errand(
            seen=attempt.card,
            assertion=assertion,
            chain=[c for c in cards.known_chain(leaf) if c.issuer != c.subject],
            vault=self._vault(attempt.card.account_id),
            check_path=lambda c: cards.chain(c, Purpose.KEY_MANAGEMENT, self._clock.now()),
            opens_vault=opening is not None and opening.by is Assurance.CARD,
            rotates=self._served_long_enough(workplace, attempt.card.account_id),
        )
        return self._places.prove(attempt.reader, attempt.pin, errand).result()


def _device_key(vault: Vault) -> bytes:
    """The key by the device's secret, which may sit in a keyring: asked for when the card is let go."""
    if vault.exists:
        return vault.unlock_with_device()
    key = vault.create()
    vault.add_device_slot(key)
    return key


def _limits(workplace: Workplace) -> GraceLimits:
    bundle = workplace.trust.bundle
    return GraceLimits(bundle.limit("offline_hours"), int(bundle.limit("offline_unlocks")))
