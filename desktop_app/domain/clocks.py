"""The clock that runs on a report now: its assignment's, or that of a decision somebody asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import State
from desktop_app.domain.working_hours import after_working_hours

REOPEN_WORKING_DAYS: Final = 2
"""Working days within which a request to reopen is decided."""


ACCEPT_WORKING_HOURS: Final = 4
"""Working hours within which a unit accepts what it was given, or returns it."""


def accept_by(report: Report, calendar: Calendar) -> datetime | None:
    """Return until when a unit is to accept ``report`` (UTC); None where nobody has to any more.

    An instant case is due as a whole before that.
    """
    given = report.distributed_at
    if report.state is not State.DISTRIBUTED or given is None or report.procedure is Procedure.INSTANT:
        return None
    return after_working_hours(given, ACCEPT_WORKING_HOURS, calendar)


def deadline_of(report: Report) -> datetime | None:
    """Return until when the next step is due (UTC); None where nothing is."""
    if report.state is State.REOPEN_REQUESTED and report.reopen_due is not None:
        return report.reopen_due
    return report.assignment.due_at if report.assignment else None
