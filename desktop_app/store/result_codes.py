"""The one table from SQLite's result codes to our errors (https://sqlite.org/rescode.html)."""

from __future__ import annotations

import sqlite3
from types import TracebackType

from sqlcipher3 import dbapi2

from desktop_app.store.errors import (
    Busy,
    Corrupt,
    DiskFull,
    GivenUp,
    ReadOnly,
    RuleBroken,
    StoreError,
    Unavailable,
    Unreadable,
    WrongKey,
)

_BY_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_CANTOPEN: Unreadable,
    sqlite3.SQLITE_IOERR: Unreadable,
    sqlite3.SQLITE_CORRUPT: Corrupt,
    sqlite3.SQLITE_NOTADB: WrongKey,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
}
_BY_TEXT: dict[str, int] = {  # a backup that fails tells no code, only SQLite's own words for it
    "database or disk is full": sqlite3.SQLITE_FULL,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}
_PRIMARY = 0xFF
_CLOSED = "Cannot operate on a closed database."


class _Translated:
    """What ``translated`` gives: it keeps nothing, so that one serves every block on any thread."""

    __slots__ = ()

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, dbapi2.Error):
            raise _translate(error) from None


_TRANSLATED = _Translated()


def translated() -> _Translated:
    """Turn every exception of the driver inside the block into a ``StoreError``.

    Each statement passes here, a tap's fourteen while a person waits: no generator is made for it.
    """
    return _TRANSLATED


def _translate(error: Exception) -> StoreError | GivenUp:
    code = getattr(error, "sqlite_errorcode", 0) or _BY_TEXT.get(str(error), 0)
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return RuleBroken(str(error))
    if primary == sqlite3.SQLITE_INTERRUPT:
        return GivenUp()
    if str(error) == _CLOSED:
        return Unavailable()
    found = _BY_CODE.get(primary)
    return found() if found else StoreError(getattr(error, "sqlite_errorname", type(error).__name__))
