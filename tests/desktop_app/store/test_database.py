"""One writer at a time, readers that see commits, nothing after close."""

from __future__ import annotations

import itertools
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store import database as database_module
from desktop_app.store.database import Database, Transaction, fold_log
from desktop_app.store.errors import DiskFull, GivenUp, RuleBroken, StoreError, Unavailable
from tests.desktop_app.store.builders import KEY
from tests.support.deadline import until

PUT = "INSERT INTO value VALUES (?, ?)"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(path, KEY, "account")
    yield opened
    opened.close()


def values(database: Database) -> list[str]:
    """The names of the values, but for what a migration asks of the store's first opening."""
    with database.reading() as connection:
        rows = connection.rows("SELECT name FROM value WHERE name <> 'rebuild' ORDER BY name")
    return [name for (name,) in rows]


def test_a_block_that_ends_is_committed(database: Database) -> None:
    with database.write() as tx:
        tx.connection.execute(PUT, ("a", b"1"))
        assert values(database) == []
    assert values(database) == ["a"]


def test_every_connection_holds_no_more_than_asked_for(path: Path) -> None:
    small = Database(path, KEY, "account", cache_kib=512)
    with small.reading() as connection, small.write() as tx:
        asked = "PRAGMA cache_size"
        assert (connection.value(asked), tx.connection.value(asked)) == (-512, -512)
    small.close()


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    def stumble() -> None:
        with database.write() as tx:
            tx.connection.execute(PUT, ("a", b"1"))
            raise KeyError

    with pytest.raises(KeyError):
        stumble()
    assert values(database) == []


def test_a_full_disk_is_told_and_loses_nothing(database: Database) -> None:
    with database.write() as tx:
        tx.connection.execute(PUT, ("a", b"1"))
        pages = tx.connection.value("PRAGMA page_count")
        tx.connection.rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull), database.write() as tx:
        tx.connection.execute(PUT, ("b", bytes(100_000)))
    assert values(database) == ["a"]
    with database.write() as tx:
        tx.connection.rows("PRAGMA max_page_count = 1000000")
        tx.connection.execute(PUT, ("b", bytes(100_000)))
    assert values(database) == ["a", "b"]


def test_what_is_due_before_the_commit_is_part_of_it(database: Database) -> None:
    def fail(tx: Transaction) -> None:
        tx.connection.execute(PUT, ("b", b"2"))
        tx.connection.execute(PUT, ("b", b"2"))

    database.on_commit(fail)
    with pytest.raises(RuleBroken), database.write() as tx:
        tx.connection.execute(PUT, ("a", b"1"))
    assert values(database) == []


def test_a_transaction_inside_another_is_a_bug_and_no_deadlock(database: Database) -> None:
    with database.write(), pytest.raises(RuntimeError), database.write():
        pass


def test_writers_on_threads_take_turns(database: Database) -> None:
    def count() -> None:
        for _ in range(20):
            with database.write() as tx:
                found = tx.connection.value("SELECT value FROM value WHERE name = 'n'")
                tx.connection.execute(
                    "INSERT OR REPLACE INTO value VALUES ('n', ?)", (str(int(found or 0) + 1).encode(),)
                )

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.value("SELECT value FROM value WHERE name = 'n'") == b"80"


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    with database.write() as tx:
        tx.connection.execute(PUT, ("a", b"1"))
        found: list[list[str]] = []
        reader = threading.Thread(target=lambda: found.append(values(database)))
        reader.start()
        reader.join(30)
    assert found == [[]]


def test_many_readers_at_once(database: Database) -> None:
    together = threading.Barrier(8)

    def read() -> None:
        with database.reading() as connection:
            together.wait(30)
            connection.value("SELECT count(*) FROM value")

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)


