"""What is known about a card before or beyond what it answers: its ATR's own claims, and what use has taught.

Cards differ; their differences are kept here by ATR, so that no `if` about a maker stands anywhere else.
"""

from __future__ import annotations

import threading
from typing import ClassVar

EXTENDED_LENGTH = 0x40  # ISO 7816-4, 12.1.1.9 (third byte of the card capabilities)


class CardTraits:
    """Traits shared by all cards with the same ATR; learned ones last for the life of the process."""

    _known: ClassVar[dict[bytes, CardTraits]] = {}
    _guard: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, extended: bool | None = None) -> None:
        self.extended = extended  # takes extended length: yes, no, not known yet

    @classmethod
    def of(cls, atr: bytes) -> CardTraits:
        """The traits of the cards that answer with `atr`."""
        with cls._guard:
            traits = cls._known.get(atr)
            if traits is None:
                traits = cls._known[atr] = cls(extended=claims_extended_length(atr))
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
