"""The fleet as whoever runs the centre sees it, also while it serves: who is enrolled; one of them wiped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.sandbox.database import Writer, open_database
from desktop_app.sandbox.fleet_tables import wipe_order
from desktop_app.sandbox.serve import DATABASE
from desktop_app.sandbox.service import utc_now
from desktop_app.sandbox.tables import workstation
from desktop_app.sandbox.wipes import Wipes

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


class NoSuchWorkstation(LookupError):
    """Nothing is enrolled under this id."""


@dataclass(frozen=True, slots=True)
class Member:
    """One workstation; ``ordered_at`` and ``confirmed_at`` are its last wipe's, None where there was none."""

    id: str
    hostname: str
    key_class: str
    enrolled_at: datetime
    ordered_at: datetime | None
    confirmed_at: datetime | None


@contextmanager
def opened(data: Path, database: str | None) -> Iterator[Engine]:
    """Open the centre's database in ``data``, or by its URL; raises SQLAlchemy's errors."""
    engine = open_database(database or f"sqlite:///{data / DATABASE}")
    try:
        yield engine
    finally:
        engine.dispose()


def members(engine: Engine) -> list[Member]:
    """Return every workstation, in the order of enrolment."""
    last = sa.select(wipe_order.c.workstation_id, sa.func.max(wipe_order.c.at).label("at"))
    newest = last.group_by(wipe_order.c.workstation_id).subquery()
    order = sa.and_(wipe_order.c.workstation_id == newest.c.workstation_id, wipe_order.c.at == newest.c.at)
    wiped = sa.select(newest.c.workstation_id, wipe_order.c.at, wipe_order.c.confirmed_at)
    wiped_last = wiped.join(wipe_order, order).subquery()
    query = sa.select(workstation, wiped_last.c.at.label("ordered_at"), wiped_last.c.confirmed_at)
    query = query.outerjoin(wiped_last, wiped_last.c.workstation_id == workstation.c.id)
    with engine.connect() as connection:
        rows = connection.execute(query.order_by(workstation.c.enrolled_at, workstation.c.id))
        return [
            Member(row.id, row.hostname, row.key_class, row.enrolled_at, row.ordered_at, row.confirmed_at)
            for row in rows
        ]


def wipe(engine: Engine, workstation_id: str, by: str) -> str:
    """Order that everything of every person goes from this workstation; return the order's id.

    It is told at the workstation's next contact, within a minute. Raises ``NoSuchWorkstation``.
    """
    if workstation_id not in {member.id for member in members(engine)}:
        raise NoSuchWorkstation(workstation_id)
    return Wipes(Writer(engine), utc_now).order(workstation_id, by)
