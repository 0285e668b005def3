"""The timeline of each report, as the server tells it."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop_app.domain.report import Entry
from desktop_app.store import search_text
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import to_micros
from desktop_app.store.reports import Malformed
from desktop_app.store.sync_state import generation

_decoder = msgspec.json.Decoder(Entry)


def read_entry(data: bytes) -> Entry:
    """Decode a stored line."""
    return _decoder.decode(data)


def checked_entry(data: dict[str, Any]) -> Entry:
    """Return the line that the server tells of; raises ``Malformed``."""
    try:
        return msgspec.convert(data, Entry)
    except msgspec.ValidationError:
        raise Malformed("entry", str(data.get("id", ""))) from None


class Entries:
    """Lines of the timelines; a line may arrive before its report."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, tx: Transaction, data: dict[str, Any]) -> bool:
        """Take over one line; tell whether it was not known. Raises ``Malformed``."""
        entry = checked_entry(data)
        is_new = tx.connection.value("SELECT 1 FROM entry WHERE id = ?", (entry.id,)) is None
        tx.connection.execute(
            "INSERT INTO entry (id, report_id, at, generation, data) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET report_id = excluded.report_id, at = excluded.at, "
            "generation = excluded.generation, indexed = 0, data = excluded.data",
            (
                entry.id, entry.report_id, to_micros(entry.at), generation(tx.connection),
                msgspec.json.encode(data),
            ),
        )  # fmt: skip
        tx.touch(entry.report_id, words=True)
        return is_new

    def remove(self, tx: Transaction, entry_id: str) -> None:
        """Delete one line from the disk."""
        found = tx.connection.row("SELECT document FROM entry WHERE id = ?", (entry_id,))
        if found is None:
            return
        tx.erases = True
        if found[0] is not None:
            search_text.forget_note(tx.connection, found[0])
        tx.connection.execute("DELETE FROM entry WHERE id = ?", (entry_id,))

    def of(self, report_id: str) -> list[Entry]:
        """Return the timeline of a report in the order in which things took effect at the centre.

        That order is the versions': the times are told by workstations whose clocks may have moved.
        """
        with self._database.reading() as connection:
            rows = connection.rows("SELECT data FROM entry WHERE report_id = ?", (report_id,))
        entries = [read_entry(data) for (data,) in rows]
        return sorted(entries, key=lambda entry: (entry.version, entry.at, entry.id))
