"""A card that is torn off after a number of APDUs, whose PIN and PUK presentations are counted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from enum import Enum
from typing import Final

from cardio.cli.pin_entry import PinEntry
from cardio.cli.self_test import try_card
from cardio.errors import CardRemoved
from cardio.piv import Piv, Slot
from cardio.simulator import CardFile, KeyKind, RareKeyKind, VirtualPivCard
from cardio.simulator.readers import LARGEST_APDU
from cardio.tap import read_tap, supported_key
from cardio.transport import LONGEST_SHORT_FRAME, Card
from desktop_app.cards.presented_card import read_card
from desktop_app.ceremonies.my_card import read_contents
from tests.hostile_cards.errands import approve, open_vault, renew, report, report_with_pin
from tests.support import virtual_cards
from tests.support.virtual_cards import PIN, PUK, pin

NEW: Final = "271828"
_PRESENTS: Final = frozenset({0x20, 0x24, 0x2C})


class Protocol(Enum):
    """How a card takes what does not fit a short APDU."""

    EXTENDED = "T=1, extended"
    CHAINED = "T=1, chained"
    T0 = "T=0"


class TearableCard:
    """A card in a reader; `left` counts down, and at zero the next APDU finds no card."""

    def __init__(self, file: CardFile, protocol: Protocol = Protocol.EXTENDED) -> None:
        by_t0 = protocol is Protocol.T0
        self.card = VirtualPivCard(file, extended=protocol is Protocol.EXTENDED, t0=by_t0)
        self.reader, self.atr, self.contactless = "R", self.card.power_on(), False
        self.max_apdu = LONGEST_SHORT_FRAME if by_t0 else LARGEST_APDU
        self.left: int | None = None
        self.apdus = self.presented = 0

    def transmit(self, command: bytes | bytearray) -> bytes:
        """To the card, while it is there."""
        if self.left is not None:
            if not self.left:
                raise CardRemoved
            self.left -= 1
        self.apdus += 1
        self.presented += command[1] in _PRESENTS and len(command) > 5
        return self.card.transmit(command)

    def transaction(self) -> AbstractContextManager[None]:
        """Nobody else is there."""
        return nullcontext()

    def reset(self) -> None:
        """Warm reset."""
        self.card.reset()

    def put_in_again(self) -> None:
        """The card lies in the reader again, freshly powered."""
        self.card.power_on()
        self.left, self.apdus, self.presented = None, 0, 0

    @property
    def tries(self) -> tuple[int, int]:
        """Of PIN and PUK."""
        return self.card.pin_tries_left, self.card.puk_tries_left


def tap(card: Card) -> None:
    """A check-in."""
    read_tap(card).sign(b"event")


def sign_in(card: Card) -> None:
    """Certificate, tries, PIN, signature, logout."""
    piv = Piv.select(card)
    key = supported_key(piv.certificate(Slot.AUTHENTICATION))
    piv.tries_left()
    with piv.unlocked(pin()):
        piv.sign(Slot.AUTHENTICATION, key, b"challenge")


def read_all(card: Card) -> None:
    """Every data object."""
    piv = Piv.select(card)
    for read in (piv.discovery, piv.capability, piv.chuid, piv.security_object, piv.key_history, piv.retired):
        read()
    with piv.unlocked(pin()):
        for private in (piv.printed, piv.face, piv.fingerprints):
            private()


def inspect(card: Card) -> None:
    """What sign-in reads at insertion."""
    read_card(card)


def my_card(card: Card) -> None:
    """What *My card* reads."""
    read_contents(card)


def use_every_key(card: Card) -> None:
    """The self-test with PIN."""
    try_card(card, PinEntry(pin()))


def change_and_back(card: Card) -> None:
    """The PIN changed; by its own new value changed back."""
    piv = Piv.select(card)
    piv.change_pin(pin(PIN), pin(NEW))
    piv.change_pin(pin(NEW), pin(PIN))


def unblock(card: Card) -> None:
    """The same PIN set by the PUK."""
    Piv.select(card).unblock(pin(PUK), pin(PIN))


FLOWS: Final[dict[Callable[[Card], None], int]] = {
    tap: 0,
    sign_in: 1,
    read_all: 1,
    inspect: 0,
    my_card: 0,
    open_vault: 2,
    report: 0,
    report_with_pin: 1,
    approve: 1,
    renew: 2,
    use_every_key: 1,
    change_and_back: 2,
    unblock: 1,
}
"""Each flow → how often the person entered a PIN or PUK for it."""

PROFILES: Final = [(kind, protocol) for kind in (*KeyKind, RareKeyKind.RSA3072) for protocol in Protocol]


def card_file(kind: KeyKind | RareKeyKind) -> CardFile:
    """The card of a profile."""
    return virtual_cards.card_file(kind) if isinstance(kind, KeyKind) else virtual_cards.rsa_3072_card_file()
