"""What is known about a card before or beyond what it answers.

Its ATR's own claims, its row in the table of quirks, and what use has taught: no `if` about a maker stands
anywhere else.
"""

from __future__ import annotations

import threading
from typing import ClassVar

from cardio import quirks
from cardio.quirks import Quirks

EXTENDED_LENGTH = 0x40  # ISO 7816-4, 12.1.1.9 (third byte of the card capabilities)


class CardTraits:
    """What is known of one kind of card: its row in the table of quirks, and what use has taught since.

    Cards with the same ATR and the same answer to SELECT are of one kind; what was learned lasts for the
    life of the process. `extended`: takes extended length (`extended_proved`: by use, beyond the ATR's word);
    `long_commands`: with more than 255 bytes of data too; `le_beside_data`: takes Le in a command with data;
    `logout`: forgets the PIN by the command for it. Each `None` while not known. `tries_in_630x`: counts in
    630x. `algorithms`: by which identifier it knows a kind of key, where not by the first of them.
    """

    _known: ClassVar[dict[tuple[bytes, bytes], CardTraits]] = {}
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, quirks: Quirks = quirks.STANDARD, extended: bool | None = None) -> None:
        self.quirks = quirks
        self.extended = extended if quirks.extended is None else quirks.extended
        self.extended_proved = False
        self.long_commands: bool | None = None
        self.le_beside_data: bool | None = None
        self.logout = quirks.logout_by_command
        self.tries_in_630x = quirks.tries_in_630x
        self.algorithms: dict[int, int] = {}

    @classmethod
    def of(cls, atr: bytes, properties: bytes = b"") -> CardTraits:
        """The traits of the cards with this ATR whose application answers SELECT by `properties`."""
        with cls._guard:
            traits = cls._known.get((atr, properties))
            if traits is None:
                kind = quirks.of(historical_bytes(atr), properties)
                traits = cls._known[atr, properties] = cls(kind, claims_extended_length(atr))
            return traits

    @classmethod
    def forget(cls) -> None:
        """Drop everything learned."""
        with cls._guard:
            cls._known.clear()


def claims_extended_length(atr: bytes) -> bool | None:
    """What the card capabilities in the historical bytes say; `None` when they are absent."""
    history = historical_bytes(atr)
    if history[:1] not in (b"\x00", b"\x80"):
        return None
    at = 1
    while at < len(history):
        tag, size = history[at] >> 4, history[at] & 0x0F
        if tag == 7 and size == 3 and at + 3 < len(history):
            return bool(history[at + 3] & EXTENDED_LENGTH)
        at += 1 + size
    return None


def historical_bytes(atr: bytes) -> bytes:
    """The historical bytes of an answer to reset (ISO 7816-3, 8.2); empty when the ATR is malformed."""
    if len(atr) < 2:
        return b""
    count, present, at = atr[1] & 0x0F, atr[1] >> 4, 2
    while present:
        at += present.bit_count()
        if not present & 0x8 or at > len(atr):
            break
        present = atr[at - 1] >> 4  # TDi is the last of its group
    history = atr[at : at + count]
    return history if len(history) == count else b""
