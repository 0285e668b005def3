"""A card that answers with the fuzzer's bytes: each answer is a length byte pair and that many bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cardio.errors import CardRemoved

MOST_ANSWERS = 200


class HostileCard:
    """Cuts the input into answers; torn off where the input ends."""

    reader = "fuzz"
    atr = b"\x3b\x80\x80\x01\x01"
    contactless = False
    max_apdu = 65_544

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._answers = 0

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Answer anything with the next piece of the input."""
        self._answers += 1
        if self._at + 2 > len(self._data) or self._answers > MOST_ANSWERS:
            raise CardRemoved
        size = int.from_bytes(self._data[self._at : self._at + 2], "big") % 700
        self._at += 2 + size
        return self._data[self._at - size : self._at]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Transactions mean nothing to a hostile card."""
        yield

    def reset(self) -> None:
        """Nor does a reset."""


def answers(*pieces: bytes) -> bytes:
    """Return the input that makes a ``HostileCard`` give these answers: seeds for the fuzzer."""
    return b"".join(len(piece).to_bytes(2, "big") + piece for piece in pieces)
