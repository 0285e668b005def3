"""`VirtualPad`: the keys of a reader (PC/SC part 10), for virtual readers and for tests of the adapter.

It reads the structures by the standard's own offsets, puts in what is typed, and sends the command on.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from typing import Final

from cardio.part10 import Feature, Pad, pad_of

FEATURE_CODES: Final = {Feature.VERIFY_PIN_DIRECT: 0x42330006, Feature.MODIFY_PIN_DIRECT: 0x42330007}
TIMED_OUT: Final = bytes.fromhex("6400")
CANCELLED: Final = bytes.fromhex("6401")
DIFFERS: Final = bytes.fromhex("6402")
WRONG_LENGTH: Final = bytes.fromhex("6403")
BAD_STRUCTURE: Final = bytes.fromhex("6B80")
_VERIFY_HEAD: Final = 19
_MODIFY_HEAD: Final = 24
_SHORT_HEADER: Final = 5

Send = Callable[[bytes], bytes]


class VirtualPad:
    """A reader's keys. What the person does there is laid up before: digits, `CANCEL`, or nothing in time."""

    CANCEL: Final = "cancel"
    NOTHING: Final = "nothing"

    def __init__(self, *, modify: bool = True, works: bool = True) -> None:
        """With `works=False` the reader claims its keys and refuses every entry, as some do."""
        self._typed: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._works = works
        self.codes: dict[int, int] = {
            int(feature): code
            for feature, code in FEATURE_CODES.items()
            if modify or feature is not Feature.MODIFY_PIN_DIRECT
        }
        self.entries = 0

    @property
    def abilities(self) -> Pad | None:
        """What the reader says of its keys."""
        return pad_of(self.codes, {})

    def type(self, *entries: str) -> None:
        """Lay up what is typed at the next entries, in turn."""
        for entry in entries:
            self._typed.put(entry)

    def control(self, code: int, structure: bytes, send: Send) -> bytes:
        """Carry out an order; the answer is the card's, or a status word of the reader's own."""
        if code == self.codes.get(Feature.VERIFY_PIN_DIRECT):
            return self._enter(structure, _VERIFY_HEAD, 1, (0,), send)
        if code == self.codes.get(Feature.MODIFY_PIN_DIRECT):
            return self._enter(structure, _MODIFY_HEAD, 3, (structure[5], structure[6]), send)
        return BAD_STRUCTURE

    def _enter(self, structure: bytes, head: int, count: int, offsets: tuple[int, ...], send: Send) -> bytes:
        if not self._works or not _is_well_formed(structure, head):
            return BAD_STRUCTURE
        at_limits = 5 if head == _VERIFY_HEAD else 7
        longest, shortest = structure[at_limits], structure[at_limits + 1]  # wPINMaxExtraDigit, little-endian
        entries: list[str] = []
        for _ in range(count):
            self.entries += 1
            typed = self._next()
            if typed in _ENDS:
                return _ENDS[typed]
            if not shortest <= len(typed) <= longest:
                return WRONG_LENGTH
            entries.append(typed)
        if entries[1:2] != entries[2:]:
            return DIFFERS
        return send(_filled(structure[head:], entries, offsets))

    def _next(self) -> str:
        try:
            return self._typed.get_nowait()
        except queue.Empty:
            return self.NOTHING


_ENDS: Final = {VirtualPad.CANCEL: CANCELLED, VirtualPad.NOTHING: TIMED_OUT}


def _is_well_formed(structure: bytes, head: int) -> bool:
    """Whether format and lengths are those of an eight-byte ASCII block, and the command is whole."""
    if len(structure) < head:
        return False
    format_string, block, length_format = structure[2:5]
    counted = int.from_bytes(structure[head - 4 : head], "little")
    return (format_string, block, length_format) == (0x82, 0x08, 0x00) and counted == len(structure) - head


def _filled(command: bytes, entries: list[str], offsets: tuple[int, ...]) -> bytes:
    """The command with each entry where it belongs, left-justified over the fillers."""
    filled = bytearray(command)
    for entry, offset in zip(entries, offsets, strict=False):
        at = _SHORT_HEADER + offset
        filled[at : at + len(entry)] = entry.encode("ascii")
    return bytes(filled)
