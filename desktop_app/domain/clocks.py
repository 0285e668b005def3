"""The clock that runs on a report now: its assignment's, or that of a decision somebody asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop_app.domain.report import Report
from desktop_app.domain.workflow import State

REOPEN_WORKING_DAYS: Final = 2
"""Working days within which a request to reopen is decided."""


def deadline_of(report: Report) -> datetime | None:
    """Return until when the next step is due (UTC); None where nothing is."""
    if report.state is State.REOPEN_REQUESTED and report.reopen_due is not None:
        return report.reopen_due
    return report.assignment.due_at if report.assignment else None
