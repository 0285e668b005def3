"""How long an account may be opened without the server: 72 hours and 50 unlocks from its last word.

Pure. The stored state lives in ``terminal.db``; the time asked with is the trusted clock's, which
never falls behind the highest time once known to be true.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, Self

OFFLINE_HOURS = 72.0
OFFLINE_UNLOCKS = 50


class GraceEnded(Exception):
    """The account opens only with the server again; ``reason`` is ``expired``, ``unlocks`` or ``never``."""

    def __init__(self, reason: Literal["expired", "unlocks", "never"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class GraceLimits:
    """The policy's limits."""

    hours: float = OFFLINE_HOURS
    unlocks: int = OFFLINE_UNLOCKS


@dataclass(frozen=True, slots=True)
class Grace:
    """``verified_at``: the last verified server time of this account; ``unlocks``: offline ones since."""

    verified_at: datetime
    unlocks: int = 0

    def until(self, limits: GraceLimits) -> datetime:
        """Return when the grace ends by time."""
        return self.verified_at + timedelta(hours=limits.hours)

    def spend(self, now: datetime, limits: GraceLimits) -> Self:
        """Return the grace after one more offline unlock at ``now`` (trusted); raise ``GraceEnded``."""
        if now >= self.until(limits):
            raise GraceEnded("expired")
        if self.unlocks >= limits.unlocks:
            raise GraceEnded("unlocks")
        return replace(self, unlocks=self.unlocks + 1)