def test_nothing_works_after_close(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(Unavailable), database.reading():
        pass
    with pytest.raises(Unavailable), database.write():
        pass


def test_what_must_leave_no_trace_is_cut_from_the_log(database: Database, path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    with database.write() as tx:
        tx.connection.execute(PUT, ("a", b"1"))
    assert log.stat().st_size > 0
    with database.write() as tx:
        tx.connection.execute("DELETE FROM value")
        tx.erases = True
    assert log.stat().st_size == 0


def test_a_log_left_by_a_crash_is_cut_when_the_store_opens(path: Path, tmp_path: Path) -> None:
    before = Database(path, KEY, "account")
    with before.write() as tx:
        tx.connection.execute(PUT, ("a", b"1"))
    crashed = tmp_path / "crashed.db"
    log = crashed.with_name("crashed.db-wal")
    shutil.copy(path, crashed)
    shutil.copy(path.with_name(path.name + "-wal"), log)
    before.close()
    assert log.stat().st_size > 0
    after = Database(crashed, KEY, "account")
    assert values(after) == ["a"]
    assert log.stat().st_size == 0
    after.close()


def test_a_reader_in_the_log_only_delays_the_cut(database: Database, path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    with database.reading() as connection:
        connection.execute("BEGIN")
        connection.value("SELECT count(*) FROM value")
        with database.write() as tx:
            tx.connection.execute(PUT, ("a", b"1"))
            tx.erases = True
        assert log.stat().st_size > 0
        connection.execute("COMMIT")
    with database.write() as tx:
        tx.connection.execute("DELETE FROM value")
    assert log.stat().st_size == 0


def test_a_store_that_cannot_be_migrated_is_closed_again(path: Path) -> None:
    Database(path, KEY, "account").close()
    with pytest.raises(StoreError):
        Database(path, bytes(32), "account")
    Database(path, KEY, "account").close()


def test_a_closed_store_becomes_one_file_for_who_has_its_key(path: Path) -> None:
    store = Database(path, KEY, "account")
    with store.write() as tx:
        tx.connection.execute(PUT, ("one", b"1"))
    store.close()
    assert not fold_log(path, bytes(32))
    assert fold_log(path, KEY)
    assert not path.with_name(path.name + "-wal").exists()
    assert not fold_log(path.with_name("missing.db"), KEY)


def test_long_work_leaves_the_log_to_its_end(database: Database, path: Path) -> None:
    with database.write() as tx:
        asked = "PRAGMA wal_autocheckpoint"
        usual = tx.connection.value(asked)
    with database.long_work():
        before = path.stat().st_size
        for number in range(3):
            with database.write() as tx:
                assert tx.connection.value(asked) > 100 * usual
                tx.connection.execute(PUT, (f"long-{number}", bytes(100_000)))
        assert path.stat().st_size == before  # all of it is in the log
    assert path.stat().st_size > before
    with database.write() as tx:
        assert tx.connection.value(asked) == usual


def test_the_log_of_long_work_is_moved_after_whoever_wrote_and_not_cut(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = path.with_name(path.name + "-wal")
    monkeypatch.setattr(database_module, "_MOVE_SECONDS", 600.0)
    with database.long_work():
        database.give_way()
        with database.write() as tx:
            tx.connection.execute(PUT, ("long", bytes(100_000)))
            waiting = beside(database)
            until(lambda: database.is_wanted, 20, "the other waits")
        database.give_way()
        waiting.join(20)
        assert path.stat().st_size > 100_000
        long = log.stat().st_size
        with database.write() as tx:
            tx.connection.execute(PUT, ("short", b"1"))
        assert log.stat().st_size == long  # begun anew
    monkeypatch.setattr(database, "_uncut_until", 0.1)  # long ago
    for name in ("after", "later"):
        with database.write() as tx:
            tx.connection.execute(PUT, (name, b"1"))
        database._move_log()
    assert log.stat().st_size < long


def test_long_work_steps_aside_while_another_thread_writes(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "_COURTESY_SECONDS", 20.0)
    begun, passed, order = threading.Event(), threading.Event(), list[str]()

    def step_aside() -> None:
        begun.set()
        database.step_aside()
        order.append("stepped aside")
        passed.set()

    database.step_aside()  # nobody writes: it returns
    beside_it = threading.Thread(target=step_aside)
    with database.write() as tx:
        beside_it.start()
        assert begun.wait(20)
        tx.connection.execute(PUT, ("a person's", b"1"))
        order.append("wrote")
    assert passed.wait(20)
    beside_it.join(20)
    assert order == ["wrote", "stepped aside"]


def test_who_reads_beside_long_work_finds_a_connection_ready(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened_late(*_: object, **__: object) -> None:
        raise AssertionError("a reader is opened while long work goes on")

    with database.long_work():
        monkeypatch.setattr("desktop_app.store.database.open_encrypted", opened_late)
        with database.reading() as its_own, database.reading() as a_screen_s:
            assert its_own is not a_screen_s
    monkeypatch.undo()


def test_who_waits_to_write_is_noticed_and_let_go_first(database: Database) -> None:
    wrote = threading.Event()

    def write() -> None:
        with database.write():
            wrote.set()

    waiting = threading.Thread(target=write)
    with database.write():
        assert not database.is_wanted
        waiting.start()
        until(lambda: database.is_wanted, 20, "the other waits")
    database.give_way()
    assert not database.is_wanted
    assert wrote.wait(20)
    waiting.join(20)


def beside(database: Database) -> threading.Thread:
    """A thread that writes one value, as soon as it may."""

    def write() -> None:
        with database.write() as tx:
            tx.connection.execute(PUT, ("a person's", b"1"))

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_long_work_that_nobody_waits_for_is_committed(database: Database) -> None:
    with database.write_aside() as tx:
        tx.connection.execute(PUT, ("long", b"1"))
    assert values(database) == ["long"]


def test_who_wants_to_write_takes_the_transaction_of_long_work_back(database: Database) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(GivenUp), database.write_aside() as tx:  # noqa: PT012 - the statement itself ends
        tx.connection.execute(PUT, ("long", b"1"))
        waiting = beside(database)
        tx.connection.value(endless)
    waiting.join(20)
    assert values(database) == ["a person's"]


def test_rows_of_one_statement_are_ended_between_them(database: Database) -> None:
    """Each of them is too short for SQLite to notice that it is interrupted."""

    def endless() -> Iterator[tuple[str, bytes]]:
        for number in itertools.count():
            if number == 3:
                started.append(beside(database))
                until(lambda: database.is_wanted, 20, "the other waits")
            yield (f"long-{number}", b"1")
            assert number < 9

    started: list[threading.Thread] = []
    with pytest.raises(GivenUp), database.write_aside() as tx:
        tx.connection.execute_many(PUT, endless())
    started[0].join(20)
    assert values(database) == ["a person's"]


def test_a_transaction_taken_back_beside_a_question_half_read_is_rolled_back(database: Database) -> None:
    """The interruption lasts as long as a statement is open: the rollback itself was interrupted, too."""
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT "
    with pytest.raises(GivenUp), database.write_aside() as tx:  # noqa: PT012 - the statement itself ends
        tx.connection.execute(PUT, ("long", b"1"))
        half_read = tx.connection.iterate(endless + "i FROM n")
        assert next(half_read) == (1,)
        waiting = beside(database)
        tx.connection.value(endless + "count(*) FROM n")
    waiting.join(20)
    half_read.close()
    assert values(database) == ["a person's"]


def test_a_commit_of_long_work_is_taken_back_too(database: Database) -> None:
    """As much of the search index as nobody waits for is written by the commit itself."""

    def words(tx: Transaction) -> None:
        many = ((n, f"{n} {n * 7} {n * 13}") for n in range(40_000))
        tx.connection.execute_many("INSERT INTO search_index(rowid, folded) VALUES (?, ?)", many)
        started.append(beside(database))
        until(lambda: database.is_wanted, 20, "the other waits")

    started: list[threading.Thread] = []
    database.on_commit(lambda tx: None if started else words(tx))
    with pytest.raises(GivenUp), database.write_aside():
        pass
    started[0].join(20)
    with database.reading() as connection:
        assert connection.value("SELECT count(*) FROM search_index_idx") == 0
    with database.write() as tx:
        tx.connection.execute(PUT, ("after", b"1"))
    assert values(database) == ["a person's", "after"]


def test_a_person_s_transaction_is_nobody_s_to_take(database: Database) -> None:
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) SELECT count(*) FROM n"
    with database.write() as tx:
        waiting = beside(database)
        until(lambda: database.is_wanted, 20, "the other waits")
        assert tx.connection.value(many) == 9_999
        tx.connection.execute(PUT, ("mine", b"1"))
    waiting.join(20)
    assert values(database) == ["a person's", "mine"]
