"""`PinEntry`: the PIN that a command was given, typed here or on the reader's keys."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from cardio.piv import Piv


@dataclass(frozen=True, slots=True)
class PinEntry:
    """One entry, to be presented once; whoever asked for it wipes it. `None`: on the reader's keys."""

    pin: bytearray | None = field(default=None, repr=False)

    def unlocked(self, piv: Piv) -> AbstractContextManager[None]:
        """Present it and log out at the end; raises PinFormat, PinWrong, PinBlocked, and the pad's own."""
        return piv.unlocked_on_pad() if self.pin is None else piv.unlocked(self.pin)
