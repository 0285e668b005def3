"""Migrations killed anywhere end whole at the next start; what is wrong with a store is seen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.store.connection import open_encrypted
from tests.chaos.migrating import KEY, ROWS, SCHEMAS, MigrationLane, faults_of, old_store


def test_killed_migrations_lose_nothing(tmp_path: Path) -> None:
    lane = MigrationLane(tmp_path / "migrations", random.Random(5))
    for life in range(8):
        assert lane.live(life)
    lane.settle()
    assert lane.judge().lines() == []


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_is_wrong_is_seen(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "store.db"
    old_store(path, schema)
    assert faults_of(path, schema) == []
    connection = open_encrypted(path, KEY)
    connection.execute("DELETE FROM value WHERE name = 'row.7'")
    connection.close()
    assert faults_of(path, schema) == [f"store.db: {ROWS - 1} of {ROWS} rows"]
    path.write_bytes(path.read_bytes()[:4096] + bytes(4096) + path.read_bytes()[8192:])
    assert faults_of(path, schema) != []
