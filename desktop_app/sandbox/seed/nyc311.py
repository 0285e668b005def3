"""Imports New York's 311 open data as an organisation of its own; importing again adds nothing.

Each row is whole or refused with its line and reason. Agencies become units, community boards
places, complaint types categories.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.organisation import Category, Unit
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.people import People
from desktop_app.sandbox.seed import desk
from desktop_app.sandbox.seed.city import directory_rows, put_cases
from desktop_app.sandbox.seed.nyc_case import (
    CATEGORY_ROOT,
    ORGANISATION,
    ROOT,
    agency_unit,
    board_unit,
    category_of,
    report_id,
    write_case,
)
from desktop_app.sandbox.seed.nyc_rows import RefusedRow, ServiceRequest, read_requests

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

SECONDED: Final = (desk.HANDLER, desk.COLLEAGUE, desk.APPROVER)
"""Demo officers who also work for this organisation: a second post at its root."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of the rows: every one is added, unchanged (already there) or refused."""

    added: int
    unchanged: int
    refused: list[RefusedRow] = field(default_factory=list)


def import_nyc(connection: Connection, entities: Entities, path: Path, now: datetime) -> ImportResult:
    """Import the CSV at ``path`` in the caller's transaction; raises OSError."""
    requests: dict[str, ServiceRequest] = {}
    refused: list[RefusedRow] = []
    unchanged = 0
    for _line, item in read_requests(path):
        if isinstance(item, RefusedRow):
            refused.append(item)
        elif item.key in requests or _is_known(connection, entities, item):
            unchanged += 1
        else:
            requests[item.key] = item
    _put_directory(connection, entities, list(requests.values()))
    put_cases(connection, entities, [write_case(r, default_calendar()) for r in requests.values()])
    if requests:
        _second(connection, People(entities), now)
    return ImportResult(len(requests), unchanged, refused)


def _is_known(connection: Connection, entities: Entities, request: ServiceRequest) -> bool:
    return entities.data(connection, "report", report_id(request.key)) is not None


def _put_directory(connection: Connection, entities: Entities, requests: list[ServiceRequest]) -> None:
    """Write the units and categories that these requests name and that are not there yet."""
    if not requests:
        return
    units: dict[str, Unit] = {ROOT.id: ROOT}
    categories: dict[str, Category] = {CATEGORY_ROOT.id: CATEGORY_ROOT}
    for request in requests:
        for unit in (agency_unit(request), *([board_unit(request.board)] if request.board else [])):
            units.setdefault(unit.id, unit)
        category = category_of(request)
        categories.setdefault(category.id, category)
    rows = [*directory_rows("unit", units.values()), *directory_rows("category", categories.values())]
    fresh = [row for row in rows if entities.data(connection, row.entity, row.id) is None]
    entities.put_many(connection, fresh)


def _second(connection: Connection, people: People, now: datetime) -> None:
    """Give the demo officers, where they are, their post here; their scopes follow new agencies."""
    for person_id in SECONDED:
        actor = people.actor(connection, person_id, now)
        if actor is None:
            continue
        if ORGANISATION in actor.units:
            people.settle_scopes(connection, person_id, now)
        else:
            people.change_posts(connection, person_id, (actor.unit_id, ORGANISATION), now)
