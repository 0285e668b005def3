"""What is deleted when: the job that keeps stores from keeping more than they may."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop_app.store.connection import Connection
from desktop_app.store.database import Database
from desktop_app.store.moments import to_micros

JOURNAL_KEPT = timedelta(days=396)
"""13 months after the durable receipt."""


def prune_journal(database: Database, now: datetime, kept: timedelta = JOURNAL_KEPT) -> int:
    """Remove the beginning of each epoch that was receipted longer ago than ``kept``; return how many rows.

    The hash that the rest chains to stays, so that what is left still verifies.
    """
    with database.write() as tx:
        removed = sum(_prune(tx.connection, epoch, now, kept) for epoch in _epochs(tx.connection))
        tx.erases = removed > 0
    return removed


def _epochs(connection: Connection) -> list[int]:
    return [epoch for (epoch,) in connection.rows("SELECT epoch FROM journal_epoch ORDER BY epoch")]


def _prune(connection: Connection, epoch: int, now: datetime, kept: timedelta) -> int:
    first_to_stay = connection.value(
        "SELECT min(o.seq) FROM journal_outbox AS o LEFT JOIN receipt AS r ON r.id = o.receipt "
        "WHERE o.epoch = ? AND (r.id IS NULL OR r.received_at > ?)",
        (epoch, to_micros(now - kept)),
    )
    last = connection.row(
        "SELECT seq, hash FROM journal WHERE epoch = ? AND seq < coalesce(?, seq + 1) "
        "ORDER BY seq DESC LIMIT 1",
        (epoch, first_to_stay),
    )
    if last is None:
        return 0
    connection.execute("DELETE FROM journal_removed WHERE epoch = ?", (epoch,))
    connection.execute("INSERT INTO journal_removed VALUES (?, ?, ?, ?)", (epoch, *last, to_micros(now)))
    connection.execute("DELETE FROM journal_outbox WHERE epoch = ? AND seq <= ?", (epoch, last[0]))
    return connection.execute("DELETE FROM journal WHERE epoch = ? AND seq <= ?", (epoch, last[0]))
