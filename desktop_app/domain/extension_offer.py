"""When an extension is offered: from two working days before a report is due until it is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop_app.domain.deadlines import Calendar, working_days_left
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import RUNNING

OFFERED_FROM: Final = 2
"""Working days left from which it is offered."""


@dataclass(frozen=True, slots=True)
class ExtensionOffer:
    """``days_left`` working days, 0 on the day itself; it can be asked for until ``due_at``."""

    days_left: int
    due_at: datetime


def extension_offer(report: Report, now: datetime, calendar: Calendar) -> ExtensionOffer | None:
    """Return the offer, None while there is time, once it is too late, or when one was asked for already.

    Instant cases know no extension: they are worked on at once.
    """
    job, asked = report.assignment, report.extension
    if job is None or report.state not in RUNNING or report.procedure is Procedure.INSTANT:
        return None
    if now >= job.due_at or (asked is not None and asked.granted is None):
        return None
    left = working_days_left(now, job.due_at, calendar)
    return ExtensionOffer(left, job.due_at) if left <= OFFERED_FROM else None
