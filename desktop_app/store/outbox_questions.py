"""What is asked of the outbox: what waits, on which report, how many, and whether anything can go out."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from datetime import datetime

from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.store.database import Database
from desktop_app.store.outbox_rows import HELD, UNSENT, select

_ALL = -1


class OutboxQuestions:
    """Reads the pending events of one person, on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, event_id: str) -> Pending | None:
        """Return one event in whatever state, or None."""
        return next(iter(self._list("WHERE id = ?", event_id)), None)

    def pending(self, report_id: str) -> list[Pending]:
        """Return everything unsent on a report, in the person's order."""
        return self._list(f"WHERE entity_id = ? AND state IN {UNSENT} ORDER BY position", report_id)

    def tail(self, report_id: str) -> str | None:
        """Return the id of the last event under way on a report: what a next event comes ``after``."""
        with self._database.reading() as connection:
            found = connection.value(
                f"SELECT id FROM outbox WHERE entity_id = ? AND state IN {UNSENT} "
                "ORDER BY position DESC LIMIT 1",
                (report_id,),
            )
        return None if found is None else str(found)

    def waiting(self, most: int = _ALL) -> list[Pending]:
        """Return what will go out by itself, in the person's order: everything, or the first ``most``."""
        sql = "WHERE state IN ('held', 'ready', 'sending', 'unknown') ORDER BY position LIMIT ?"
        return self._list(sql, most)

    def needs_person(self, most: int = _ALL) -> list[Pending]:
        """Return what a person must decide on, oldest first: everything, or the first ``most``."""
        return self._list("WHERE state = 'needs_person' ORDER BY position LIMIT ?", most)

    def next_release(self) -> datetime | None:
        """Return when the next hold runs out."""
        held = self._list(f"WHERE {HELD} ORDER BY held_until LIMIT 1")
        return held[0].held_until if held else None

    def can_go_out(self) -> bool:
        """Tell whether anything will go out by itself: what waits behind a failure will not."""
        with self._database.reading() as connection:
            return bool(
                connection.rows(
                    "SELECT 1 FROM outbox AS o WHERE state IN ('held', 'ready', 'sending', 'unknown') "
                    "AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.entity_id = o.entity_id "
                    "AND e.position < o.position AND e.state = 'needs_person') LIMIT 1"
                )
            )

    def counts(self) -> tuple[int, int]:
        """Return (waiting, needs a person)."""
        with self._database.reading() as connection:
            rows = connection.rows(
                f"SELECT state, count(*) FROM outbox WHERE state IN {UNSENT} GROUP BY state"
            )
        found: dict[str, int] = dict(rows)
        needs = found.pop(OutboxState.NEEDS_PERSON, 0)
        return sum(found.values()), needs

    def _list(self, clause: str, *parameters: object) -> list[Pending]:
        with self._database.reading() as connection:
            return select(connection, clause, *parameters)
