"""What the journal still owes the server, the receipts that settled it, and checkpoints."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from desktop_app.store.database import Database
from desktop_app.store.errors import StoreError
from desktop_app.store.journal import BATCH, JournalRow, read_rows
from desktop_app.store.moments import from_micros, to_micros

_WAITING = (
    "WHERE (epoch, seq) IN (SELECT epoch, seq FROM journal_outbox WHERE receipt IS NULL "
    "ORDER BY epoch, seq LIMIT ?)"
)
_NEWER = (
    "SELECT epoch, seq FROM journal_outbox WHERE receipt IS NULL AND (epoch, seq) > (?, ?) "
    "ORDER BY epoch, seq"
)
_GIVEN_SINCE = (  # no row has a receipt from before it was written: the walk back ends there
    "SELECT receipt FROM receipt WHERE epoch = ? AND first_seq = ? AND last_seq = ? AND id > "
    "coalesce((SELECT id FROM receipt WHERE received_at < ? ORDER BY id DESC LIMIT 1), 0)"
)
_CLOCK_MOVED = timedelta(days=1)
_NOTHING = (0, 0, 0)  # epoch and seq up to which was counted, and how many wait up to there


class ReceiptMismatch(StoreError):
    """A receipt, though signed, speaks of a row that this journal does not hold so; nothing was settled."""

    code = "receipt_mismatch"

    def __init__(self, seq: int) -> None:
        super().__init__(f"seq {seq}")
        self.seq = seq


@dataclass(frozen=True, slots=True)
class Receipted:
    """What a receipt says of one row; ``hash`` is hex SHA-256 of its terminal JWS."""

    event_id: str
    hash: str
    status: Literal["stored", "duplicate", "quarantined"]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A checkpoint of the journal; ``countersigned`` is None until the server has signed it too."""

    epoch: int
    seq: int
    made_at: datetime
    checkpoint: str
    countersigned: str | None = None


