"""Migrations: named, forward-only, each whole or not at all, with a backup before."""

from __future__ import annotations

import os
import time
from pathlib import Path
from unittest.mock import Mock

import pytest

import resources
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import Row, open_encrypted
from desktop_app.store.database import Database
from desktop_app.store.errors import NewerSchema, StoreError
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.store.migrations import BACKUP_SECONDS, migrate, statements
from tests.desktop_app.store.builders import KEY, put, report_json


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A schema of the test's own, reached by name like the real ones."""
    folder = tmp_path / "resources" / "migrations" / "test"
    folder.mkdir(parents=True)
    monkeypatch.setattr(resources, "_ROOT", (tmp_path / "resources").resolve())
    (folder / "0001_first.sql").write_text(
        "CREATE TABLE a (x);\nINSERT INTO a VALUES ('one');\n", encoding="utf-8"
    )
    return folder


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir() if p.name.startswith(path.name))


def test_a_new_store_gets_every_step_and_no_backup(path: Path, schema: Path) -> None:
    (schema / "0002_second.sql").write_text("CREATE TABLE b (y);", encoding="utf-8")
    database = Database(path, KEY, "test")
    with database.reading() as connection:
        assert connection.rows("SELECT name FROM migration ORDER BY name") == [
            ("0001_first.sql",),
            ("0002_second.sql",),
        ]
    database.close()
    assert not any("before" in name for name in names(path))


def test_a_later_step_is_applied_once_after_a_backup_with_the_same_key(path: Path, schema: Path) -> None:
    Database(path, KEY, "test").close()
    (schema / "0002_second.sql").write_text("UPDATE a SET x = 'two';", encoding="utf-8")
    for _ in range(2):
        database = Database(path, KEY, "test")
        with database.reading() as connection:
            assert connection.value("SELECT x FROM a") == "two"
        database.close()
    backup = open_encrypted(path.with_name(f"{path.name}.before-0002_second"), KEY)
    assert backup.value("SELECT x FROM a") == "one"
    backup.close()
    assert b"one" not in path.with_name(f"{path.name}.before-0002_second").read_bytes()


