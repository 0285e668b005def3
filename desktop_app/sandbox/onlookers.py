"""Who has a report open just now: kept in the nodes' memory for a minute, in no feed, table or log.

A hint, never a lock. Only who may see the report learns of others, and only of others who still may.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec

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


@dataclass(frozen=True, slots=True)
class _Word:
    """What one node tells the others; nobody who looks any more: the report was closed."""

    report_id: str
    person_id: str
    onlooker: Onlooker | None


class Onlookers:
    """Thread-safe. ``say`` tells the other nodes; what they say is heard by ``hear``, one's own word too."""

    def __init__(self, now: Callable[[], datetime], say: Callable[[str], None] = lambda _word: None) -> None:
        self._now = now
        self._say = say
        self._lock = threading.Lock()
        self._reports: dict[str, dict[str, Onlooker]] = {}

    def look(self, report_id: str, person_id: str, name: str, doing: Doing) -> list[Onlooker]:
        """Note that a person has the report open; return who else has, longest first."""
        now = self._now()
        with self._lock:
            present = self._living(report_id, now)
            before = present.get(person_id)
            since = before.since if before is not None and before.doing == doing else now
            looking = Onlooker(person_id, name, doing, since, now + LASTS)
            present[person_id] = looking
            self._reports[report_id] = present
            others = [one for one in present.values() if one.person_id != person_id]
        self._tell(_Word(report_id, person_id, looking))
        return sorted(others, key=lambda one: one.since)

    def leave(self, report_id: str, person_id: str) -> None:
        """Note that a person has closed the report. Idempotent."""
        self._note(_Word(report_id, person_id, None))
        self._tell(_Word(report_id, person_id, None))

    def hear(self, word: str) -> None:
        """Take over what a node said."""
        self._note(msgspec.json.decode(word, type=_Word))

    def _tell(self, word: _Word) -> None:
        self._say(msgspec.json.encode(word).decode())

    def _note(self, word: _Word) -> None:
        with self._lock:
            present = self._living(word.report_id, self._now())
            if word.onlooker is None:
                present.pop(word.person_id, None)
            else:
                present[word.person_id] = word.onlooker
            self._reports[word.report_id] = present
            for empty in [key for key, known in self._reports.items() if not known]:
                del self._reports[empty]

    def present(self, report_id: str) -> frozenset[str]:
        """Return the ids of everybody who has the report open."""
        with self._lock:
            return frozenset(self._living(report_id, self._now()))

    def _living(self, report_id: str, now: datetime) -> dict[str, Onlooker]:
        known = self._reports.get(report_id, {})
        return {key: one for key, one in known.items() if one.until > now}
