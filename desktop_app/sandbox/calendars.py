"""Another calendar: what is due keeps its number of working days, and the timeline says why it moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from desktop_app.domain.clocks import REOPENING, accept_by, deadline_of, moved_accept_due
from desktop_app.domain.deadlines import ZONE, Calendar, moved_due
from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import RECALCULATED
from desktop_app.domain.report import Entry, Procedure, Report
from desktop_app.domain.workflow import OPEN_STATES, Command
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.entities import Entities

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

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

    def change(self, calendar: Calendar, reason: str = "") -> int:
        """Put ``calendar`` in force, in one transaction; return how many open reports have moved.

        ``reason`` (*nghỉ bù theo công văn …*) stands in the timeline of each of them.
        """
        with self._writer.transaction() as connection:
            old = self._present(connection)
            for known in self._entities.all(connection, "calendar"):
                if known["id"] != calendar.id:
                    self._entities.remove(connection, "calendar", known["id"])
            self._entities.put(connection, "calendar", calendar.id, wire.encode(calendar), audience.EVERYONE)
            moved = 0 if old is None else self._move_all(connection, old, calendar, reason)
        self._committed()
        return moved

    def _move_all(self, connection: Connection, old: Calendar, new: Calendar, reason: str) -> int:
        reports = [wire.decode(data, Report) for data in self._entities.all(connection, "report")]
        return sum(
            self._move(connection, report, old, new, reason)
            for report in reports
            if report.state in OPEN_STATES
        )

    def _present(self, connection: Connection) -> Calendar | None:
        known = self._entities.all(connection, "calendar")
        return wire.decode(known[-1], Calendar) if known else None

    def _move(
        self, connection: Connection, report: Report, old: Calendar, new: Calendar, reason: str
    ) -> bool:
        changed = self._moved(connection, report, old, new)
        if changed == report:
            return False
        changed = replace(changed, version=report.version + 1)
        self._entities.put_report(connection, changed)
        if deadline_of(changed) != deadline_of(report):
            at = self._now()
            text = "\n".join(filter(None, (reason, f"{_moment(report)} → {_moment(changed)}")))
            line = Entry(
                new_id(), report.id, RECALCULATED, at, *_SYSTEM,
                text=text, public=False, version=changed.version,
            )  # fmt: skip
            self._entities.put_entry(connection, line, changed)
        return True

    def _moved(self, connection: Connection, report: Report, old: Calendar, new: Calendar) -> Report:
        """``report`` with each of its clocks as the new calendar has it; the same where none is touched."""
        if report.state in REOPENING and report.reopen_due is not None:
            asked = self._asked_at(connection, report)
            due = moved_due(asked, report.reopen_due, old, new) if asked else report.reopen_due
            return replace(report, reopen_due=due)
        job, begun = report.assignment, report.distributed_at
        if job is None or begun is None or report.procedure is not Procedure.TIMED:
            return report
        first = moved_due(begun, job.first_due_at, old, new) if job.first_due_at else None
        job = replace(job, due_at=moved_due(begun, job.due_at, old, new), first_due_at=first)
        moved = replace(report, assignment=job)
        return moved if accept_by(report) is None else moved_accept_due(moved, old, new)

    def _asked_at(self, connection: Connection, report: Report) -> datetime | None:
        """When the citizen last asked to have it reopened."""
        asked = (
            line.at
            for line in self._entities.timeline(connection, report.id)
            if line.kind == Command.REQUEST_REOPEN
        )
        return max(asked, default=None)


def _moment(report: Report) -> str:
    """Its deadline as officials write it, in the city's time."""
    due = deadline_of(report)
    return "" if due is None else due.astimezone(ZONE).strftime("%H:%M %d/%m/%Y")
