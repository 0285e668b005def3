"""Offered in time, once, and only where an extension is possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.domain.deadlines import closing_time, default_calendar
from desktop_app.domain.extension_offer import ExtensionOffer, extension_offer
from desktop_app.domain.report import Assignment, Extension, Procedure, Report
from desktop_app.domain.workflow import State

DUE = closing_time(date(2026, 11, 27))
"""A Friday, 17:00 in Huế."""
REPORT = Report(
    id="r", code="HUE-1", version=1, state=State.IN_PROGRESS, title="", text="", received_at=DUE,
    organisation="hue", assignment=Assignment("u", "o", "việc", DUE),
)  # fmt: skip


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 11, day, hour - 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "left"), [(at(24), None), (at(25), 2), (at(26), 1), (at(27), 0), (at(27, 17), None)]
)
def test_it_is_offered_from_two_working_days_before_until_it_is_due(now: datetime, left: int | None) -> None:
    wanted = None if left is None else ExtensionOffer(left, DUE)
    assert extension_offer(REPORT, now, default_calendar()) == wanted


@pytest.mark.parametrize(
    "other",
    [
        replace(REPORT, state=State.AWAITING_APPROVAL),
        replace(REPORT, procedure=Procedure.INSTANT),
        replace(REPORT, assignment=None),
        replace(REPORT, extension=Extension("complex", DUE + timedelta(days=7), "", "o")),
    ],
)
def test_it_is_not_offered_where_there_is_nothing_to_extend(other: Report) -> None:
    assert extension_offer(other, at(26), default_calendar()) is None


def test_a_refused_one_may_be_asked_for_again() -> None:
    refused = replace(REPORT, extension=Extension("complex", DUE + timedelta(days=7), "", "o", granted=False))
    assert extension_offer(refused, at(26), default_calendar()) is not None
