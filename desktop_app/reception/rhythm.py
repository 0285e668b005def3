"""Keys of a scanner told from those of a person: a wedge types a line in a burst and ends it by Enter.

What a wedge types passes the input method of the workstation, which may damage letters without a sign, so it
matters who typed. Nobody keeps up 30 ms a key over a dozen keys.
"""

from __future__ import annotations

from statistics import median
from typing import Final

from cardio.cccd.provenance import Source

FEWEST_KEYS: Final = 10
BURST_MS: Final = 30.0
_LONGEST: Final = 4096


class Rhythm:
    """The times between the keys of one entry, in milliseconds of any monotonic clock."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._gaps: list[float] = []

    def key(self, at: float) -> None:
        """Hear one key."""
        if self._last is not None and len(self._gaps) < _LONGEST:
            self._gaps.append(at - self._last)
        self._last = at

    def start_over(self) -> None:
        """Forget the keys: the field was emptied, or the entry was taken."""
        self._last = None
        self._gaps.clear()

    def source(self) -> Source:
        """Return who typed the keys heard so far."""
        fast = len(self._gaps) >= FEWEST_KEYS - 1 and median(self._gaps) <= BURST_MS
        return Source.WEDGE_SCANNER if fast else Source.TYPED