def test_how_far_the_copy_is_is_told_and_a_cut_one_is_taken_anew(path: Path, schema: Path) -> None:
    Database(path, KEY, "test").close()
    (schema / "0002_second.sql").write_text("UPDATE a SET x = 'two';", encoding="utf-8")

    def cut(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt  # as a kill would: nothing cleans up

    with pytest.raises(KeyboardInterrupt):
        Database(path, KEY, "test", tell=cut)
    assert names(path) == [path.name, f"{path.name}.before-0002_second.part"]
    told: list[tuple[int, int]] = []
    size = path.stat().st_size
    Database(path, KEY, "test", tell=lambda *so_far: told.append(so_far)).close()
    assert (told[0], told[-1]) == ((0, size), (size, size))
    assert names(path) == [path.name, f"{path.name}.before-0002_second"]
    Database(path, KEY, "test", tell=lambda *so_far: told.append((-1, -1))).close()
    assert (-1, -1) not in told


def test_the_copy_is_the_file_itself(path: Path, schema: Path) -> None:
    Database(path, KEY, "test").close()
    before = path.read_bytes()
    (schema / "0002_second.sql").write_text("UPDATE a SET x = 'two';", encoding="utf-8")
    Database(path, KEY, "test").close()
    assert path.with_name(f"{path.name}.before-0002_second").read_bytes() == before


def test_a_store_that_another_process_has_open_is_copied_through_the_store(path: Path, schema: Path) -> None:
    Database(path, KEY, "test").close()
    other = open_encrypted(path, KEY)
    other.execute("INSERT INTO a VALUES ('of the other')")
    (schema / "0002_second.sql").write_text("DELETE FROM a;", encoding="utf-8")
    Database(path, KEY, "test").close()
    other.close()
    backup = open_encrypted(path.with_name(f"{path.name}.before-0002_second"), KEY)
    assert backup.rows("SELECT x FROM a ORDER BY x") == [("of the other",), ("one",)]
    backup.close()


def test_a_backup_is_dropped_after_a_week(path: Path, schema: Path) -> None:
    Database(path, KEY, "test").close()
    (schema / "0002_second.sql").write_text("UPDATE a SET x = 'two';", encoding="utf-8")
    Database(path, KEY, "test").close()
    backup = path.with_name(f"{path.name}.before-0002_second")
    Database(path, KEY, "test").close()
    assert backup.exists()
    long_ago = time.time() - BACKUP_SECONDS - 60
    os.utime(backup, (long_ago, long_ago))
    Database(path, KEY, "test").close()
    assert not backup.exists()


def test_a_step_that_fails_leaves_everything_as_it_was(path: Path, schema: Path) -> None:
    Database(path, KEY, "test").close()
    (schema / "0002_bad.sql").write_text(
        "UPDATE a SET x = 'two';\nINSERT INTO missing VALUES (1);", encoding="utf-8"
    )
    with pytest.raises(StoreError):
        Database(path, KEY, "test")
    connection = open_encrypted(path, KEY)
    assert connection.value("SELECT x FROM a") == "one"
    assert connection.value("SELECT count(*) FROM migration") == 1
    connection.close()


def test_a_newer_store_opens_read_only_and_says_so(path: Path, schema: Path) -> None:
    (schema / "0009_future.sql").write_text("CREATE TABLE future (x);", encoding="utf-8")
    Database(path, KEY, "test").close()
    (schema / "0009_future.sql").unlink()
    database = Database(path, KEY, "test")
    assert database.newer == "0009_future.sql"
    with database.reading() as connection:
        assert connection.value("SELECT x FROM a") == "one"
    with pytest.raises(NewerSchema) as newer, database.write():
        pass
    assert newer.value.migration == "0009_future.sql"
    database.close()


@pytest.mark.parametrize("name", ["account", "terminal"])
def test_the_real_schemas_apply(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.db"
    connection = open_encrypted(path, KEY)
    assert migrate(connection, path, KEY, name) is None
    assert connection.value("PRAGMA integrity_check") == "ok"
    assert migrate(connection, path, KEY, name) is None
    connection.close()


SHARED = {"0007_narrowing.sql", "0007_unowned.sql", "0008_notices.sql", "0008_received.sql"}
"""Stores have recorded these names: they stay, and nothing joins them."""


@pytest.mark.parametrize("schema_name", ["account", "terminal"])
def test_a_step_has_a_number_of_its_own(schema_name: str) -> None:
    numbers = [int(name[:4]) for name in resources.names(f"migrations/{schema_name}", ".sql")]
    alone = [int(n[:4]) for n in resources.names(f"migrations/{schema_name}", ".sql") if n not in SHARED]
    assert len(alone) == len(set(alone))
    assert sorted({*numbers}) == list(range(1, max(numbers) + 1))
    assert not {*alone} & ({int(name[:4]) for name in SHARED} if schema_name == "account" else set())


def test_steps_that_share_a_number_may_come_in_either_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = resources.names("migrations/account", ".sql")
    schemas: list[set[Row]] = []
    turned = tuple(sorted(sorted(known, reverse=True), key=lambda name: name[:4]))
    assert turned != known
    for order in (known, turned):
        with monkeypatch.context() as other:
            other.setattr(resources, "names", Mock(return_value=order))
            path = tmp_path / f"{len(schemas)}.db"
            connection = open_encrypted(path, KEY)
            assert migrate(connection, path, KEY, "account") is None
            schemas.append({*connection.rows("SELECT type, name, sql FROM sqlite_schema")})
            connection.close()
    assert schemas[0] == schemas[1]


def test_a_trigger_stays_in_one_piece() -> None:
    script = (
        "-- a comment\nCREATE TABLE a (x);\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN\n  SELECT 1;\nEND;\n"
    )
    assert [s.split()[-1] for s in statements(script)] == ["(x);", "END;"]


def test_what_a_search_is_narrowed_by_comes_to_a_store_that_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, later = resources.names, {"0007_narrowing.sql", "0008_received.sql"}
    with monkeypatch.context() as before:
        before.setattr(
            resources, "names", lambda *asked: [name for name in known(*asked) if name not in later]
        )
        store = AccountStore.open(path, KEY, "a")
        put(store, *(report_json(place={"unit_code": f"w{n % 3}"}) for n in range(9)))
        store.close()
    store = AccountStore.open(path, KEY, "a")
    assert [len(store.inbox.ids(InboxQuery(ward=f"w{n}"))) for n in range(4)] == [3, 3, 3, 0]
    assert store.inbox.counts()[QuickFilter.ALL] == 9
    store.close()
