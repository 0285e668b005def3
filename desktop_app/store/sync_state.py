"""Where the change feed stands, and the generations by which a bootstrap finds what is gone.

Each row of the feed carries the generation that last delivered it. A bootstrap begins a new one;
when it has arrived at its end, rows of an older generation are out of scope and are removed.
"""

from __future__ import annotations

from datetime import datetime

from desktop_app.store import search_text
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import from_micros, to_micros
from desktop_app.store.values import read_value, write_value

_CURSOR, _EPOCH, _GENERATION, _STAGING = "sync.cursor", "sync.epoch", "sync.generation", "sync.staging"
_DURABLE, _CONTACT = "sync.durable_through", "sync.last_contact"


def generation(connection: Connection) -> int:
    """Return the number of the present bootstrap, 0 before the first."""
    return int(read_value(connection, _GENERATION) or "0")


class SyncState:
    """Cursor, server epoch, bootstrap progress and last contact, each written with the rows it is about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def cursor(self) -> str:
        """The feed's next cursor; empty before the first bootstrap."""
        return self._read(_CURSOR) or ""

    @property
    def epoch(self) -> str | None:
        """The server's epoch when it was last heard; another one means it was restored from a backup."""
        return self._read(_EPOCH)

    @property
    def staging(self) -> bool:
        """Whether a bootstrap has begun and not ended: it goes on from ``cursor``."""
        return self._read(_STAGING) == "1"

    @property
    def generation(self) -> int:
        """The number of the present bootstrap."""
        return int(self._read(_GENERATION) or "0")

    @property
    def durable_through(self) -> int:
        """The highest seq that the server will not lose any more."""
        return int(self._read(_DURABLE) or "0")

    @property
    def last_contact(self) -> datetime | None:
        """When the server last answered."""
        micros = self._read(_CONTACT)
        return None if micros is None else from_micros(int(micros))

    def begin_bootstrap(self, tx: Transaction) -> None:
        """Start over from an empty cursor; what is known stays on the screen until the end."""
        write_value(tx.connection, _GENERATION, str(generation(tx.connection) + 1))
        write_value(tx.connection, _CURSOR, "")
        write_value(tx.connection, _STAGING, "1")
        search_text.merge_seldom(tx.connection, seldom=True)

    def advance(self, tx: Transaction, cursor: str) -> None:
        """Record that everything before ``cursor`` is in the store; in the transaction that put it there."""
        write_value(tx.connection, _CURSOR, cursor)

    def end_bootstrap(self, tx: Transaction) -> None:
        """Record that the bootstrap arrived at the present."""
        write_value(tx.connection, _STAGING, "0")
        search_text.merge_seldom(tx.connection, seldom=False)

    def heard(self, tx: Transaction, at: datetime, epoch: str, durable_through: int) -> None:
        """Record an answer of the server: when, its epoch, how far it is durable."""
        write_value(tx.connection, _CONTACT, str(to_micros(at)))
        write_value(tx.connection, _EPOCH, epoch)
        write_value(tx.connection, _DURABLE, str(durable_through))

    def _read(self, name: str) -> str | None:
        with self._database.reading() as connection:
            return read_value(connection, name)
