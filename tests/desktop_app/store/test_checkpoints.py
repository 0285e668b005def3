"""The log is moved into the store by a thread of its own, whole, and never by the commit that filled it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.store.checkpoints import GROWN_BYTES, Checkpoints
from desktop_app.store.connection import open_encrypted
from desktop_app.store.database import Database
from desktop_app.store.errors import Corrupt
from tests.desktop_app.store.builders import KEY

PUT = "INSERT OR REPLACE INTO value VALUES (?, ?)"
PATIENCE = 30.0


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(path, KEY, "account")
    yield opened
    opened.close()


def put(database: Database, name: str, size: int) -> None:
    with database.write() as tx:
        tx.connection.execute(PUT, (name, bytes(size)))


def log_size(path: Path) -> int:
    return path.with_name(path.name + "-wal").stat().st_size


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    return holds()


def names_without_log(path: Path) -> list[str]:
    """What the store itself holds, its log left aside; nothing while it is being written."""
    alone = path.with_name("alone.db")
    shutil.copy(path, alone)
    try:
        connection = open_encrypted(alone, KEY)
    except Corrupt:
        return []
    try:
        return [name for (name,) in connection.rows("SELECT name FROM value ORDER BY name")]
    except Corrupt:
        return []
    finally:
        connection.close()


def test_a_small_commit_stays_in_the_log_and_needs_no_thread(database: Database, path: Path) -> None:
    put(database, "small", 100)
    assert log_size(path) > 0
    assert "small" not in names_without_log(path)
    assert "checkpoint" not in [thread.name for thread in threading.enumerate()]


def test_the_commit_that_fills_the_log_leaves_it_and_the_thread_moves_it(
    database: Database, path: Path
) -> None:
    with database.write() as tx:
        pages = tx.connection.value("PRAGMA wal_autocheckpoint")
    assert pages * 4096 > 4 * GROWN_BYTES, "the writer itself comes far behind"
    put(database, "large", GROWN_BYTES)
    assert eventually(lambda: "large" in names_without_log(path))

    def began_anew() -> bool:
        threading.Event().wait(0.3)  # the thread has its turn: a log is begun anew where all of it was moved
        put(database, "next", 100)
        return log_size(path) < GROWN_BYTES // 8

    assert eventually(began_anew), "and a log that begins anew is as long as what is in it"


def test_what_a_reader_still_needs_is_moved_once_it_has_gone(database: Database, path: Path) -> None:
    put(database, "before", 100)
    with database.reading() as connection:
        connection.execute("BEGIN")
        assert connection.value("SELECT count(*) FROM value WHERE name = 'large'") == 0
        put(database, "large", GROWN_BYTES)
        assert connection.value("SELECT count(*) FROM value WHERE name = 'large'") == 0
        connection.execute("COMMIT")
    put(database, "after", 100)
    assert eventually(lambda: "large" in names_without_log(path))


def test_what_must_leave_no_trace_waits_for_the_checkpoint_under_way(database: Database, path: Path) -> None:
    put(database, "large", GROWN_BYTES)
    with database.write() as tx:
        tx.connection.execute("DELETE FROM value WHERE name = 'large'")
        tx.erases = True
    assert log_size(path) == 0


def test_it_ends_with_the_store(path: Path) -> None:
    database = Database(path, KEY, "account")
    put(database, "large", GROWN_BYTES)
    database.close()
    assert "checkpoint" not in [thread.name for thread in threading.enumerate()]
    again = Database(path, KEY, "account")
    with again.reading() as connection:
        assert connection.value("SELECT length(value) FROM value WHERE name = 'large'") == GROWN_BYTES
    again.close()


@pytest.mark.expects_log("log not moved", "WARNING")
def test_a_store_that_cannot_be_read_is_told_to_the_log(
    database: Database, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = Database(path.with_name("other.db"), KEY, "account")
    other.close()
    log = path.with_name("grown-wal")
    log.write_bytes(bytes(GROWN_BYTES))
    checkpoints = Checkpoints(log, other.reading)
    checkpoints.look()
    assert eventually(lambda: bool(caplog.records))
    checkpoints.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "log not moved into the store: store_closed"
    ]
    caplog.clear()
    checkpoints.look()
    checkpoints.stop()
    assert not caplog.records, "after its end it begins nothing"
