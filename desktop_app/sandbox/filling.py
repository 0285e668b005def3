"""A great many reports into a founded city: what a centre holds after years, for load."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Final

from desktop_app.domain.deadlines import default_calendar
from desktop_app.sandbox.database import open_database
from desktop_app.sandbox.founding import found
from desktop_app.sandbox.new_reports import reserve_codes
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.seed.city import put_cases
from desktop_app.sandbox.seed.multitude import multitude
from desktop_app.sandbox.seed.organisation import load_organisation
from desktop_app.sandbox.serve import DATABASE
from desktop_app.sandbox.service import Service, build, utc_now

PART: Final = 1000
"""Reports written in one transaction, with their timelines."""
_NOWHERE: Final = "http://127.0.0.1"
"""Nothing is served meanwhile."""


def fill_database(
    data: Path, database: str | None, count: int, seed: int, told: Callable[[int, int], None]
) -> None:
    """Found the city in ``data`` if it is not there and add ``count`` reports; ``told`` hears how far it is.

    Raises OSError where the folder cannot be used, SQLAlchemy's errors for the database.
    """
    data.mkdir(parents=True, exist_ok=True)
    engine = open_database(database or f"sqlite:///{data / DATABASE}")
    try:
        pki = SandboxPki.load_or_create(data, utc_now())
        service = build(engine, pki, _NOWHERE)
        found(service, pki)
        fill(service, count, seed, told)
    finally:
        engine.dispose()


def fill(service: Service, count: int, seed: int, told: Callable[[int, int], None]) -> None:
    """Add ``count`` reports of the last five years with their timelines, part by part."""
    with service.writer.transaction() as connection:
        first = reserve_codes(connection, count)
    reports = multitude(load_organisation(), default_calendar(), service.now(), seed, count, first)
    done = 0
    while part := list(islice(reports, PART)):
        with service.writer.transaction() as connection:
            put_cases(connection, service.entities, part, owed_from=service.now())
        done += len(part)
        told(done, count)
