"""Files damaged, of another key, of a newer program or half migrated: a plain error, and a way on."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desktop_app.domain.workflow import Command
from desktop_app.store import migrations
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import open_encrypted
from desktop_app.store.errors import Corrupt, NewerSchema, StoreError, WrongKey
from tests.chaos.migrating import faults_of, old_store
from tests.desktop_app.store.builders import KEY, add, event, put, report_json
from tests.desktop_app.store.pages import PAGE
from tests.support.clock import NOON
from ui.wording import sentence

NOTES = 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed store with a report and notes that wait."""
    made = tmp_path / "account.db"
    store = AccountStore.open(made, KEY, "a", now=lambda: NOON)
    [report_id] = put(store, report_json())
    for number in range(NOTES):
        add(store, event(report_id, Command.NOTE, text=f"ghi chú {number} " * 20))
    store.close()
    return made


def work_through(path: Path) -> None:
    """Open the store and look at everything in it."""
    store = AccountStore.open(path, KEY, "a", now=lambda: NOON)
    try:
        with store.reader() as connection:
            tables = connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
            for (name,) in tables:
                connection.rows(f'SELECT * FROM "{name}"')
        assert len(store.outbox.waiting()) == NOTES
    finally:
        store.close()


def test_any_damaged_page_is_said_to_be_one(path: Path) -> None:
    whole, chance = path.read_bytes(), random.Random(4)
    told = set()
    for number in range(1, len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[number * PAGE + chance.randrange(PAGE)] ^= 0x10
        path.write_bytes(bytes(damaged))
        try:
            work_through(path)
        except StoreError as failure:
            told.add(type(failure))
    assert told == {Corrupt}
    path.write_bytes(whole)
    work_through(path)


def test_a_damaged_first_page_and_a_wrong_key_look_the_same_and_lose_nothing(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(bytes(PAGE) + whole[PAGE:])
    with pytest.raises(WrongKey):
        work_through(path)
    path.write_bytes(whole)
    with pytest.raises(WrongKey):
        AccountStore.open(path, bytes(32), "a", now=lambda: NOON)
    assert path.read_bytes() == whole
    work_through(path)


def test_the_backup_before_a_migration_opens_where_the_store_does_not(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_store(path, "account")
    assert faults_of(path, "account") == []
    content = bytearray(path.read_bytes())
    content[-PAGE:] = bytes(PAGE)
    path.write_bytes(bytes(content))
    assert faults_of(path, "account") != []
    [copy] = path.parent.glob("old.db.before-*")
    shutil.copyfile(copy, path)
    assert faults_of(path, "account") == []


@pytest.mark.parametrize("schema", ["account", "terminal"])
def test_a_migration_that_stops_half_way_is_done_again_whole(
    tmp_path: Path, schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    old_store(path, schema)
    whole = migrations.statements
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "statements", lambda script: [*list(whole(script))[:1], "SELECT broken"])
        assert faults_of(path, schema) == ["old.db does not open: store_failed"]
    assert faults_of(path, schema) == []


def test_a_newer_store_is_read_and_not_written(path: Path) -> None:
    connection = open_encrypted(path, KEY)
    connection.execute("INSERT INTO migration VALUES ('9999_later.sql', 1)")
    connection.close()
    store = AccountStore.open(path, KEY, "a", now=lambda: NOON)
    assert (store.newer, len(store.outbox.waiting())) == ("9999_later.sql", NOTES)
    with pytest.raises(NewerSchema), store.write():
        pass
    store.close()


@pytest.mark.parametrize("failure", [Corrupt(), WrongKey(), NewerSchema("9999_later.sql")])
def test_each_has_a_sentence_and_says_what_to_do(failure: StoreError) -> None:
    said = sentence(failure)
    assert said.title
    assert said.title != sentence(StoreError()).title
