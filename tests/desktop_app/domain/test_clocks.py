"""The deadline that runs: the assignment's, or that of a decision on reopening."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop_app.domain.clocks import accept_by, deadline_of
from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import State
from tests.desktop_app.domain.samples import DUE, NOON, report

SOON = NOON + timedelta(days=2)


def test_an_assignment_runs() -> None:
    assert deadline_of(report()) == DUE
    assert deadline_of(report(assignment=None)) is None


def test_a_request_to_reopen_has_its_own() -> None:
    assert deadline_of(report(State.REOPEN_REQUESTED, reopen_due=SOON)) == SOON
    assert deadline_of(report(State.REOPEN_REQUESTED)) == DUE
    assert deadline_of(report(State.REOPENED, reopen_due=SOON)) == DUE


def given(at: datetime, **changes: object) -> Report:
    base = Report("r", "PA-1", 3, State.DISTRIBUTED, "Ngập", "Nước", at, distributed_at=at)
    return replace(base, **changes)  # type: ignore[arg-type]


MORNING = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)  # Friday, 08:00 in the city


def test_a_unit_has_four_working_hours_to_accept() -> None:
    calendar = default_calendar()
    assert accept_by(given(MORNING), calendar) == datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    afternoon = MORNING + timedelta(hours=7)
    assert accept_by(given(afternoon), calendar) == datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


def test_nobody_has_to_accept_what_is_accepted_or_instant() -> None:
    calendar = default_calendar()
    assert accept_by(given(MORNING, state=State.IN_PROGRESS), calendar) is None
    assert accept_by(given(MORNING, procedure=Procedure.INSTANT), calendar) is None
    assert accept_by(given(MORNING, distributed_at=None), calendar) is None
