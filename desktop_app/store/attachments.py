"""The files of each report as the server tells of them, and those of their contents that were looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import msgspec

from desktop_app.domain.attachments import Attachment, Variant
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import to_micros
from desktop_app.store.reports import Malformed
from desktop_app.store.sync_state import generation

CACHE_BYTES: Final = 64 * 1024 * 1024
_decoder = msgspec.json.Decoder(Attachment)


class Attachments:
    """Lines of files, and a bounded store of contents: the longest unused goes first."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], cache_bytes: int = CACHE_BYTES
    ) -> None:
        self._database = database
        self._now = now
        self._most = cache_bytes

    def put(self, tx: Transaction, data: dict[str, Any]) -> None:
        """Take over one line; raises ``Malformed``."""
        try:
            attachment = msgspec.convert(data, Attachment)
        except msgspec.ValidationError:
            raise Malformed("attachment", str(data.get("id", ""))) from None
        tx.connection.execute(
            "INSERT INTO attachment VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "report_id = excluded.report_id, generation = excluded.generation, data = excluded.data",
            (attachment.id, attachment.report_id, generation(tx.connection), msgspec.json.encode(data)),
        )

    def remove(self, tx: Transaction, attachment_id: str) -> None:
        """Delete a file and its contents from the disk."""
        tx.erases = True
        tx.connection.execute("DELETE FROM attachment_content WHERE id = ?", (attachment_id,))
        tx.connection.execute("DELETE FROM attachment WHERE id = ?", (attachment_id,))

    def get(self, attachment_id: str) -> Attachment | None:
        """Return one file's line, or None."""
        with self._database.reading() as connection:
            data = connection.value("SELECT data FROM attachment WHERE id = ?", (attachment_id,))
        return None if data is None else _decoder.decode(data)

    def of(self, report_id: str) -> list[Attachment]:
        """Return the files of a report, in the order in which they were attached."""
        with self._database.reading() as connection:
            rows = connection.rows("SELECT data FROM attachment WHERE report_id = ?", (report_id,))
        found = [_decoder.decode(data) for (data,) in rows]
        return sorted(found, key=lambda one: (one.version, one.at, one.number))

    def content(self, attachment_id: str, variant: Variant) -> bytes | None:
        """Return a content that is kept, None for one that must be fetched; using it keeps it longer."""
        with self._database.reading() as connection:
            content = connection.value(
                "SELECT content FROM attachment_content WHERE id = ? AND variant = ?",
                (attachment_id, variant),
            )
        if content is None:
            return None
        with self._database.write() as tx:
            tx.connection.execute(
                "UPDATE attachment_content SET used_at = ? WHERE id = ? AND variant = ?",
                (to_micros(self._now()), attachment_id, variant),
            )
        return bytes(content)

    def keep(self, attachment_id: str, variant: Variant, content: bytes) -> None:
        """Keep a content, and let the longest unused go where they are too many.

        A file that left the scope while it was fetched is not kept.
        """
        with self._database.write() as tx:
            if tx.connection.value("SELECT 1 FROM attachment WHERE id = ?", (attachment_id,)) is None:
                return
            tx.connection.execute(
                "INSERT OR REPLACE INTO attachment_content VALUES (?, ?, ?, ?, ?)",
                (attachment_id, variant, len(content), to_micros(self._now()), content),
            )
            tx.connection.execute(
                "DELETE FROM attachment_content WHERE rowid IN (SELECT rowid FROM (SELECT rowid, "
                "sum(size) OVER (ORDER BY used_at DESC, rowid DESC) AS total FROM attachment_content) "
                "WHERE total > ?)",
                (self._most,),
            )
