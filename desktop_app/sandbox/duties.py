"""What the system itself owes a report, and from when on: kept beside each report, found by its time.

A question that runs out, an answer nobody rated, work nobody accepted. Looking for them costs what is due,
however many reports there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from desktop_app.domain.clocks import accept_by
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.tables import UtcDateTime, metadata

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

UNRATED: Final = timedelta(days=15)
"""An answer that nobody rated for so long is closed."""

duty = sa.Table(
    "duty",
    metadata,
    sa.Column("report_id", sa.String(64), primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False, index=True),
)


def owed_at(report: Report) -> datetime | None:
    """Return from when on (aware) the system is to act on ``report``; None where nothing is owed."""
    if report.state is State.AWAITING_CITIZEN and report.question_due is not None:
        return datetime.combine(report.question_due + timedelta(days=1), time(), ZONE)
    answer = report.answer
    if report.state is State.PUBLISHED and answer is not None and answer.published_at is not None:
        return answer.published_at + UNRATED
    return accept_by(report)


def note(connection: Connection, report: Report) -> None:
    """Keep what is owed to a report as it is now."""
    at = owed_at(report)
    changed = 0
    if at is not None:
        held = sa.update(duty).where(duty.c.report_id == report.id).values(at=at)
        changed = connection.execute(held).rowcount
    if at is None:
        forget(connection, report.id)
    elif not changed:
        connection.execute(sa.insert(duty).values(report_id=report.id, at=at))


def note_new(connection: Connection, reports: Iterable[Report], owed_from: datetime | None = None) -> None:
    """Keep what is owed to reports that are all new, as far as it is not older than ``owed_from``."""
    found = ((report.id, owed_at(report)) for report in reports)
    rows = [
        {"report_id": report_id, "at": at}
        for report_id, at in found
        if at is not None and (owed_from is None or at >= owed_from)
    ]
    if rows:
        connection.execute(sa.insert(duty), rows)


def forget(connection: Connection, report_id: str) -> None:
    """Nothing is owed to this report any more."""
    connection.execute(sa.delete(duty).where(duty.c.report_id == report_id))


def owed(connection: Connection, now: datetime, most: int) -> list[str]:
    """Return the ids of up to ``most`` reports to which something is owed at ``now``, the longest first."""
    query: sa.Select[Any] = sa.select(duty.c.report_id).where(duty.c.at <= now)
    return list(connection.execute(query.order_by(duty.c.at, duty.c.report_id).limit(most)).scalars())
