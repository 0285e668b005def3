"""A trusted clock whose time only the test moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop_app.clock import Clock

NOON = datetime(2026, 3, 10, 5, 0, tzinfo=UTC)
"""12:00 of a Tuesday in the city's zone."""


class ManualClock(Clock):
    """A clock that stands still; wall and monotonic time can be moved apart."""

    def __init__(self, wall: datetime = NOON, highest_trusted: datetime | None = None) -> None:
        self._wall = wall
        self._seconds = 1000.0
        super().__init__(highest_trusted)

    def wall(self) -> datetime:
        """The wall clock's present setting."""
        return self._wall

    def monotonic(self) -> float:
        """Seconds that the test let pass."""
        return self._seconds

    def advance(self, by: timedelta | float) -> None:
        """Let time pass, on both clocks."""
        step = by if isinstance(by, timedelta) else timedelta(seconds=by)
        self._wall += step
        self._seconds += step.total_seconds()

    def set_wall(self, wall: datetime) -> None:
        """Set the wall clock, as a person or a bad battery does."""
        self._wall = wall
