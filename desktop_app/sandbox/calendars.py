"""Another calendar: due dates of open work keep their number of working days, and the timeline says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app.domain.deadlines import Calendar, moved_due
from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Entry, Procedure, Report
from desktop_app.domain.workflow import OPEN_STATES
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.entities import Entities

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

RECALCULATED: Final = "recalculate"
_SYSTEM: Final = ("system", "Hệ thống")


class Calendars:
    """Puts a calendar in force."""

    def __init__(
        self,
        writer: Writer,
        entities: Entities,
        now: Callable[[], datetime],
        committed: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._entities = entities
        self._now = now
        self._committed = committed

    def change(self, calendar: Calendar) -> int:
        """Put ``calendar`` in force, in one transaction; return how many open reports have moved."""
        with self._writer.transaction() as connection:
            old = self._present(connection)
            for known in self._entities.all(connection, "calendar"):
                if known["id"] != calendar.id:
                    self._entities.remove(connection, "calendar", known["id"])
            self._entities.put(connection, "calendar", calendar.id, wire.encode(calendar), audience.EVERYONE)
            reports = [wire.decode(data, Report) for data in self._entities.all(connection, "report")]
            moved = sum(self._move(connection, report, old, calendar) for report in reports) if old else 0
        self._committed()
        return moved

    def _present(self, connection: Connection) -> Calendar | None:
        known = self._entities.all(connection, "calendar")
        return wire.decode(known[-1], Calendar) if known else None

    def _move(self, connection: Connection, report: Report, old: Calendar, new: Calendar) -> bool:
        job, begun = report.assignment, report.distributed_at
        timed = report.state in OPEN_STATES and report.procedure is Procedure.TIMED
        if job is None or begun is None or not timed:
            return False
        due = moved_due(begun, job.due_at, old, new)
        if due == job.due_at:
            return False
        first = moved_due(begun, job.first_due_at, old, new) if job.first_due_at else None
        moved = replace(job, due_at=due, first_due_at=first)
        changed = replace(report, version=report.version + 1, assignment=moved)
        self._entities.put_report(connection, changed)
        line = Entry(
            new_id(), report.id, RECALCULATED, self._now(), *_SYSTEM,
            text=f"{wire.instant(job.due_at)} → {wire.instant(due)}", public=False, version=changed.version,
        )  # fmt: skip
        self._entities.put_entry(connection, line, changed)
        return True
