"""Writes what differs between a row as it is and as it should be: only the indexes concerned are touched.

Each page an index changes is encrypted, authenticated and logged by the commit that a person waits for.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Sequence

from desktop_app.store.connection import Connection, Row


def write_difference(connection: Connection, table: str, columns: Sequence[str], old: Row, new: Row) -> None:
    """Change the row ``old`` of ``table`` into ``new``; both begin with its number, which stays as it is."""
    changed = [place for place in range(len(columns)) if old[place] != new[place]]
    if changed:
        assignments = ", ".join(f'"{columns[place]}" = ?' for place in changed)
        values = (*(new[place] for place in changed), old[0])
        connection.execute(f"UPDATE {table} SET {assignments} WHERE number = ?", values)
