"""Rows of the feed that are new to the store, many at a time: a first sync.

What a row needs is worked out before any transaction (``report``, ``line``). Inside one, a few questions are
asked for all rows at once and each table is written in one go. What is not plainly new (other than the store
has it, or under pending events) is handed back for the ordinary way; what the store has already, as a new
bootstrap finds it, is only marked as seen.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this module; values are always bound
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from desktop_app.domain.conflicts import WORKFLOW
from desktop_app.domain.report import Report
from desktop_app.store import search_text
from desktop_app.store.connection import Connection, Row
from desktop_app.store.database import Transaction
from desktop_app.store.entries import checked_entry
from desktop_app.store.inbox_counts import add_counts, counters
from desktop_app.store.inbox_rows import INSERT_ROW, row_values
from desktop_app.store.moments import to_micros
from desktop_app.store.perspective import Perspective
from desktop_app.store.projection import marks_of
from desktop_app.store.reports import checked_report
from desktop_app.store.search_notes import waiting_notes
from desktop_app.store.standing_rows import put_new
from desktop_app.store.sync_state import generation

_INSERT_REPORT: Final = (
    "INSERT INTO report (number, id, version, workflow_version, generation, data) VALUES (?, ?, ?, ?, ?, ?)"
)
_INSERT_ENTRY: Final = "INSERT INTO entry (id, report_id, at, generation, data) VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report ready to be written: its number (the time of receipt), its JSON, its row listed, its words."""

    report: Report
    number: int
    workflow: int
    data: bytes
    listed: Row
    folded: str

    @property
    def id(self) -> str:
        """Whose it is."""
        return self.report.id


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line of a timeline ready to be written."""

    id: str
    report_id: str
    at: int
    data: bytes


class Intake:
    """Writes new reports and lines for the person the store belongs to."""

    def __init__(self, perspective: Perspective) -> None:
        self._perspective = perspective

    def report(self, data: dict[str, Any]) -> NewReport:
        """Work out what a report of the feed needs, on any thread; raises ``Malformed``."""
        report = checked_report(data)
        number, workflow = to_micros(report.received_at), report.field_versions.get(WORKFLOW, 1)
        marks = marks_of(report, self._perspective.around(unseen=workflow > 0))
        return NewReport(
            report, number, workflow, msgspec.json.encode(data),
            row_values(number, report, marks), search_text.searchable(report),
        )  # fmt: skip

    def line(self, data: dict[str, Any]) -> NewLine:
        """Work out what a line of a timeline needs, on any thread; raises ``Malformed``."""
        entry = checked_entry(data)
        return NewLine(entry.id, entry.report_id, to_micros(entry.at), msgspec.json.encode(data))

    def take_lines(self, tx: Transaction, rows: Sequence[NewLine]) -> set[str]:
        """Write lines whose reports are still to come; return the ids that must go the ordinary way."""
        now = generation(tx.connection)
        known = _found(tx.connection, "id, data FROM entry", "id", [row.id for row in rows])
        reports = _found(tx.connection, "id, number FROM report", "id", [row.report_id for row in rows])
        same = _seen_again(tx.connection, "entry", [row.id for row in rows if known.get(row.id) == row.data])
        new = {row.id: row for row in rows if row.id not in known and row.report_id not in reports}
        tx.connection.execute_many(
            _INSERT_ENTRY, ((row.id, row.report_id, row.at, now, row.data) for row in new.values())
        )
        return {row.id for row in rows} - new.keys() - same

    def take_reports(self, tx: Transaction, rows: Sequence[NewReport]) -> set[str]:
        """Write the reports that are new; return the ids of those that must go the ordinary way.

        Best in the order of their numbers, also from call to call of one transaction (see ``search_text``).
        """
        now = generation(tx.connection)
        known = _found(tx.connection, "id, data FROM report", "id", [row.id for row in rows])
        same = _seen_again(tx.connection, "report", [row.id for row in rows if known.get(row.id) == row.data])
        new = _plain(tx.connection, [row for row in rows if row.id not in known])
        if new:
            _write(tx, new, now)
        return {row.id for row in rows} - {row.id for row in new} - same

    def parts(self, connection: Connection) -> int:
        """Return of how many parts the search index consists."""
        return search_text.parts(connection)

    def merge(self, tx: Transaction, pages: int) -> bool:
        """Merge about so many pages of the search index; tell whether there was anything to merge."""
        return search_text.merge(tx.connection, pages)


def _seen_again(connection: Connection, table: str, ids: Sequence[str]) -> set[str]:
    """Mark rows that are here as the present bootstrap's own; return their ids."""
    now = generation(connection)
    sql = f"UPDATE {table} SET generation = ? WHERE id = ?"
    connection.execute_many(sql, [(now, row_id) for row_id in ids])
    return set(ids)


def _plain(connection: Connection, rows: Sequence[NewReport]) -> list[NewReport]:
    """Those that no event of the person's lies over, each with a number that nobody has."""
    odd = set(_found(connection, "entity_id, 1 FROM outbox", "entity_id", [row.id for row in rows]))
    taken = set(_found(connection, "number, 1 FROM report", "number", [row.number for row in rows]))
    plain: list[NewReport] = []
    for row in rows:
        if row.id not in odd and row.number not in taken:
            plain.append(row)
            odd.add(row.id)
            taken.add(row.number)
    return plain


def _write(tx: Transaction, rows: Sequence[NewReport], now: int) -> None:
    connection = tx.connection
    connection.execute_many(
        _INSERT_REPORT,
        [(row.number, row.id, row.report.version, row.workflow, now, row.data) for row in rows],
    )
    connection.execute_many(INSERT_ROW, [row.listed for row in rows])
    notes = waiting_notes(connection, {row.id: row.number for row in rows})
    words = [(row.number << search_text.NOTE_BITS, row.folded) for row in rows]
    tx.documents += words + notes
    put_new(connection, [(row.number, row.report) for row in rows])
    add_counts(connection, Counter(name for row in rows for name in counters(row.listed)))


def _found(connection: Connection, what: str, column: str, keys: Sequence[Any]) -> dict[Any, Any]:
    """Return the two columns of the rows whose ``column`` is one of ``keys``."""
    if not keys:
        return {}
    sql = f"SELECT {what} WHERE {column} IN ({', '.join('?' * len(keys))})"
    return dict(connection.rows(sql, keys))
