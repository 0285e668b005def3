"""Days that a command asks for and that cannot be: asked by the desk before sending, by the centre again."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.report import Report

TOO_EARLY: Final = "due_too_early"
"""The day is over, or today where only a later one will do."""
NOT_LATER: Final = "due_not_later"
"""An extension that extends nothing: it counts from the present deadline."""


def day_fault(report: Report, payload: p.Payload, now: datetime) -> tuple[str, str] | None:
    """Return which field of ``payload`` names an impossible day at ``now`` (aware), and why; None if none."""
    job = report.assignment
    match payload:
        case p.Distribute(due_at=due) if due <= now:
            return "due_at", TOO_EARLY
        case p.HandDown(due_at=due) if due <= now and (job is None or due != job.due_at):
            return "due_at", TOO_EARLY  # the same work in other hands keeps its clock
        case p.RequestExtension(new_due_at=due) if job is not None and due <= job.due_at:
            return "new_due_at", NOT_LATER
        case p.RequestExtension(new_due_at=due) if due <= now:
            return "new_due_at", TOO_EARLY
        case p.Monitor(review_date=day) if day <= now.astimezone(ZONE).date():
            return "review_date", TOO_EARLY
    return None
