"""One encrypted SQLite connection whose errors are ours.

SQLCipher with a raw 32-byte key (a passphrase would cost 77 ms per connection), write-ahead log,
``synchronous=FULL`` so that a commit that returned survives a power cut, ``secure_delete`` so that
what was deleted is gone from the decrypted pages too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

from sqlcipher3 import dbapi2

from desktop_app.store.errors import ReadOnly, Unreadable
from desktop_app.store.result_codes import translated

KEY_BYTES = 32
BUSY_MILLISECONDS = 5_000
LOG_PAGES = 8_000
"""Pages in the log from which a commit itself moves them into the store: ``checkpoints`` come long before."""
_SETTINGS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "journal_mode = WAL",
    "fullfsync = ON",  # macOS only: its fsync does not reach the platter
    "checkpoint_fullfsync = ON",
    "secure_delete = ON",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "cache_size = -16000",
    f"wal_autocheckpoint = {LOG_PAGES}",
    "journal_size_limit = 0",  # a log that begins anew is cut: its size tells what is in it
)
Row = tuple[Any, ...]


class _Driver(Protocol):
    """What is used of the driver's connection."""

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Any: ...  # noqa: ANN401 - its cursor
    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> object: ...
    def backup(self, target: _Driver, /) -> None: ...
    def rollback(self) -> None: ...
    def interrupt(self) -> None: ...
    def close(self) -> None: ...


class Connection:
    """A connection in autocommit; transactions are begun and ended by ``Database``."""

    def __init__(self, raw: _Driver) -> None:
        self._raw = raw
        self.before_each_row: Callable[[], None] | None = None
        """Called within ``execute_many``; what it raises ends that."""

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement; return the number of rows that it changed."""
        with translated():
            return int(self._raw.execute(sql, parameters).rowcount)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of ``rows``."""
        look = self.before_each_row
        with translated():
            self._raw.executemany(sql, rows if look is None else _one_by_one(rows, look))

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return every row of a query."""
        with translated():
            found: list[Row] = self._raw.execute(sql, parameters).fetchall()
            return found

    def iterate(self, sql: str, parameters: Sequence[Any] = ()) -> Generator[Row, None, None]:
        """Yield the rows of a query one by one; who does not want them all closes it."""
        with translated():
            yield from self._raw.execute(sql, parameters)

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with translated():
            found: Row | None = self._raw.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:  # noqa: ANN401 - what the column holds
        """Return the first column of the first row, or None."""
        found = self.row(sql, parameters)
        return found[0] if found else None

    def backup_to(self, target: Connection) -> None:
        """Copy this database, page by page and consistent, into the empty ``target`` (same key)."""
        with translated():
            self._raw.backup(target._raw)

    def roll_back(self) -> None:
        """Undo the transaction that is open, if one is."""
        with translated():
            self._raw.rollback()

    def interrupt(self) -> None:
        """Make what runs on another thread end with ``GivenUp``; nothing happens where nothing runs."""
        self._raw.interrupt()

    def close(self) -> None:
        """Close; idempotent."""
        with translated():
            self._raw.close()


def _one_by_one(rows: Iterable[Sequence[Any]], look: Callable[[], None]) -> Iterator[Sequence[Any]]:
    for row in rows:
        look()
        yield row


def open_encrypted(
    path: Path, key: bytes, *, synchronous: Literal["FULL", "NORMAL"] = "FULL", read_only: bool = False
) -> Connection:
    """Open (or create) the store at ``path`` with the raw ``key`` (32 bytes).

    Raises ``WrongKey``, ``Unreadable``, ``ReadOnly``, ``Corrupt``, ``DiskFull``.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a store's key has 32 bytes")
    try:
        return Connection(_opened(path, key, synchronous, read_only=read_only))
    except Unreadable:
        if path.exists() and not os.access(path.parent, os.W_OK):  # there is no room for its log
            raise ReadOnly from None
        raise


def _opened(path: Path, key: bytes, synchronous: str, *, read_only: bool) -> _Driver:
    with translated():
        raw: _Driver = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _prepare(raw, key, synchronous, read_only)
        except BaseException:
            raw.close()
            raise
    return raw


def _prepare(raw: _Driver, key: bytes, synchronous: str, read_only: bool) -> None:
    raw.execute("PRAGMA cipher_log_level = NONE")  # else the driver itself writes to stderr
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # the key is tried here
    for setting in _SETTINGS:
        raw.execute(f"PRAGMA {setting}")
    raw.execute(f"PRAGMA synchronous = {synchronous}")
    if read_only:
        raw.execute("PRAGMA query_only = ON")
