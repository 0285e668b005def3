"""Who has a report open just now: kept in memory for a minute, in no feed and no log.

A hint, never a lock. Only who may see the report learns of others, and only of others who still may.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

LASTS: Final = timedelta(seconds=60)
Doing = Literal["reading", "writing"]


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A person with a report open, since when, and until when that counts without another word."""

    person_id: str
    name: str
    doing: Doing
    since: datetime
    until: datetime


class Onlookers:
    """Thread-safe."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._reports: dict[str, dict[str, Onlooker]] = {}

    def look(self, report_id: str, person_id: str, name: str, doing: Doing) -> list[Onlooker]:
        """Note that a person has the report open; return who else has, longest first."""
        now = self._now()
        with self._lock:
            present = self._living(report_id, now)
            before = present.get(person_id)
            since = before.since if before is not None and before.doing == doing else now
            present[person_id] = Onlooker(person_id, name, doing, since, now + LASTS)
            self._reports[report_id] = present
            others = [one for one in present.values() if one.person_id != person_id]
        return sorted(others, key=lambda one: one.since)

    def leave(self, report_id: str, person_id: str) -> None:
        """Note that a person has closed the report. Idempotent."""
        with self._lock:
            present = self._living(report_id, self._now())
            present.pop(person_id, None)
            self._reports[report_id] = present
            for empty in [key for key, known in self._reports.items() if not known]:
                del self._reports[empty]

    def present(self, report_id: str) -> frozenset[str]:
        """Return the ids of everybody who has the report open."""
        with self._lock:
            return frozenset(self._living(report_id, self._now()))

    def _living(self, report_id: str, now: datetime) -> dict[str, Onlooker]:
        known = self._reports.get(report_id, {})
        return {key: one for key, one in known.items() if one.until > now}
