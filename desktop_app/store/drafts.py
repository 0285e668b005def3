"""Drafts of answers: append-only revisions of one author, never taken away by a sync."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.report import Outcome
from desktop_app.store.connection import Row
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import from_micros, to_micros


@dataclass(frozen=True, slots=True)
class Draft:
    """One revision of the person's draft answer to a report."""

    report_id: str
    revision: int
    saved_at: datetime
    text: str
    outcome: Outcome | None = None


class Drafts:
    """The person's drafts; they outlive the report's stay in the scope."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self, tx: Transaction, report_id: str, text: str, outcome: Outcome | None, at: datetime
    ) -> Draft:
        """Append a revision, or return the last one where nothing changed."""
        last = _last(tx.connection.row(_LATEST, (report_id,)))
        if last is not None and (last.text, last.outcome) == (text, outcome):
            return last
        draft = Draft(report_id, last.revision + 1 if last else 1, at, text, outcome)
        tx.connection.execute(
            "INSERT INTO draft VALUES (?, ?, ?, ?, ?)",
            (report_id, draft.revision, to_micros(at), text, outcome),
        )
        return draft

    def latest(self, report_id: str) -> Draft | None:
        """Return the newest revision, or None where nothing was ever drafted."""
        with self._database.reading() as connection:
            return _last(connection.row(_LATEST, (report_id,)))

    def all_latest(self) -> list[Draft]:
        """Return the newest revision of every draft."""
        newest = "SELECT report_id, max(revision) FROM draft GROUP BY report_id"
        with self._database.reading() as connection:
            rows = connection.rows(
                f"SELECT * FROM draft WHERE (report_id, revision) IN ({newest}) ORDER BY report_id"  # noqa: S608 - a constant
            )
        return [_draft(row) for row in rows]

    def revisions(self, report_id: str) -> list[Draft]:
        """Return every revision, oldest first."""
        with self._database.reading() as connection:
            rows = connection.rows("SELECT * FROM draft WHERE report_id = ? ORDER BY revision", (report_id,))
        return [_draft(row) for row in rows]


_LATEST = "SELECT * FROM draft WHERE report_id = ? ORDER BY revision DESC LIMIT 1"


def _last(row: Row | None) -> Draft | None:
    return None if row is None else _draft(row)


def _draft(row: Row) -> Draft:
    report_id, revision, saved_at, text, outcome = row
    return Draft(
        report_id, revision, from_micros(saved_at), text, None if outcome is None else Outcome(outcome)
    )
