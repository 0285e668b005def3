"""A leader's approvals, signed by their card in one go: one PIN, one VERIFY, one signature for each answer.

What is signed is built here: the report, the hash of exactly the content that was read, the capacity, and the
hash of the whole list, so that a signature also says what was approved with it. Key 9A signs: its PIN counts
until the card is logged out, where 9C would ask for it before each use.

A card that leaves in the middle keeps what it has signed: those are approved, the rest waits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from cardio.errors import CardError, ReaderNotAnswering
from cardio.piv import Slot, jose_algorithm
from cardio.tap import supported_key
from desktop_app import jose
from desktop_app.domain.payloads import Approve

if TYPE_CHECKING:
    from cryptography import x509

    from cardio.keys import SlotKeys
    from desktop_app.cards.places import CardPlaces
    from desktop_app.cards.presented_card import PresentedCard

PATIENCE: Final = 120.0
"""Seconds for a whole list: a slow RSA card takes a second for each."""


class OtherCard(Exception):
    """The card in the reader is not the one that opened the session; no PIN was presented."""

    code = "approval_other_card"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One answer that was read and is to be approved."""

    report_id: str
    content_sha256: str
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """What the card came to: the payloads of the answers it signed, in order, and why it ended early."""

    approvals: tuple[tuple[Wanted, Approve], ...]
    waiting: tuple[Wanted, ...]
    trouble: CardError | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """Whose card signs: where it lies, the account it opened, how its chain is known, the time."""

    place: str
    account_id: str
    person_id: str
    chain: Callable[[x509.Certificate], Sequence[x509.Certificate]]
    now: datetime


def sign(places: CardPlaces, leader: Leader, pin: bytearray, wanted: Sequence[Wanted]) -> Signed:
    """Have the leader's card sign each of ``wanted``; blocks, so never on the main thread. ``pin`` is wiped.

    Raises ``OtherCard`` and ``PinFormat`` before the PIN is presented, and ``CardError`` where nothing was
    signed (``PinWrong`` costs one try, whatever the length of the list).
    """
    try:
        card = places.seen(leader.place) or places.read(leader.place).result(PATIENCE)
        if card.account_id != leader.account_id:
            raise OtherCard
        places.check_pin(card, pin)
        done: list[tuple[Wanted, Approve]] = []
        trouble = _sign_all(places, leader, pin, card, wanted, done)
        if trouble is not None and not done:
            raise trouble
        return Signed(tuple(done), tuple(wanted[len(done) :]), trouble)
    except TimeoutError:
        raise ReaderNotAnswering(leader.place) from None
    finally:
        pin[:] = bytes(len(pin))


def _sign_all(
    places: CardPlaces,
    leader: Leader,
    pin: bytearray,
    card: PresentedCard,
    wanted: Sequence[Wanted],
    done: list[tuple[Wanted, Approve]],
) -> CardError | None:
    """Fill ``done`` signature by signature; what a card signed before it left stays."""
    write = _Writer(leader, card.authentication, list_sha256(wanted))

    def work(keys: SlotKeys) -> None:
        for each in wanted:
            approval = write.approval(keys, each)
            done.append((each, approval))

    try:
        places.use_keys(leader.place, pin, card, work).result(PATIENCE)
    except CardError as error:
        return error
    return None


class _Writer:
    """Writes what the card signs: the same header and the same list for each."""

    def __init__(self, leader: Leader, certificate: x509.Certificate, whole: str) -> None:
        self._key = supported_key(certificate)
        chain = [one for one in leader.chain(certificate) if one.issuer != one.subject]
        self._header = {
            "alg": jose_algorithm(self._key), "typ": str(jose.Kind.APPROVAL), "x5c": jose.x5c(chain),
        }  # fmt: skip
        self._common: dict[str, Any] = {
            "person_id": leader.person_id, "list_sha256": whole, "iat": int(leader.now.timestamp()),
        }  # fmt: skip

    def approval(self, keys: SlotKeys, wanted: Wanted) -> Approve:
        claims = {
            "report_id": wanted.report_id, "content_sha256": wanted.content_sha256,
            "capacity": wanted.capacity, **self._common,
        }  # fmt: skip
        signature = jose.assemble(
            self._header, claims, lambda message: keys.sign(Slot.AUTHENTICATION, self._key, message)
        )
        return Approve(wanted.content_sha256, wanted.capacity, signature)


def list_sha256(wanted: Sequence[Wanted]) -> str:
    """Return the hash (hex) of a list: SHA-256 over its lines of report, content and capacity, in order."""
    lines = (f"{each.report_id} {each.content_sha256} {each.capacity}\n" for each in wanted)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
