"""Only what differs is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.connection import KEY_BYTES, Connection, open_encrypted
from desktop_app.store.row_changes import write_difference

COLUMNS = ("number", "a", "b")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    made = open_encrypted(tmp_path / "store.db", bytes(KEY_BYTES))
    made.execute("CREATE TABLE thing (number INTEGER PRIMARY KEY, a TEXT, b TEXT)")
    made.execute("CREATE TABLE told (word TEXT)")
    for column in COLUMNS[1:]:
        made.execute(
            f"CREATE TRIGGER {column}_told AFTER UPDATE OF {column} ON thing "
            f"BEGIN INSERT INTO told VALUES ('{column}'); END"
        )
    made.execute("INSERT INTO thing VALUES (1, 'x', 'y'), (2, 'x', 'y')")
    yield made
    made.close()


def test_what_is_the_same_is_not_written(connection: Connection) -> None:
    write_difference(connection, "thing", COLUMNS, (1, "x", "y"), (1, "x", None))
    assert connection.rows("SELECT * FROM thing ORDER BY number") == [(1, "x", None), (2, "x", "y")]
    assert connection.rows("SELECT word FROM told") == [("b",)]


def test_the_same_row_again_writes_nothing(connection: Connection) -> None:
    write_difference(connection, "thing", COLUMNS, (1, "x", "y"), (1, "x", "y"))
    assert connection.rows("SELECT word FROM told") == []
