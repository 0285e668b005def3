"""The one table from SQLite's result codes to ours."""

from __future__ import annotations

import sqlite3

import pytest
from sqlcipher3 import dbapi2

from desktop_app.store import errors, result_codes


def raised(code: int, text: str = "said SQLite") -> errors.StoreError:
    failure = dbapi2.OperationalError(text)
    failure.sqlite_errorcode = code
    with pytest.raises(errors.StoreError) as caught, result_codes.translated():
        raise failure
    return caught.value


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, errors.DiskFull),
        (sqlite3.SQLITE_READONLY, errors.ReadOnly),
        (sqlite3.SQLITE_CANTOPEN, errors.Unreadable),
        (sqlite3.SQLITE_IOERR, errors.Unreadable),
        (sqlite3.SQLITE_IOERR_FSYNC, errors.Unreadable),
        (sqlite3.SQLITE_CORRUPT, errors.Corrupt),
        (sqlite3.SQLITE_NOTADB, errors.WrongKey),
        (sqlite3.SQLITE_BUSY, errors.Busy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.Busy),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, errors.RuleBroken),
    ],
)
def test_each_code_has_its_error(code: int, kind: type[errors.StoreError]) -> None:
    assert type(raised(code)) is kind


def test_what_was_interrupted_is_no_failure() -> None:
    interrupted = dbapi2.OperationalError("interrupted")
    interrupted.sqlite_errorcode = sqlite3.SQLITE_INTERRUPT
    with pytest.raises(errors.GivenUp), result_codes.translated():
        raise interrupted


def test_a_backup_tells_its_error_in_words_only() -> None:
    assert type(raised(0, "database or disk is full")) is errors.DiskFull
    assert type(raised(0, "attempt to write a readonly database")) is errors.ReadOnly


def test_an_unknown_code_is_still_ours() -> None:
    assert type(raised(sqlite3.SQLITE_MISUSE)) is errors.StoreError


def test_a_closed_connection_is_unavailable() -> None:
    raw = dbapi2.connect(":memory:")
    raw.close()
    with pytest.raises(errors.Unavailable), result_codes.translated():
        raw.execute("SELECT 1")


def test_other_exceptions_pass() -> None:
    with pytest.raises(KeyError), result_codes.translated():
        raise KeyError
