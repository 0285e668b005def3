"""The demo city in the database: everything there once, each row where its reader finds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.report import Report
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.database import Writer, open_database
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.people import People
from desktop_app.sandbox.pki import SandboxPki
from desktop_app.sandbox.seed import seed_city
from desktop_app.sandbox.seed.city import Seeded
from desktop_app.sandbox.tables import card_certificate, presence
from tests.desktop_app.sandbox.seed.conftest import NOW

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

ENTITIES = Entities()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sandbox")


@pytest.fixture(scope="module")
def pki(folder: Path) -> SandboxPki:
    return SandboxPki.load_or_create(folder, NOW)


@pytest.fixture(scope="module")
def engine(folder: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{folder / 'central.db'}")
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def seeded(engine: Engine, pki: SandboxPki) -> Seeded:
    """Seeded once; the tests only read."""
    with Writer(engine).transaction() as connection:
        return seed_city(connection, ENTITIES, pki, NOW)


def test_what_was_written_can_be_read_back(seeded: Seeded, engine: Engine) -> None:
    with engine.connect() as connection:
        counts = {
            kind: len(ENTITIES.all(connection, kind)) for kind in ("report", "entry", "officer", "category")
        }
        calendar = wire.decode(ENTITIES.all(connection, "calendar")[0], Calendar)
    assert (seeded.reports, seeded.officers) == (400, 60)
    assert counts == {"report": 400, "entry": seeded.entries, "officer": 60, "category": 32}
    assert calendar.provisional


def test_codes_count_up_in_order_of_arrival_and_misconduct_has_its_own(
    seeded: Seeded, engine: Engine
) -> None:
    with engine.connect() as connection:
        reports = [wire.decode(data, Report) for data in ENTITIES.all(connection, "report")]
    public = sorted((r for r in reports if not r.private), key=lambda r: (r.received_at, r.id))
    assert [r.code for r in public] == [f"PA-2026-{n:06d}" for n in range(1, seeded.reports - 10 + 1)]
    private = [r.code for r in reports if r.private]
    assert all(re.fullmatch(r"TD-[A-Z2-9]{8}", code) for code in private)
    assert len(set(private)) == 10


def test_every_row_lies_in_its_readers_scopes(seeded: Seeded, engine: Engine) -> None:
    with engine.connect() as connection:
        lying: dict[tuple[str, str], set[str]] = {}
        for row in connection.execute(sa.select(presence.c.entity, presence.c.id, presence.c.scope)):
            lying.setdefault((row.entity, row.id), set()).add(row.scope)
        reports = [wire.decode(data, Report) for data in ENTITIES.all(connection, "report")]
    for report in reports:
        assert lying["report", report.id] == audience.of_report(report)
    assert seeded.reports == len(reports)


@pytest.mark.parametrize(
    ("person", "sees"),
    [("hue-p02", "handler"), ("hue-p01", "dispatcher"), ("hue-p06", "misconduct_recipient")],
)
def test_people_may_sign_in_with_the_cards_of_their_roles(
    seeded: Seeded, engine: Engine, person: str, sees: str
) -> None:
    with engine.connect() as connection:
        actor = People(ENTITIES).actor(connection, person, NOW)
        slots = connection.execute(
            sa.select(card_certificate.c.slot).where(card_certificate.c.person_id == person)
        ).scalars()
        assert Counter(slots) == {"9A": 1, "9E": 1}
    assert seeded.officers == 60
    assert actor is not None
    assert sees in actor.roles


def test_a_second_database_takes_the_same_cards(
    seeded: Seeded, engine: Engine, tmp_path: Path, pki: SandboxPki
) -> None:
    other = open_database(f"sqlite:///{tmp_path / 'other.db'}")
    with Writer(other).transaction() as connection:
        assert seed_city(connection, ENTITIES, pki, NOW) == seeded
        found = set(connection.execute(sa.select(card_certificate.c.sha256)).scalars())
    other.dispose()
    with engine.connect() as connection:
        assert set(connection.execute(sa.select(card_certificate.c.sha256)).scalars()) == found
