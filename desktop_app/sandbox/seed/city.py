"""Writes the demo city into the database: its organisation, its people with their cards, its reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.domain.deadlines import Calendar, default_calendar
from desktop_app.domain.organisation import Category, Officer, Unit
from desktop_app.domain.templates import Template
from desktop_app.sandbox import audience, duties, new_reports, wire
from desktop_app.sandbox.entities import Entities, Row
from desktop_app.sandbox.people import People
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.generator import generate
from desktop_app.sandbox.seed.organisation import Organisation, load_organisation
from desktop_app.sandbox.seed.photos.placing import put_photos, with_photos

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.pki import SandboxPki

DEFAULT_SEED = 2026


@dataclass(frozen=True, slots=True)
class Seeded:
    """How much was written."""

    reports: int
    entries: int
    officers: int
    photos: int


def seed_city(
    connection: Connection, entities: Entities, pki: SandboxPki, now: datetime, seed: int = DEFAULT_SEED
) -> Seeded:
    """Write the demo city into an empty database, in the caller's transaction."""
    city, calendar = load_organisation(), default_calendar()
    put_directory(connection, entities, city, calendar)
    _register_people(connection, entities, pki, city, now)
    cases = generate(city, calendar, now, seed)
    pairs = [with_photos(case) for case in _coded(connection, entities, cases)]
    entries = put_cases(connection, entities, (case for case, _ in pairs))
    photos = put_photos(connection, entities, [(case.report, one) for case, laid in pairs for one in laid])
    return Seeded(len(cases), entries, len(city.officers), photos)


def put_directory(connection: Connection, entities: Entities, city: Organisation, calendar: Calendar) -> None:
    """Write what everyone receives: units, officers, categories, templates, the calendar."""
    entities.put_many(
        connection,
        [
            *directory_rows("unit", city.units),
            *directory_rows("officer", city.officers),
            *directory_rows("category", city.categories),
            *directory_rows("template", city.templates),
            *directory_rows("calendar", [calendar]),
        ],
    )


def directory_rows(
    kind: str, items: Iterable[Unit | Officer | Category | Template | Calendar]
) -> Iterator[Row]:
    """Yield ``items`` as rows that everyone may see."""
    for item in items:
        yield Row(kind, item.id, wire.encode(item), audience.EVERYONE)


def put_cases(
    connection: Connection, entities: Entities, cases: Iterable[Case], owed_from: datetime | None = None
) -> int:
    """Write reports that are all new, each followed by its timeline; return how many entries.

    What the system owed them before ``owed_from`` it never did, and does not make up for.
    """
    rows, listed = list[Row](), list(cases)
    for case in listed:
        scope = audience.of_report(case.report)
        rows.append(Row("report", case.report.id, wire.encode(case.report), scope))
        rows += [Row("entry", entry.id, wire.encode(entry), scope) for entry in case.entries]
    entities.put_many(connection, rows)
    duties.note_new(connection, (case.report for case in listed), owed_from)
    return sum(len(case.entries) for case in listed)


def _coded(connection: Connection, entities: Entities, cases: Iterable[Case]) -> Iterator[Case]:
    """Give each report its public code, in the order they came in."""
    for case in cases:
        report = case.report
        code = new_reports.next_code(connection, entities, report.received_at, private=report.private)
        case.report = replace(report, code=code)
        yield case


def _register_people(
    connection: Connection, entities: Entities, pki: SandboxPki, city: Organisation, now: datetime
) -> None:
    people = People(entities)
    for officer in city.officers:
        people.register(connection, officer, now=now)
    for card in pki.issue_demo_cards(city.officers, city.tree, now):
        people.give_cards(connection, card.officer_id, card.certificates)
