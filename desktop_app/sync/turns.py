"""Whose turn it is among the files that wait: one that fails waits by itself and lets the others pass.

Each failure of a file doubles its own wait, with jitter; the others know nothing of it. Thread-safe.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop_app.sync.backoff import Backoff

WAITS: Final = Backoff(first=2.0, most=300.0)
"""A file is megabytes: what fails over and over is tried more and more rarely."""


@dataclass(frozen=True, slots=True)
class Setback:
    """How often a file failed in a row, why it did last (a code), and the seconds until it is tried again."""

    failures: int
    code: str
    seconds: float


@dataclass(frozen=True, slots=True)
class _Wait:
    """The same by the clock that only grows: ``again_at``."""

    failures: int
    code: str
    again_at: float


class Turns:
    """The setbacks of the files of one desk, by their position; a file without one may go at any time."""

    def __init__(
        self, now: Callable[[], float] = time.monotonic, chance: Callable[[], float] = random.random
    ) -> None:
        """``now``: seconds that only grow; ``chance``: in [0, 1), spreads a thousand desks."""
        self._now, self._chance = now, chance
        self._lock = threading.Lock()
        self._waits: dict[int, _Wait] = {}

    def failed(self, position: int, code: str) -> None:
        """Let a file wait, longer each time."""
        with self._lock:
            known = self._waits.get(position)
            failures = known.failures + 1 if known else 1
            again_at = self._now() + WAITS.delay(failures, self._chance())
            self._waits[position] = _Wait(failures, code, again_at)

    def over(self, position: int) -> None:
        """Forget a file that has arrived, or was given up."""
        with self._lock:
            self._waits.pop(position, None)

    def all_at_once(self) -> None:
        """Contact is back, or a person asks: whoever waits goes now; how often each failed stays known."""
        with self._lock:
            now = self._now()
            self._waits = {
                position: _Wait(one.failures, one.code, min(one.again_at, now))
                for position, one in self._waits.items()
            }

    def waiting(self) -> tuple[int, ...]:
        """Return the files whose turn has not come."""
        with self._lock:
            now = self._now()
            return tuple(position for position, one in self._waits.items() if one.again_at > now)

    def setback(self, position: int) -> Setback | None:
        """Return what a file met last, if anything."""
        with self._lock:
            known = self._waits.get(position)
            if known is None:
                return None
            return Setback(known.failures, known.code, max(0.0, known.again_at - self._now()))

    def next_turn(self) -> float | None:
        """Return the seconds until the first file that waits may go; None where none waits."""
        with self._lock:
            later = [one.again_at for one in self._waits.values() if one.again_at > self._now()]
            return min(later) - self._now() if later else None
