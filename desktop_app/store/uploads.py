"""Files that wait for the centre, each with the event that waits for it; encrypted like all of the store.

An event with several files goes out when the last of them has arrived. Files go when their event is
given up, and else with it: until then a restored server may want them again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.outbox import Event
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database, Transaction
from desktop_app.store.errors import StoreError

PIECE: Final = 256 * 1024
_COLUMNS: Final = "u.position, u.event_id, u.report_id, u.sha256, u.media_type, u.size, u.location, u.sent"


class NoSuchContent(StoreError):
    """The store holds no such file, or not this part of it."""

    code = "no_such_content"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be sent: its content, its hash (SHA-256, hex) and its media type."""

    sha256: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way; ``location`` is its place at the centre once it was announced there."""

    position: int
    event_id: str
    report_id: str
    sha256: str
    media_type: str
    size: int
    location: str | None
    sent: bool


class Uploads:
    """The files of one person's pending events."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, tx: Transaction, event: Event, file: NewFile) -> None:
        """Keep a file for ``event``; in the transaction that puts the event into the outbox."""
        known = "SELECT 1 FROM upload WHERE event_id = ? AND sha256 = ?"
        if tx.connection.value(known, (event.id, file.sha256)) is not None:
            return
        tx.connection.execute(
            "INSERT INTO upload (event_id, report_id, sha256, media_type, size) VALUES (?, ?, ?, ?, ?)",
            (event.id, event.entity_id, file.sha256, file.media_type, len(file.content)),
        )
        position = tx.connection.value("SELECT last_insert_rowid()")
        for offset in range(0, len(file.content), PIECE):
            piece = file.content[offset : offset + PIECE]
            tx.connection.execute("INSERT INTO upload_piece VALUES (?, ?, ?)", (position, offset, piece))

    def next(self, waiting: Sequence[int] = ()) -> Upload | None:
        """Return the oldest file that has still to be sent and whose event may go out.

        ``waiting``: the positions of those whose turn has not come.
        """
        marks = ", ".join("?" * len(waiting))
        with self._database.reading() as connection:
            row = connection.row(
                f"SELECT {_COLUMNS} FROM upload AS u JOIN outbox AS o ON o.id = u.event_id "  # noqa: S608 - constants
                f"WHERE u.sent = 0 AND o.state IN ('ready', 'unknown') AND u.position NOT IN ({marks}) "
                "ORDER BY u.position LIMIT 1",
                waiting,
            )
        return None if row is None else _upload(row)

    def piece(self, upload: Upload, offset: int) -> bytes:
        """Return what follows ``offset``, at most ``PIECE`` bytes; raise ``NoSuchContent``."""
        with self._database.reading() as connection:
            row = connection.row(
                "SELECT offset, content FROM upload_piece WHERE upload = ? AND offset <= ? "
                "ORDER BY offset DESC LIMIT 1",
                (upload.position, offset),
            )
        rest = b"" if row is None else bytes(row[1])[offset - row[0] :]
        if not rest:
            raise NoSuchContent
        return rest

    def located(self, upload: Upload, location: str | None) -> None:
        """Record where the upload lives at the centre; None: nowhere (any more)."""
        with self._database.write() as tx:
            tx.connection.execute(
                "UPDATE upload SET location = ? WHERE position = ?", (location, upload.position)
            )

    def done(self, upload: Upload) -> None:
        """Record that the centre has the whole file."""
        with self._database.write() as tx:
            tx.connection.execute(
                "UPDATE upload SET sent = 1, location = NULL WHERE position = ?", (upload.position,)
            )
            tx.touch(upload.report_id)

    def of_event(self, event_id: str) -> list[Upload]:
        """Return the files of an event, in the order in which they were added."""
        return self._list("WHERE u.event_id = ? ORDER BY u.position", event_id)

    def of_report(self, report_id: str) -> list[Upload]:
        """Return the files of all pending events on a report."""
        return self._list("WHERE u.report_id = ? ORDER BY u.position", report_id)

    def content(self, report_id: str, sha256: str) -> bytes:
        """Return a whole file that waits here, as the person added it; raise ``NoSuchContent``."""
        for upload in self.of_report(report_id):
            if upload.sha256 == sha256:
                return b"".join(self._pieces(upload))
        raise NoSuchContent

    def _pieces(self, upload: Upload) -> Iterator[bytes]:
        offset = 0
        while offset < upload.size:
            piece = self.piece(upload, offset)
            offset += len(piece)
            yield piece

    def _list(self, clause: str, key: str) -> list[Upload]:
        with self._database.reading() as connection:
            rows = connection.rows(f"SELECT {_COLUMNS} FROM upload AS u {clause}", (key,))  # noqa: S608 - constants
        return [_upload(row) for row in rows]


def send_again(connection: Connection, event_id: str) -> bool:
    """Have the files of an event sent once more; tell whether it has any."""
    return bool(
        connection.execute("UPDATE upload SET sent = 0, location = NULL WHERE event_id = ?", (event_id,))
    )


def forget(connection: Connection, event_id: str) -> None:
    """Delete the files of an event that ended."""
    connection.execute(
        "DELETE FROM upload_piece WHERE upload IN (SELECT position FROM upload WHERE event_id = ?)",
        (event_id,),
    )
    connection.execute("DELETE FROM upload WHERE event_id = ?", (event_id,))


def forget_settled(connection: Connection, report_id: str) -> None:
    """Delete the files on a report that no pending event needs: the report left the scope."""
    ended = connection.rows(
        "SELECT DISTINCT u.event_id FROM upload AS u LEFT JOIN outbox AS o ON o.id = u.event_id "
        "WHERE u.report_id = ? AND (o.id IS NULL OR o.state IN ('acknowledged', 'cancelled', 'discarded'))",
        (report_id,),
    )
    for (event_id,) in ended:
        forget(connection, event_id)


def hand_over(connection: Connection, event_id: str, successor: str) -> None:
    """Give the files of an event to the one issued in its place, to be sent for it."""
    connection.execute("UPDATE upload SET event_id = ? WHERE event_id = ?", (successor, event_id))


def _upload(row: tuple[object, ...]) -> Upload:
    position, event_id, report_id, sha256, media_type, size, location, sent = row
    return Upload(
        int(str(position)), str(event_id), str(report_id), str(sha256), str(media_type), int(str(size)),
        None if location is None else str(location), bool(sent),
    )  # fmt: skip
