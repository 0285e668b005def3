"""Cards for targets: one that answers with the fuzzer's bytes, and one that notes what a good one says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from cardio.apdu import Ins
from cardio.emrtd.files import READ_BINARY
from cardio.errors import CardRemoved
from cardio.transport import Transport

MOST_ANSWERS = 200


class HostileCard:
    """Cuts the input into answers, each a length of two bytes and that many; torn off where it ends."""

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


class Recorder(HostileCard):
    """Passes on to a good card and keeps its answers, in the same reader as a hostile one."""

    def __init__(self, card: Transport) -> None:
        super().__init__(b"")
        self._card = card
        self.heard: list[bytes] = []

    def transmit(self, command: bytes | bytearray) -> bytes:
        """The good card's answer."""
        self.heard.append(self._card.transmit(command))
        return self.heard[-1]


class FileCard:
    """A chip of transparent files, read without any protection: what they hold is the fuzzer's.

    The input is a row of files: identifier (one byte, 01xx), length (two bytes), content.
    """

    reader = "fuzz"
    atr = b"\x3b\x80\x80\x01\x01"
    contactless = True
    max_apdu = 261

    def __init__(self, data: bytes) -> None:
        self._files: dict[int, bytes] = {}
        at = 0
        while at + 3 <= len(data):
            size = int.from_bytes(data[at + 1 : at + 3], "big")
            self._files[0x0100 | data[at]] = data[at + 3 : at + 3 + size]
            at += 3 + size
        self._selected = b""
        self._left = MOST_ANSWERS

    @staticmethod
    def written(files: Mapping[int, bytes]) -> bytes:
        """Return the input that makes a ``FileCard`` hold these files."""
        return b"".join(
            bytes((name & 0xFF,)) + len(held).to_bytes(2, "big") + held for name, held in files.items()
        )

    def transmit(self, command: bytes | bytearray) -> bytes:
        """SELECT by identifier and READ BINARY (ISO 7816-4); everything else is not supported."""
        self._left -= 1
        if not self._left:
            raise CardRemoved
        if command[1] == Ins.SELECT:
            found = self._files.get(int.from_bytes(command[5:7], "big"))
            self._selected = found or b""
            return b"\x6a\x82" if found is None else b"\x90\x00"
        if command[1] == READ_BINARY:
            start = int.from_bytes(command[2:4], "big")
            return self._selected[start : start + (command[-1] or 256)] + b"\x90\x00"
        return b"\x6d\x00"

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Nobody else is there."""
        yield

    def reset(self) -> None:
        """Nothing to forget."""
