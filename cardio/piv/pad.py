"""PIN and PUK of the PIV application typed on the reader's own keys (PC/SC part 10, 2.5).

The command goes to the reader with fillers where the PIN belongs; the reader puts in what is typed and sends
it, once. Its own status words tell what became of the entry when no command was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from cardio import part10
from cardio.apdu import Command, Ins, Response
from cardio.errors import (
    CardError,
    ConditionsNotSatisfied,
    PinEntryCancelled,
    PinEntryDiffers,
    PinEntryTimedOut,
    PinFormat,
)
from cardio.part10 import Pad
from cardio.piv import objects
from cardio.piv.pin import PinCommands
from cardio.transport import PadCard

_BLOCK: Final = bytes((objects.PIN_FILLER,)) * objects.PIN_LENGTH
_LENGTHS: Final = (objects.PIN_SHORTEST, objects.PIN_LENGTH)


class PadCommands(PinCommands):
    """What is done with PIN and PUK on a reader with keys; all raise as on the computer, PinPadFailed too."""

    @property
    def pad(self) -> Pad | None:
        """The reader's keys, where a PIN of every length allowed can be typed on them."""
        pad = self._card.pad if isinstance(self._card, PadCard) else None
        return pad if pad is not None and pad.takes(*_LENGTHS) else None

    def verify_on_pad(self) -> None:
        """Have the PIN typed and presented, once."""
        pad = self._usable()
        command = self._command(Ins.VERIFY, 1)
        self._typed(pad.verify, part10.verify_structure(pad, command, *_LENGTHS), Ins.VERIFY)

    def change_pin_on_pad(self) -> None:
        """Have the old PIN typed, and the new one twice."""
        self._modify(Ins.CHANGE_REFERENCE_DATA)

    def unblock_on_pad(self) -> None:
        """Have the PUK typed, and the new PIN twice."""
        self.must_be_unblockable()
        self._modify(Ins.RESET_RETRY_COUNTER)

    @contextmanager
    def unlocked_on_pad(self) -> Iterator[None]:
        """As `unlocked`, with the PIN typed on the reader's keys."""
        self.verify_on_pad()
        try:
            yield
        finally:
            self.logout()

    def _modify(self, ins: int) -> None:
        pad = self._usable()
        self._typed(pad.modify, part10.modify_structure(pad, self._command(ins, 2), *_LENGTHS), ins)

    def _command(self, ins: int, blocks: int) -> bytes:
        return bytes(Command(ins, 0x00, self.pin, _BLOCK * blocks).short()[0])

    def _usable(self) -> Pad:
        pad = self.pad
        if pad is None:
            raise ConditionsNotSatisfied
        return pad

    def _typed(self, code: int | None, structure: bytes, ins: int) -> None:
        if code is None or not isinstance(self._card, PadCard):
            raise ConditionsNotSatisfied
        self._exchange.more_than_read()
        answer = self._card.type_on_pad(code, structure)
        response = Response(answer[:-2], int.from_bytes(answer[-2:], "big"))
        outcome = _OUTCOMES.get(response.sw)
        if outcome is not None:
            raise outcome()
        self._conclude(response, ins)


def _too_short_or_long() -> CardError:
    return PinFormat("length")


_OUTCOMES: Final = {  # part 10, 2.5.5
    0x6400: PinEntryTimedOut,
    0x6401: PinEntryCancelled,
    0x6402: PinEntryDiffers,
    0x6403: _too_short_or_long,
}
