"""Calls that this person took: their numbers, what was promised, and the one that is being written down.

Not a word about who called is kept here: that is sealed, and travels in its event alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain.outbox import OutboxState
from desktop_app.store.connection import Row
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import from_micros, to_micros
from desktop_app.store.values import read_value, write_value

KEPT: Final = timedelta(days=30)
MOST: Final = 200
_DRAFT: Final = "call.draft"
_COLUMNS: Final = "id, report_id, reference, title, joined, taken_at, code, promise, promise_due, kept_at"


@dataclass(frozen=True, slots=True)
class Call:
    """One call. ``id`` is its event's; ``title`` is empty for a private one, which this desk forgets at once.

    ``reference`` was told to the caller, ``code`` came from the centre; ``promise`` is what the caller waits
    for, ``kept_at`` when that was done. ``state`` is where its event stands.
    """

    id: str
    report_id: str
    reference: str
    title: str
    joined: bool
    taken_at: datetime
    code: str | None = None
    promise: str = ""
    promise_due: datetime | None = None
    kept_at: datetime | None = None
    state: OutboxState = OutboxState.READY

    @property
    def number(self) -> str:
        """What the caller can ask by: the centre's code, else the temporary number."""
        return self.code or self.reference

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for something: an answer of the centre, or what was promised."""
        return self.code is None or (bool(self.promise) and self.kept_at is None)


class CallTable:
    """The calls of one person."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def add(self, tx: Transaction, call: Call) -> None:
        """Remember a call in the transaction that puts its event into the outbox."""
        due = None if call.promise_due is None else to_micros(call.promise_due)
        tx.connection.execute(
            f"INSERT INTO call ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - a constant
            (
                call.id, call.report_id, call.reference, call.title, call.joined, to_micros(call.taken_at),
                call.code, call.promise, due, None,
            ),
        )  # fmt: skip

    def told(self, tx: Transaction, call_id: str, code: str) -> None:
        """The centre gave the report of a call its code."""
        tx.connection.execute("UPDATE call SET code = ? WHERE id = ?", (code, call_id))

    def keep_promise(self, call_id: str) -> None:
        """What was promised to the caller is done."""
        with self._database.write() as tx:
            tx.connection.execute(
                "UPDATE call SET kept_at = ? WHERE id = ? AND kept_at IS NULL",
                (to_micros(self._now()), call_id),
            )

    def newest(self, most: int = MOST) -> list[Call]:
        """Return the newest calls first, without those that were undone or given up."""
        sql = (
            f"SELECT {_qualified()}, coalesce(o.state, 'acknowledged') FROM call AS c "  # noqa: S608 - a constant
            "LEFT JOIN outbox AS o ON o.id = c.id "
            "WHERE coalesce(o.state, '') NOT IN ('cancelled', 'discarded') ORDER BY c.taken_at DESC LIMIT ?"
        )
        with self._database.reading() as connection:
            return [_call(row) for row in connection.rows(sql, (most,))]

    def get(self, call_id: str) -> Call | None:
        """Return one call, or None where there is none (any more)."""
        return next((call for call in self.newest() if call.id == call_id), None)

    def prune(self) -> None:
        """Forget calls of more than thirty days ago whose promises are kept."""
        over = "taken_at <= ? AND (promise = '' OR kept_at IS NOT NULL)"
        with self._database.write() as tx:
            gone = tx.connection.execute(
                f"DELETE FROM call WHERE {over}",  # noqa: S608 - constants
                (to_micros(self._now() - KEPT),),
            )
            tx.erases = gone > 0

    # --- the call that is being taken --------------------------------------------------------------------

    def draft(self) -> str | None:
        """Return the call that is being written down, as it was kept; None where there is none."""
        with self._database.reading() as connection:
            return read_value(connection, _DRAFT) or None

    def keep_draft(self, text: str) -> None:
        """Keep the call that is being written down."""
        with self._database.write() as tx:
            write_value(tx.connection, _DRAFT, text)

    def drop_draft(self, tx: Transaction) -> None:
        """The draft became a call, or was thrown away: nothing of it stays on the disk."""
        tx.erases = True
        write_value(tx.connection, _DRAFT, "")


def _qualified() -> str:
    return ", ".join(f"c.{name.strip()}" for name in _COLUMNS.split(","))


def _call(row: Row) -> Call:
    id_, report_id, reference, title, joined, taken_at, code, promise, due, kept_at, state = row
    return Call(
        id_, report_id, reference, title, bool(joined), from_micros(taken_at), code, promise,
        None if due is None else from_micros(due), None if kept_at is None else from_micros(kept_at),
        OutboxState(state),
    )  # fmt: skip
