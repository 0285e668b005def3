"""The city's people and units on a fresh database, without a report; a clock to move."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.life.town import Town
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.seed.city import put_directory
from desktop_app.sandbox.seed.organisation import load_organisation
from desktop_app.sandbox.service import Service, build
from desktop_app.sandbox.tables import event_log
from tests.support.sandbox_server import MovableClock


@dataclass
class Life:
    """A town, its clock, and what was done in it."""

    town: Town
    clock: MovableClock

    @property
    def service(self) -> Service:
        """The centre."""
        return self.town.service

    def done(self) -> list[tuple[str, str, str]]:
        """Return what was sent: command, by whom, and what came of it."""
        with self.service.engine.connect() as connection:
            rows = connection.execute(sa.select(event_log).order_by(event_log.c.at))
            return [(row.kind, row.by, row.status) for row in rows]

    def put(self, report: Report) -> Report:
        """Write a report as it is."""
        with self.service.writer.transaction() as connection:
            self.service.entities.put_report(connection, report)
        return report

    def read(self, report_id: str) -> Report:
        """Return a report as it is now."""
        with self.service.engine.connect() as connection:
            found = self.service.entities.report(connection, report_id)
        assert found is not None
        return found

    def states(self) -> set[State]:
        """Return the states that reports are in."""
        return {one.state for one in self.town.reports()}


@contextmanager
def city_of(folder: Path) -> Iterator[Life]:
    """The real city without reports, in ``folder``; chance is seeded."""
    clock, engine = MovableClock(), open_database(f"sqlite:///{folder / 'central.db'}")
    service = build(engine, SandboxPki.load_or_create(folder, clock()), "http://127.0.0.1:1", clock)
    city = load_organisation()
    with service.writer.transaction() as connection:
        put_directory(connection, service.entities, city, default_calendar())
        for officer in city.officers:
            service.people.register(connection, officer, now=clock())
    try:
        yield Life(Town(service, Random(5)), clock)
    finally:
        engine.dispose()


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """A city of one test."""
    with city_of(tmp_path) as made:
        yield made