class JournalOutbox:
    """The journal's way up. Nothing leaves it without a receipt that was verified."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._count_guard = threading.Lock()
        self._counted = _NOTHING

    def unsent(self, limit: int = BATCH) -> list[JournalRow]:
        """Return the oldest rows without a receipt, contiguous and of one epoch, at most 200."""
        with self._database.reading() as connection:
            found = read_rows(connection, _WAITING, (min(limit, BATCH),))
        return [row for row in found if row.epoch == found[0].epoch]

    def oldest(self) -> datetime | None:
        """Return when the oldest row without a receipt was recorded, by the terminal's own clock."""
        with self._database.reading() as connection:
            at = connection.value(
                "SELECT j.wall_utc FROM journal AS j JOIN journal_outbox AS o USING (epoch, seq) "
                "WHERE o.receipt IS NULL ORDER BY o.epoch, o.seq LIMIT 1"
            )
        return None if at is None else from_micros(int(at))

    def waiting(self) -> int:
        """Return how many rows have no receipt: counted on from the last answer, as rows are mostly added."""
        with self._count_guard, self._database.reading() as connection:
            epoch, seq, count = self._counted
            newer = connection.rows(_NEWER, (epoch, seq))
            if newer:
                self._counted = (*newer[-1], count + len(newer))
            return count + len(newer)

    def _count_anew(self) -> None:
        """Rows lost or regained their receipts, in a transaction that is over."""
        with self._count_guard:
            self._counted = _NOTHING

    def acknowledge(
        self, epoch: int, first_seq: int, last_seq: int, events: Sequence[Receipted], receipt: str
    ) -> int:
        """Keep a verified receipt and settle its rows; return how many were settled now.

        Raises ``ReceiptMismatch`` where it does not name exactly these rows by id and hash.
        """
        with self._database.write() as tx:
            rows = read_rows(
                tx.connection, "WHERE epoch = ? AND seq BETWEEN ? AND ?", (epoch, first_seq, last_seq)
            )
            _compare(rows, events, first_seq, last_seq)
            tx.connection.execute(
                "INSERT INTO receipt (epoch, first_seq, last_seq, received_at, receipt) "
                "VALUES (?, ?, ?, ?, ?)",
                (epoch, first_seq, last_seq, to_micros(self._now()), receipt),
            )
            receipt_id = tx.connection.value("SELECT last_insert_rowid()")
            settled = sum(
                tx.connection.execute(
                    "UPDATE journal_outbox SET status = ?, receipt = ? "
                    "WHERE epoch = ? AND seq = ? AND receipt IS NULL",
                    (event.status, receipt_id, epoch, row.seq),
                )
                for row, event in zip(rows, events, strict=True)
            )
        self._count_anew()
        return settled

    def receipt_of(self, epoch: int, seq: int) -> str | None:
        """Return the receipt that settled a row, None while it waits."""
        with self._database.reading() as connection:
            found = connection.value(
                "SELECT r.receipt FROM journal_outbox AS o JOIN receipt AS r ON r.id = o.receipt "
                "WHERE o.epoch = ? AND o.seq = ?",
                (epoch, seq),
            )
        return None if found is None else str(found)

    def is_kept(self, rows: Sequence[JournalRow], receipt: str) -> bool:
        """Tell whether exactly these rows had this very receipt before, whoever signed its words again."""
        first, last = rows[0], rows[-1]
        with self._database.reading() as connection:
            kept = connection.rows(
                _GIVEN_SINCE, (first.epoch, first.seq, last.seq, to_micros(first.wall_utc - _CLOCK_MOVED))
            )
        # Of an ECDSA signature anybody can make a second one that holds; of the words under it nobody can.
        return receipt.rpartition(".")[0] in {str(text).rpartition(".")[0] for (text,) in kept}

    def offer_again(self, epoch: int, next_expected_seq: int) -> None:
        """The server (restored from a backup) lacks rows from ``next_expected_seq`` on: send them again."""
        with self._database.write() as tx:
            tx.connection.execute(
                "UPDATE journal_outbox SET status = NULL, receipt = NULL WHERE epoch = ? AND seq >= ?",
                (epoch, next_expected_seq),
            )
        self._count_anew()

    # --- checkpoints ---------------------------------------------------------------------------------------

    def add_checkpoint(self, epoch: int, seq: int, checkpoint: str) -> None:
        """Keep a checkpoint that the terminal signed."""
        with self._database.write() as tx:
            tx.connection.execute(
                "INSERT INTO checkpoint VALUES (?, ?, ?, ?, NULL)",
                (epoch, seq, to_micros(self._now()), checkpoint),
            )

    def last_checkpoint(self) -> Checkpoint | None:
        """Return the newest checkpoint, None before the first."""
        found = self._checkpoints("ORDER BY epoch DESC, seq DESC, made_at DESC LIMIT 1")
        return found[0] if found else None

    def unsent_checkpoint(self) -> Checkpoint | None:
        """Return the newest checkpoint where the server has not counter-signed it."""
        newest = self.last_checkpoint()
        return newest if newest is not None and newest.countersigned is None else None

    def countersign(self, checkpoint: Checkpoint, countersigned: str) -> None:
        """Keep the server's verified counter-signature beside the checkpoint."""
        with self._database.write() as tx:
            tx.connection.execute(
                "UPDATE checkpoint SET countersigned = ? WHERE epoch = ? AND seq = ? AND made_at = ?",
                (countersigned, checkpoint.epoch, checkpoint.seq, to_micros(checkpoint.made_at)),
            )

    def checkpoints(self) -> list[Checkpoint]:
        """Return every checkpoint, oldest first."""
        return self._checkpoints("ORDER BY epoch, seq, made_at")

    def _checkpoints(self, clause: str) -> list[Checkpoint]:
        with self._database.reading() as connection:
            rows = connection.rows(
                f"SELECT epoch, seq, made_at, checkpoint, countersigned FROM checkpoint {clause}"  # noqa: S608 - constants
            )
        return [
            Checkpoint(epoch, seq, from_micros(at), made, signed) for epoch, seq, at, made, signed in rows
        ]


def _compare(rows: Sequence[JournalRow], events: Sequence[Receipted], first_seq: int, last_seq: int) -> None:
    if len(rows) != last_seq - first_seq + 1 or len(rows) != len(events):
        raise ReceiptMismatch(first_seq)
    for row, event in zip(rows, events, strict=True):
        if (row.event_id, row.hash) != (event.event_id, event.hash):
            raise ReceiptMismatch(row.seq)
