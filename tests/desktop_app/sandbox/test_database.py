"""One writer at a time, numbers in commit order, nothing half written."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from desktop_app.sandbox.database import Writer, allocate, head, open_database, read_setting, write_setting


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{tmp_path / 'central.db'}")
    yield opened
    opened.dispose()


def test_sqlite_is_opened_to_last(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL


def test_numbers_are_given_once(engine: Engine) -> None:
    writer = Writer(engine)

    def take(_: int) -> list[int]:
        with writer.transaction() as connection:
            first = allocate(connection, 3)
            return [first, first + 1, first + 2]

    with ThreadPoolExecutor(4) as pool:
        taken = [number for numbers in pool.map(take, range(20)) for number in numbers]
    assert sorted(taken) == list(range(1, 61))


def test_two_writers_of_other_processes_wait_for_each_other(engine: Engine) -> None:
    def take(writer: Writer) -> int:
        with writer.transaction() as connection:
            return allocate(connection)

    with ThreadPoolExecutor(4) as pool:  # a writer each: nothing shared but the file
        taken = list(pool.map(take, [Writer(engine) for _ in range(12)]))
    assert sorted(taken) == list(range(1, 13))


def test_what_fails_leaves_no_trace(engine: Engine) -> None:
    writer = Writer(engine)

    def fail() -> None:
        with writer.transaction() as connection:
            allocate(connection)
            write_setting(connection, "a", "b")
            raise KeyError("on purpose")

    with pytest.raises(KeyError):
        fail()
    with engine.connect() as connection:
        assert head(connection) == 0
        assert read_setting(connection, "a") is None
    with writer.transaction() as connection:
        assert allocate(connection) == 1


def test_a_reader_sees_one_moment(engine: Engine) -> None:
    with engine.connect() as reader:
        before = head(reader)
        with Writer(engine).transaction() as connection:
            allocate(connection)
        assert head(reader) == before
    with engine.connect() as reader:
        assert head(reader) == before + 1


def test_the_servers_names_outlive_a_restart(engine: Engine) -> None:
    names = ("server_id", "epoch", "cursor_key")
    with engine.connect() as connection:
        first = [read_setting(connection, name) for name in names]
    again = open_database(str(engine.url))
    with again.connect() as connection:
        assert [read_setting(connection, name) for name in names] == first
    again.dispose()
    assert all(first)


def test_a_setting_is_replaced(engine: Engine) -> None:
    with Writer(engine).transaction() as connection:
        write_setting(connection, "a", "1")
        write_setting(connection, "a", "2")
        assert read_setting(connection, "a") == "2"
        assert connection.execute(sa.text("SELECT count(*) FROM setting WHERE name = 'a'")).scalar() == 1
