"""A deadline lies ahead, an extension behind the deadline it moves, a look again on a later day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain import payloads as p
from desktop_app.domain.due_days import NOT_LATER, TOO_EARLY, day_fault
from desktop_app.domain.report import Assignment, Report
from desktop_app.domain.workflow import State

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
BEFORE, LATER = NOW - timedelta(days=1), NOW + timedelta(days=1)
HOUR = timedelta(hours=1)
REPORT = Report(
    id="r", code="HUE-1", version=1, state=State.IN_PROGRESS, title="", text="", received_at=BEFORE,
    assignment=Assignment("u", "o", "việc", LATER),
)  # fmt: skip
OVERDUE = replace(REPORT, assignment=Assignment("u", "o", "việc", BEFORE))


@pytest.mark.parametrize(
    ("report", "payload", "fault"),
    [
        (REPORT, p.Distribute("u", "o", "việc", NOW), ("due_at", TOO_EARLY)),
        (REPORT, p.Distribute("u", "o", "việc", LATER), None),
        (REPORT, p.HandDown("u", "o", "việc", BEFORE), ("due_at", TOO_EARLY)),
        (OVERDUE, p.HandDown("u", "o", "việc", BEFORE), None),  # handed on as late as it is
        (OVERDUE, p.HandDown("u", "o", "việc", BEFORE + HOUR), ("due_at", TOO_EARLY)),
        (REPORT, p.RequestExtension("weather", LATER, "mưa"), ("new_due_at", NOT_LATER)),
        (REPORT, p.RequestExtension("weather", LATER + HOUR, "mưa"), None),
        (OVERDUE, p.RequestExtension("weather", BEFORE + HOUR, "mưa"), ("new_due_at", TOO_EARLY)),
        (REPORT, p.Monitor(NOW.date()), ("review_date", TOO_EARLY)),
        (REPORT, p.Monitor(LATER.date()), None),
        (REPORT, p.Nothing(), None),
    ],
)
def test_the_day(report: Report, payload: p.Payload, fault: tuple[str, str] | None) -> None:
    assert day_fault(report, payload, NOW) == fault


def test_today_is_counted_in_hue() -> None:
    late = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)  # 01:00 on the 25th
    assert day_fault(REPORT, p.Monitor(late.date()), late) == ("review_date", TOO_EARLY)
    assert day_fault(REPORT, p.Monitor(datetime(2026, 11, 25, tzinfo=UTC).date()), late) is not None
