"""The clocks that run: the assignment's, accepting it, a decision on reopening; numbers by category."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop_app.domain.clocks import (
    accept_by,
    accept_due,
    deadline_of,
    moved_accept_due,
    reopen_due,
    with_accept_due,
)
from desktop_app.domain.deadlines import ZONE, closing_time, default_calendar
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Assignment, Procedure, Report
from desktop_app.domain.workflow import State
from tests.desktop_app.domain.samples import DUE, NOON, report

SOON = NOON + timedelta(days=2)


def test_an_assignment_runs() -> None:
    assert deadline_of(report()) == DUE
    assert deadline_of(report(assignment=None)) is None


def test_a_request_to_reopen_has_its_own() -> None:
    assert deadline_of(report(State.REOPEN_REQUESTED, reopen_due=SOON)) == SOON
    assert deadline_of(report(State.REOPENED, reopen_due=SOON)) == SOON


@pytest.mark.parametrize("state", [State.REOPEN_REQUESTED, State.REOPENED])
def test_the_deadline_of_what_was_answered_is_over(state: State) -> None:
    assert deadline_of(report(state)) is None


@pytest.mark.parametrize(("days", "review_first"), [(-2, True), (2, False)])
def test_what_is_monitored_is_looked_at_again_on_its_day(days: int, review_first: bool) -> None:
    day = DUE.astimezone(ZONE).date() + timedelta(days=days)
    watched = report(State.MONITORING, review_date=day)
    assert deadline_of(watched) == (closing_time(day) if review_first else DUE)
    assert deadline_of(replace(watched, assignment=None)) == closing_time(day)
    assert deadline_of(replace(watched, state=State.IN_PROGRESS)) == DUE
    assert deadline_of(replace(watched, review_date=None)) == DUE


MORNING = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # Friday, 08:00 in the city
CALENDAR = default_calendar()
QUICK = Category("fire", "Cháy nổ", accept_hours=2, reopen_days=1)


def given(at: datetime, **changes: Any) -> Report:  # noqa: ANN401 - any field of Report
    job = Assignment("unit-1", "unit-1", "việc", DUE, given_at=at)
    return with_accept_due(report(State.DISTRIBUTED, assignment=job, **changes), None, CALENDAR)


def test_a_unit_has_four_working_hours_to_accept() -> None:
    assert accept_by(given(MORNING)) == datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    afternoon = MORNING + timedelta(hours=7)
    assert accept_by(given(afternoon)) == datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


def test_the_numbers_are_the_categorys() -> None:
    assert accept_due(MORNING, QUICK, CALENDAR) == datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    over_a_holiday = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
    assert reopen_due(MORNING, None, CALENDAR) == over_a_holiday
    assert reopen_due(MORNING, QUICK, CALENDAR) == datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def test_nobody_has_to_accept_what_is_accepted_or_instant() -> None:
    waits = given(MORNING)
    assert accept_by(replace(waits, state=State.IN_PROGRESS)) is None
    assert accept_by(replace(waits, procedure=Procedure.INSTANT)) is None
    assert accept_by(replace(waits, assignment=None)) is None


def test_what_was_given_before_the_moment_was_kept_has_no_clock() -> None:
    old = report(State.DISTRIBUTED)
    assert with_accept_due(old, None, CALENDAR) == old
    assert accept_by(old) is None


def test_another_calendar_moves_the_clock_of_accepting_and_leaves_its_hours() -> None:
    waits = given(MORNING)
    off = replace(CALENDAR, holidays=CALENDAR.holidays | {MORNING.date()})
    assert accept_by(moved_accept_due(waits, CALENDAR, off)) == datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
    assert moved_accept_due(waits, CALENDAR, CALENDAR) == waits
    without = report(State.DISTRIBUTED)
    assert moved_accept_due(without, CALENDAR, off) == without
