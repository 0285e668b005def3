"""How many reports each quick filter holds: which counters a row of the inbox is in, and keeping them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.store.connection import Connection, Row
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.inbox_rows import COLUMNS

_COUNTED = tuple((f, COLUMNS.index(f.value)) for f in QuickFilter if f is not QuickFilter.ALL)


def counters(row: Row | None) -> list[str]:
    """Return the counters that a report with this row (of ``COLUMNS``) is in."""
    if row is None:
        return []
    return [QuickFilter.ALL, *(name for name, place in _COUNTED if row[place])]


def add_counts(connection: Connection, changes: Mapping[str, int]) -> None:
    """Move each counter by its difference."""
    connection.execute_many(
        "INSERT INTO inbox_count VALUES (?, ?) "
        "ON CONFLICT (filter) DO UPDATE SET reports = reports + excluded.reports",
        [(name, difference) for name, difference in changes.items() if difference],
    )
