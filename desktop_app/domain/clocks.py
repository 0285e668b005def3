"""The clocks that run on a report: its assignment's, accepting it, a decision somebody asked for.

The numbers are the category's; the centre works the moments out and tells them with the report.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain.deadlines import (
    ACCEPT_WORKING_HOURS,
    REOPEN_WORKING_DAYS,
    Calendar,
    closing_time,
    due_at,
)
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import State
from desktop_app.domain.working_hours import after_working_hours, working_time

REOPENING: Final = frozenset({State.REOPEN_REQUESTED, State.REOPENED})
"""States in which the clock of the request to reopen runs: until somebody is given the work again."""


def accept_due(given_at: datetime, category: Category | None, calendar: Calendar) -> datetime:
    """Return until when (UTC) a unit accepts, or returns, what it was given at ``given_at`` (aware)."""
    hours = category.accept_hours if category else ACCEPT_WORKING_HOURS
    return after_working_hours(given_at, hours, calendar)


def with_accept_due(report: Report, category: Category | None, calendar: Calendar) -> Report:
    """Return ``report`` with the moment until which what was given is to be accepted."""
    job = report.assignment
    if job is None or job.given_at is None:
        return report
    return replace(report, assignment=replace(job, accept_due=accept_due(job.given_at, category, calendar)))


def moved_accept_due(report: Report, old: Calendar, new: Calendar) -> Report:
    """Return ``report`` with the hours to accept it that were given under ``old`` as ``new`` counts them.

    Hours promised stay, whatever the category gives to others since.
    """
    job = report.assignment
    if job is None or job.given_at is None or job.accept_due is None:
        return report
    hours = working_time(job.given_at, job.accept_due, old) / timedelta(hours=1)
    due = after_working_hours(job.given_at, hours, new)
    return replace(report, assignment=replace(job, accept_due=due))


def reopen_due(asked_at: datetime, category: Category | None, calendar: Calendar) -> datetime:
    """Return until when (UTC) a request to reopen, made at ``asked_at`` (aware), is done with."""
    return due_at(asked_at, category.reopen_days if category else REOPEN_WORKING_DAYS, calendar)


def accept_by(report: Report) -> datetime | None:
    """Return until when a unit is to accept ``report`` (UTC); None where nobody has to any more.

    An instant case is due as a whole before that.
    """
    job = report.assignment
    if report.state is not State.DISTRIBUTED or job is None or report.procedure is Procedure.INSTANT:
        return None
    return job.accept_due


def deadline_of(report: Report) -> datetime | None:
    """Return until when the next step is due (UTC); None where nothing is.

    What is monitored is looked at again on its day, where that comes before the deadline of the work.
    """
    if report.state in REOPENING:
        return report.reopen_due  # the deadline of the work that was answered is over
    due = report.assignment.due_at if report.assignment else None
    if report.state is State.MONITORING and report.review_date is not None:
        again = closing_time(report.review_date)
        return min(again, due) if due else again
    return due
