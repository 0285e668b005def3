"""A sandbox over real HTTP: a fresh database, a PKI of its own, the small city, a clock to move.

The database is SQLite; a module marked ``ON_BOTH`` runs its tests on PostgreSQL as well.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest
import sqlalchemy as sa

from desktop_app.sandbox.database import Writer, open_database
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.hosting import bind, serving
from desktop_app.sandbox.people import People
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.service import Service, build
from desktop_app.sandbox.tables import setting
from tests.support.small_city import SmallCity, found_small_city, populate

DATABASE: Final = "central.db"
ON_BOTH: Final = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
"""Run on both databases; where PostgreSQL is missing its tests fail and say so."""


class MovableClock:
    """The wall clock, and what a test adds to it."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """Return the time, aware."""
        return datetime.now(UTC) + self._ahead

    def move(self, by: timedelta) -> None:
        """Go on by ``by`` at once."""
        self._ahead += by


@dataclass(frozen=True, slots=True)
class SandboxServer:
    """A served instance."""

    url: str
    service: Service
    city: SmallCity
    clock: MovableClock


@contextmanager
def small_service(
    folder: Path, url: str, database: str | None = None
) -> Iterator[tuple[SmallCity, MovableClock]]:
    """Build the service on an empty ``database`` (None: a file in ``folder``) without serving it."""
    clock, chosen = MovableClock(), sa.make_url(database or sqlite_in(folder))
    if is_file := chosen.drivername == "sqlite":
        Path(chosen.database or "").write_bytes(_founded())
    engine = open_database(chosen.render_as_string(hide_password=False))
    try:
        pki = SandboxPki.load_or_create(folder, clock())
        service = build(engine, pki, url, clock)
        yield SmallCity(service, pki) if is_file else found_small_city(service, pki), clock
    finally:
        engine.dispose()


@functools.cache
def _founded() -> bytes:
    """Return a database with the city in it, made once a process, without what makes a server this one."""
    with tempfile.TemporaryDirectory() as folder:
        engine, entities = open_database(sqlite_in(Path(folder))), Entities()
        with Writer(engine).transaction() as connection:
            populate(connection, entities, People(entities), datetime.now(UTC))
            connection.execute(sa.delete(setting))
        engine.dispose()
        return (Path(folder) / DATABASE).read_bytes()


def sqlite_in(folder: Path) -> str:
    """Return the URL of a database file in ``folder``."""
    return f"sqlite:///{folder / DATABASE}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """One PostgreSQL server for all tests of a process, by the URL of its maintenance database."""
    from tests.support.private_postgres import private_postgres

    with private_postgres() as url:
        yield url


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database: SQLite unless the test is marked ``ON_BOTH``."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield sqlite_in(tmp_path)
        return
    from tests.support.private_postgres import fresh_database

    with fresh_database(request.getfixturevalue("postgres"), f"t{uuid4().hex}") as url:
        yield url


@pytest.fixture
def city(tmp_path: Path, database: str) -> Iterator[SmallCity]:
    """The small city in process, not served."""
    with small_service(tmp_path, "http://127.0.0.1:1", database) as (founded, _):
        yield founded


@pytest.fixture
def sandbox(tmp_path: Path, database: str) -> Iterator[SandboxServer]:
    """The small city, served on a free port of loopback."""
    bound, url = bind()
    with small_service(tmp_path, url, database) as (founded, clock), serving(founded.service, bound):
        yield SandboxServer(url, founded.service, founded, clock)
