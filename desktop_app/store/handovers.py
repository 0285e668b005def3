"""Shifts handed over, as the server tells them; only who takes calls is told."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from desktop_app.domain.hotline import Handover
from desktop_app.store.database import Database, Transaction
from desktop_app.store.reports import Malformed
from desktop_app.store.sync_state import generation

MOST: Final = 50
_decoder = msgspec.json.Decoder(Handover)


class Handovers:
    """The shifts in one person's sight."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, tx: Transaction, data: dict[str, Any]) -> None:
        """Take one over. Raises ``Malformed``."""
        try:
            shift = msgspec.convert(data, Handover)
        except msgspec.ValidationError:
            raise Malformed("handover", str(data.get("id", ""))) from None
        tx.connection.execute(
            "INSERT INTO handover VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "version = excluded.version, generation = excluded.generation, data = excluded.data",
            (shift.id, shift.version, generation(tx.connection), msgspec.json.encode(data)),
        )

    def remove(self, tx: Transaction, shift_id: str) -> None:
        """Delete one from the disk."""
        tx.erases = True
        tx.connection.execute("DELETE FROM handover WHERE id = ?", (shift_id,))

    def newest(self, most: int = MOST) -> list[Handover]:
        """Return the newest shifts first (their ids are in the order of time)."""
        with self._database.reading() as connection:
            rows = connection.rows("SELECT data FROM handover ORDER BY id DESC LIMIT ?", (most,))
        return [_decoder.decode(data) for (data,) in rows]
