"""Checkpoints beside the writer: no commit that a person waits for moves the write-ahead log into the store.

SQLite itself checkpoints inside the commit that fills the log: it then writes a thousand pages and waits
for the disk three times, not once. Here a thread does it a moment later, on a connection of its own; the
writer goes on meanwhile. What is durable when a commit returns stays as it was: all of it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from desktop_app.store.connection import Connection
from desktop_app.store.errors import StoreError

_log = logging.getLogger(__name__)
GROWN_BYTES: Final = 4 << 20
"""A log of this size is moved into the store: about a thousand pages, as SQLite does by itself."""
_LAG_SECONDS: Final = 0.05
"""From the commit that filled the log to the checkpoint: the screen paints first."""


class Checkpoints:
    """Those of one store; its thread begins with the first that is needed, and ends with ``stop``."""

    def __init__(self, log: Path, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        """``log`` is the write-ahead log, ``reading`` lends a connection on any thread."""
        self._file = log
        self._reading = reading
        self._asked, self._ending = threading.Event(), threading.Event()
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None

    def look(self) -> None:
        """Have the log moved aside if it has grown; called after each commit, by one thread at a time."""
        if not self._asked.is_set() and self._size() >= GROWN_BYTES and not self._ending.is_set():
            self._asked.set()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="checkpoint", daemon=True)
                self._thread.start()

    def none_under_way(self) -> AbstractContextManager[bool]:
        """Wait for the one under way, and let no other begin within the block."""
        return self._turn

    def stop(self) -> None:
        """End the thread, after the checkpoint that is under way; idempotent."""
        self._ending.set()
        self._asked.set()
        if self._thread is not None:
            self._thread.join()

    def _size(self) -> int:
        try:
            return self._file.stat().st_size
        except OSError:
            return 0

    def _run(self) -> None:
        while not self._ending.is_set():
            self._asked.wait()
            if not self._ending.wait(_LAG_SECONDS):
                self._asked.clear()
                with self._turn:
                    self._checkpoint()

    def _checkpoint(self) -> None:
        """Move what no reader still needs; what stays in the log is moved by a later one."""
        try:
            with self._reading() as connection:
                connection.row("PRAGMA wal_checkpoint(PASSIVE)")
        except StoreError as failure:
            _log.warning("log not moved into the store: %s", failure.code)
