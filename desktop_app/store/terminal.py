"""`TerminalStore`: the workstation's encrypted store, composed of its tables."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from desktop_app.store.anchor_table import AnchorTable
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database
from desktop_app.store.grace_table import GraceTable
from desktop_app.store.journal import Journal
from desktop_app.store.journal_outbox import JournalOutbox
from desktop_app.store.moments import utc_now
from desktop_app.store.retention import JOURNAL_KEPT, prune_journal
from desktop_app.store.trust_table import Roster, TrustTable

SCHEMA = "terminal"
CACHE_KIB = 1024
"""A kiosk appends at the journal's end all day: a larger cache would fill with rows nobody reads again."""


class TerminalStore:
    """The journal of this terminal with its outbox, and what the workstation believes.

    Its key comes from ``credentials.terminal_store_key``.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self.journal_kept: Callable[[], timedelta] = lambda: JOURNAL_KEPT
        """How long rows stay after their receipt; the policy's word where there is one."""
        self.journal = Journal(database, now)
        self.outbox = JournalOutbox(database, now)
        self.trust = TrustTable(database)
        self.roster = Roster(database)
        self.grace = GraceTable(database)
        self.anchors = AnchorTable(database, now)

    @classmethod
    def open(cls, path: Path, key: bytes, *, now: Callable[[], datetime] = utc_now) -> Self:
        """Open or create the store; errors and read-only as for ``AccountStore.open``."""
        return cls(Database(path, key, SCHEMA, cache_kib=CACHE_KIB), now)

    @property
    def newer(self) -> str | None:
        """The name of the newer schema that keeps this store read-only, else None."""
        return self._database.newer

    def reader(self) -> AbstractContextManager[Connection]:
        """A pooled read connection for the length of a ``with`` block, on any thread."""
        return self._database.reading()

    def prune(self) -> int:
        """Delete what may no longer be kept; return how many journal rows went. Nothing in a newer schema."""
        if self.newer is not None:
            return 0
        return prune_journal(self._database, self._now(), self.journal_kept())

    def close(self) -> None:
        """End every connection and wipe the key; idempotent."""
        self._database.close()
