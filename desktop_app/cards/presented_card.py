"""What a card in a reader says of itself before any PIN; read once at insertion, off the sign-in's path."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from cardio import events
from cardio.errors import (
    CardError,
    NumberOnly,
    ObjectMissing,
    ProtocolViolation,
    UnknownCard,
    UnsupportedKey,
)
from cardio.piv import PinReference, Piv, Slot
from cardio.transport import Card
from cardio.uid import read_uid

if TYPE_CHECKING:
    from desktop_app.bus import Bus

ACCOUNT_ID_LENGTH = 32
_NO_VAULT_KEY = (ObjectMissing, ProtocolViolation, UnsupportedKey)
"""What there is to say of 9D on a card that signs in all the same: nothing there, or nothing of use."""


@dataclass(frozen=True)
class PresentedCard:
    """The certificates of a card as read, not yet proved by a signature; ``tries_left`` as of reading.

    ``pin_pad``: the PIN is typed on the keys of the reader or token; ``pin``: which of the card's PINs it is.
    """

    authentication: x509.Certificate = field(repr=False)
    key_management: x509.Certificate | None = field(repr=False)
    tries_left: int | None
    pin_pad: bool = field(default=False, kw_only=True)
    pin: PinReference = field(default=PinReference.APPLICATION, kw_only=True)

    @property
    def account_id(self) -> str:
        """The account this card opens: the start of its sign-in certificate's SHA-256 (hex)."""
        return self.authentication.fingerprint(hashes.SHA256()).hex()[:ACCOUNT_ID_LENGTH]


def read_card(card: Card) -> PresentedCard:
    """Read the card in one transaction; raise what the card and the transport raise."""
    with card.transaction():
        piv = _select(card)
        authentication = piv.certificate(Slot.AUTHENTICATION)
        try:
            key_management = piv.certificate(Slot.KEY_MANAGEMENT)
        except _NO_VAULT_KEY:
            key_management = None
        pin, pad = piv.find_pin(), piv.pad is not None
        return PresentedCard(authentication, key_management, piv.tries_left(), pin_pad=pad, pin=pin)


def _select(card: Card) -> Piv:
    """The PIV application; of a card without, it is told whether it has a number all the same."""
    try:
        return Piv.select(card)
    except UnknownCard as unknown:
        try:
            read_uid(card)
        except CardError:
            raise unknown from None
        raise NumberOnly from None


class SeenCards:
    """The card last read in each reader, forgotten when it leaves. Thread-safe."""

    def __init__(self, bus: Bus) -> None:
        self._lock = threading.Lock()
        self._cards: dict[str, PresentedCard] = {}
        self._ends = [
            bus.subscribe(events.CardRemoved, lambda event: self.forget(event.reader)),
            bus.subscribe(events.CardInserted, lambda event: self.forget(event.reader)),
        ]

    def get(self, reader: str) -> PresentedCard | None:
        """Return the card read in ``reader``, None where it was not read since it came."""
        with self._lock:
            return self._cards.get(reader)

    def reading(self, reader: str) -> Callable[[Card], PresentedCard]:
        """Return a task for the reader's thread that reads the card and remembers it."""

        def read(card: Card) -> PresentedCard:
            found = read_card(card)
            self.keep(reader, found)
            return found

        return read

    def keep(self, reader: str, card: PresentedCard) -> None:
        """Remember what was read in ``reader``."""
        with self._lock:
            self._cards[reader] = card

    def forget(self, reader: str) -> None:
        """Drop what is known of the card in ``reader``."""
        with self._lock:
            self._cards.pop(reader, None)
