"""A sandbox over real HTTP: a fresh SQLite database, a PKI of its own, the small city, a clock to move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.hosting import bind, serving
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.service import Service, build
from tests.support.small_city import SmallCity, found_small_city


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
def small_service(folder: Path, url: str) -> Iterator[tuple[SmallCity, MovableClock]]:
    """Build the service on a database in ``folder`` without serving it."""
    clock = MovableClock()
    engine = open_database(f"sqlite:///{folder / 'central.db'}")
    try:
        pki = SandboxPki.load_or_create(folder, clock())
        yield found_small_city(build(engine, pki, url, clock), pki), clock
    finally:
        engine.dispose()


@pytest.fixture
def city(tmp_path: Path) -> Iterator[SmallCity]:
    """The small city in process, not served."""
    with small_service(tmp_path, "http://127.0.0.1:1") as (founded, _):
        yield founded


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[SandboxServer]:
    """The small city, served on a free port of loopback."""
    bound, url = bind()
    with small_service(tmp_path, url) as (founded, clock), serving(founded.service, bound):
        yield SandboxServer(url, founded.service, founded, clock)
