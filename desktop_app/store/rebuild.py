"""The last step of every transaction: what was touched is projected, counted and indexed anew."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections import Counter

from desktop_app.domain.outbox import OutboxState
from desktop_app.store import search_text
from desktop_app.store.connection import Connection, Row
from desktop_app.store.database import Transaction
from desktop_app.store.inbox_counts import add_counts, counters
from desktop_app.store.inbox_rows import COLUMNS, INSERT_ROW, QUOTED, row_values
from desktop_app.store.outbox_rows import overlay
from desktop_app.store.perspective import Perspective
from desktop_app.store.projection import marks_of, project
from desktop_app.store.reports import read_report
from desktop_app.store.row_changes import write_difference
from desktop_app.store.search_notes import index_own, index_timeline
from desktop_app.store.standing_rows import forget_standing, keep_standing

_OLD = f"SELECT {QUOTED} FROM inbox WHERE id = ?"


class Rebuild:
    """Keeps ``inbox``, ``inbox_count``, ``standing`` and the search index in step, inside the transaction."""

    def __init__(self, perspective: Perspective) -> None:
        self._perspective = perspective

    def __call__(self, tx: Transaction) -> None:
        """Rebuild every report that ``tx`` touched."""
        changes: Counter[str] = Counter()
        for report_id, words in tx.touched.items():
            old = tx.connection.row(_OLD, (report_id,))
            new = self._project(tx.connection, report_id, words=words)
            if old is not None and new is None:
                forget_standing(tx.connection, old[0])
            changes.subtract(counters(old))
            changes.update(counters(new))
            _write(tx.connection, old, new)
        add_counts(tx.connection, changes)
        search_text.put_new(tx.connection, tx.documents)

    def _project(self, connection: Connection, report_id: str, *, words: bool) -> Row | None:
        """The inbox row that the report should have now; its search terms too where its words changed."""
        found = connection.row(
            "SELECT number, data, workflow_version > seen_version FROM report WHERE id = ?", (report_id,)
        )
        if found is None:
            return None
        number, data, unseen = found
        base = read_report(data)
        pending = overlay(connection, report_id, base.version)
        if words:
            search_text.index_report(connection, number, search_text.searchable(base))
            index_timeline(connection, number, report_id)
        index_own(connection, number, report_id, pending)
        report = project(base, pending, self._perspective.actor())
        keep_standing(connection, number, report, pending)
        conflict = _needs_person(connection, report_id)
        unsent = conflict or any(p.state is not OutboxState.ACKNOWLEDGED for p in pending)
        around = self._perspective.around(unseen=bool(unseen), unsent=unsent, conflict=conflict)
        return row_values(number, report, marks_of(report, around))


def _needs_person(connection: Connection, report_id: str) -> bool:
    sql = "SELECT 1 FROM outbox WHERE entity_id = ? AND state = 'needs_person'"
    return connection.value(sql, (report_id,)) is not None


def _write(connection: Connection, old: Row | None, new: Row | None) -> None:
    """Put the row in, take it out, or write what differs."""
    if old is None and new is not None:
        connection.execute(INSERT_ROW, new)
    elif old is not None and new is None:
        connection.execute("DELETE FROM inbox WHERE number = ?", (old[0],))
    elif old is not None and new is not None:
        write_difference(connection, "inbox", COLUMNS, old, new)
