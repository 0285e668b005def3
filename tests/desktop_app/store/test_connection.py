"""An encrypted connection: nothing readable on the disk, one error per cause."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop_app.store.connection import Connection, open_encrypted
from desktop_app.store.errors import Corrupt, GivenUp, ReadOnly, RuleBroken, Unreadable, WrongKey
from tests.desktop_app.store.builders import KEY

SECRET = "Nước ngập sâu trước cổng trường"


@pytest.fixture
def connection(path: Path) -> Connection:
    opened = open_encrypted(path, KEY)
    opened.execute("CREATE TABLE t (a TEXT UNIQUE)")
    opened.execute("INSERT INTO t VALUES (?)", (SECRET,))
    return opened


def test_rows_come_back(connection: Connection) -> None:
    assert connection.rows("SELECT a FROM t") == [(SECRET,)]
    assert connection.row("SELECT a FROM t") == (SECRET,)
    assert connection.value("SELECT a FROM t WHERE a = 'none'") is None
    assert connection.execute("UPDATE t SET a = 'x'") == 1
    connection.close()
    connection.close()


def test_durability_and_erasure_are_on(connection: Connection) -> None:
    wanted = {"synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "journal_mode": "wal"}
    assert {name: connection.value(f"PRAGMA {name}") for name in wanted} == wanted
    connection.close()


def test_no_plaintext_on_the_disk(connection: Connection, path: Path) -> None:
    for file in (path, path.with_name(path.name + "-wal")):
        content = file.read_bytes()
        assert content
        for readable in (SECRET.encode(), b"CREATE TABLE", b"SQLite format"):
            assert readable not in content
    connection.close()


def test_a_wrong_key_is_told(connection: Connection, path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    connection.close()
    with pytest.raises(WrongKey):
        open_encrypted(path, bytes(32))
    assert capfd.readouterr().err == ""


def test_a_key_of_another_length_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_encrypted(path, b"short")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        open_encrypted(tmp_path / "none" / "a.db", KEY)


def test_a_page_that_was_damaged(connection: Connection, path: Path) -> None:
    connection.execute_many("INSERT INTO t VALUES (?)", [(f"row {n} " + "x" * 500,) for n in range(100)])
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = bytearray(path.read_bytes())
    content[4096 * 5 + 100] ^= 0xFF
    path.write_bytes(content)
    damaged = open_encrypted(path, KEY)
    with pytest.raises(Corrupt):
        damaged.rows("SELECT * FROM t")
    damaged.close()


def test_a_broken_rule_is_named(connection: Connection) -> None:
    with pytest.raises(RuleBroken) as broken:
        connection.execute("INSERT INTO t VALUES (?)", (SECRET,))
    assert SECRET not in str(broken.value)
    connection.close()


def test_a_reader_cannot_write(connection: Connection, path: Path) -> None:
    reader = open_encrypted(path, KEY, read_only=True)
    with pytest.raises(ReadOnly):
        reader.execute("DELETE FROM t")
    reader.close()
    connection.close()


def test_a_long_query_can_be_interrupted(connection: Connection) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    stop = threading.Timer(0.05, connection.interrupt)
    stop.start()
    with pytest.raises(GivenUp):
        connection.value(endless)
    stop.join()
    connection.close()
