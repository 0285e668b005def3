"""What passed between a desk and the centre: few words, for the person whose desk it is.

Ids and counts only: a report that left the scope must leave no title, code or text behind here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import msgspec

from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import from_micros, to_micros

KEPT: Final = timedelta(days=30)
MOST: Final = 1000


class Passed(StrEnum):
    """What a line is about."""

    ONLINE = "online"
    OFFLINE = "offline"
    FIRST_SYNC = "first_sync"
    SENT = "sent"
    NEEDS_PERSON = "needs_person"
    UPLOADED = "uploaded"
    SCOPE_LOST = "scope_lost"
    RESTORED = "restored"
    REPAIRED = "repaired"
    DUE_MOVED = "due_moved"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: when, what, and its numbers and ids."""

    at: datetime
    kind: Passed
    data: dict[str, Any] = field(default_factory=dict)


class SyncLog:
    """The last thousand lines of thirty days."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def note(self, tx: Transaction, kind: Passed, **data: object) -> None:
        """Write a line in the transaction of what it tells of."""
        at, told = to_micros(self._now()), msgspec.json.encode(data)
        tx.connection.execute("INSERT INTO sync_log (at, kind, data) VALUES (?, ?, ?)", (at, kind, told))

    def newest(self, most: int = 200) -> list[Line]:
        """Return the newest lines, newest first."""
        with self._database.reading() as connection:
            rows = connection.rows(
                "SELECT at, kind, data FROM sync_log ORDER BY position DESC LIMIT ?", (most,)
            )
        known = frozenset(Passed)
        return [
            Line(from_micros(at), Passed(kind), msgspec.json.decode(data))
            for at, kind, data in rows
            if kind in known
        ]

    def prune(self) -> None:
        """Delete what is older than thirty days or beyond the last thousand lines."""
        with self._database.write() as tx:
            tx.connection.execute(
                "DELETE FROM sync_log WHERE at < ? OR position <= (SELECT max(position) FROM sync_log) - ?",
                (to_micros(self._now() - KEPT), MOST),
            )
