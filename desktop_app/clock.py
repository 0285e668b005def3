"""Trusted time: the server's clock carried on by the monotonic one, never behind what was once known.

A wall clock that is wrong, or set back, changes nothing that the program decides by; nor does a sleep of the
computer, or a restart: a time once known to be over goes on from there for as long as the program runs.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_app import host

TOLERANCE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class _Fix:
    """The server's time at a reading of the monotonic clock; ``error`` bounds how wrong it can be."""

    server: datetime
    monotonic: float
    error: timedelta


@dataclass(frozen=True, slots=True)
class _Floor:
    """A time that was over at a reading of the monotonic clock: what came after it is over now as well."""

    time: datetime
    monotonic: float

    def at(self, monotonic: float) -> datetime:
        return self.time + timedelta(seconds=max(0.0, monotonic - self.monotonic))


class Clock:
    """The time of the program; safe on any thread."""

    def __init__(self, highest_trusted: datetime | None = None) -> None:
        """Start from the highest trusted time that was ever stored, where there is one."""
        self._lock = threading.Lock()
        self._fix: _Fix | None = None
        self._floor: _Floor | None = None
        if highest_trusted is not None:
            self._raise_floor(highest_trusted)

    def recall(self, highest_trusted: datetime) -> None:
        """Take over a time that was known to be true in an earlier run, once the store with it is open."""
        with self._lock:
            self._raise_floor(highest_trusted)

    def _raise_floor(self, over: datetime) -> None:
        now = self.monotonic()
        if self._floor is None or over > self._floor.at(now):
            self._floor = _Floor(over, now)

    def wall(self) -> datetime:
        """Return the computer's own time, UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that only ever go forward, while the computer sleeps too."""
        return host.elapsed()

    def learn(self, server_time: datetime, rtt: float) -> None:
        """Take over the time of a verified answer; ``rtt`` is how long it took in all, in seconds.

        The answer was written half the round trip ago, give or take that half. A fix that could be
        further off than the one we have is not taken, unless it contradicts it.
        """
        half = timedelta(seconds=max(0.0, rtt) / 2)
        new = _Fix(server_time + half, self.monotonic(), half)
        with self._lock:
            if self._fix is None or new.error <= self._fix.error or self._contradicts(new, self._fix):
                self._fix = new
            self._raise_floor(server_time)

    def _contradicts(self, new: _Fix, old: _Fix) -> bool:
        carried = old.server + timedelta(seconds=new.monotonic - old.monotonic)
        return abs(carried - new.server) > old.error + new.error + TOLERANCE

    def now(self) -> datetime:
        """Return the trusted time, UTC: the server's, else the wall's, never before the highest known."""
        with self._lock:
            fix, floor = self._fix, self._floor
        told, monotonic = self.wall(), self.monotonic()
        if fix is not None:
            told = fix.server + timedelta(seconds=monotonic - fix.monotonic)
        return max(told, floor.at(monotonic)) if floor else told

    def trusted_age(self) -> timedelta | None:
        """Return how long ago the server's time was learnt in this run, None when it never was."""
        with self._lock:
            fix = self._fix
        return None if fix is None else timedelta(seconds=self.monotonic() - fix.monotonic)

    def highest_trusted(self) -> datetime | None:
        """Return the highest time known to be true, to be stored by the caller."""
        with self._lock:
            known = self._fix is not None
            floor = self._floor
        if known:
            return self.now()
        return floor.at(self.monotonic()) if floor else None

    @property
    def wall_set_back(self) -> bool:
        """Whether the wall clock shows a time that is known to be over."""
        with self._lock:
            floor = self._floor
        return floor is not None and self.wall() < floor.at(self.monotonic()) - TOLERANCE

    def wall_offset(self) -> timedelta | None:
        """Return trusted time less wall time, None when the server's time is not known in this run."""
        return None if self.trusted_age() is None else self.now() - self.wall()
