"""Stores of the first program version, opened by this one and killed while they are brought up to date."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import resources
from desktop_app.store import migrations
from desktop_app.store.connection import open_encrypted
from desktop_app.store.database import Database
from desktop_app.store.errors import StoreError
from tests.chaos.killing import Fate, Victim
from tests.chaos.ledger import Findings
from tests.chaos.victims import Tell

KEY = bytes(range(32))
ROWS = 3000
LATEST = 0.12
"""Seconds after which a migration of so many rows is over, as a rule."""
_ROW = "INSERT INTO value VALUES (?, ?)"
_HELD = "SELECT count(*) FROM value WHERE name LIKE 'row.%'"
SCHEMAS = ("account", "terminal")


def bring_up_to_date(path: Path, schema: str, tell: Tell) -> None:
    """Open the store, which migrates it, and say so."""
    tell.send(("opening",))
    database = Database(path, KEY, schema)
    tell.send(("open",))
    database.close()


def old_store(path: Path, schema: str) -> None:
    """Write a store as the first program version left it, with rows in it."""
    first = resources.names(f"migrations/{schema}", ".sql")[0]
    connection = open_encrypted(path, KEY)
    migrations._apply(connection, first, resources.read_text(f"migrations/{schema}/{first}"))
    connection.execute("BEGIN IMMEDIATE")
    connection.execute_many(_ROW, ((f"row.{number}", bytes(200)) for number in range(ROWS)))
    connection.execute("COMMIT")
    connection.close()


def faults_of(path: Path, schema: str) -> list[str]:
    """Open the store as a next start would; return what is wrong with it then."""
    try:
        database = Database(path, KEY, schema)
        try:
            with database.reading() as connection:
                held = connection.value(_HELD)
                sound = connection.value("PRAGMA integrity_check(3)")
                steps = connection.value("SELECT count(*) FROM migration")
        finally:
            database.close()
    except StoreError as failure:
        return [f"{path.name} does not open: {failure.code}"]
    all_steps = len(resources.names(f"migrations/{schema}", ".sql"))
    found = [] if sound == "ok" else [f"{path.name} is damaged: {sound}"]
    found += [] if held == ROWS else [f"{path.name}: {held} of {ROWS} rows"]
    return found + ([] if steps == all_steps else [f"{path.name}: {steps} of {all_steps} steps"])


@dataclass(slots=True)
class _Store:
    path: Path
    schema: str


class MigrationLane:
    """Migrations that are killed; every other one is killed again where it stood."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder, self._chance = folder, chance
        folder.mkdir()
        for schema in SCHEMAS:
            old_store(folder / f"old-{schema}", schema)
        self._present: _Store | None = None
        self._found = Findings()
        self.confirmed = 0

    def live(self, life: int) -> bool:
        """One opening, killed at any moment of it."""
        store = self._present or self._fresh(life)
        moment = Fate(self._chance.uniform(0.0, LATEST), 1)
        said, _ = Victim(bring_up_to_date, store.path, store.schema).meet(moment, "opening")
        if ("open",) in said:
            self.confirmed += 1
        if ("open",) in said or self._chance.random() < 0.5:
            self._look(store)
        else:
            self._present = store
        return True

    def settle(self) -> None:
        """Look at what was left half done."""
        if self._present is not None:
            self._look(self._present)

    def judge(self) -> Findings:
        """What was wrong with any of them."""
        return self._found

    def _fresh(self, life: int) -> _Store:
        schema = self._chance.choice(SCHEMAS)
        path = self._folder / f"{schema}-{life}.db"
        shutil.copyfile(self._folder / f"old-{schema}", path)
        return _Store(path, schema)

    def _look(self, store: _Store) -> None:
        self._present = None
        self._found.lost += faults_of(store.path, store.schema)
        for left in store.path.parent.glob(f"{store.path.name}*"):
            left.unlink()
