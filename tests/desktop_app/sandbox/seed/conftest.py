"""The demo city, generated once for all tests: a Wednesday morning, one seed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.deadlines import Calendar, default_calendar
from desktop_app.sandbox.database import Writer, open_database
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.circumstances import Circumstances, City
from desktop_app.sandbox.seed.gazetteer import draw_spot
from desktop_app.sandbox.seed.generator import generate
from desktop_app.sandbox.seed.organisation import Organisation, load_organisation
from desktop_app.sandbox.seed.staff import Staff

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from tests.desktop_app.sandbox.seed.scene import Scene

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
"""10:00 in Huế, a Wednesday."""


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return load_organisation()


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return default_calendar()


@pytest.fixture(scope="session")
def cases(organisation: Organisation, calendar: Calendar) -> tuple[Case, ...]:
    return tuple(generate(organisation, calendar, NOW, seed=7))


@pytest.fixture(scope="session")
def city(organisation: Organisation, calendar: Calendar) -> City:
    return City(organisation, Staff(organisation), calendar)


@pytest.fixture
def rng() -> Random:
    return Random(11)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{tmp_path / 'central.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def writer(engine: Engine) -> Writer:
    return Writer(engine)


@pytest.fixture
def scene(city: City, rng: Random) -> Scene:
    def make(brief: Brief, category: str, ward: str = "19789", original: str | None = None) -> Circumstances:
        found = next(item for item in city.organisation.categories if item.id == category)
        place = draw_spot(rng, ward).place
        return Circumstances(rng, city, brief, found, place, "hue-p01", original)

    return make
