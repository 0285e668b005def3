"""Working time passes in office hours alone: over noon, night, weekend and Tết."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.deadlines import ZONE, default_calendar
from desktop_app.domain.working_hours import after_working_hours, working_time


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-20 07:30", 4, "2026-11-20 11:30"),
        ("2026-11-20 10:30", 2, "2026-11-20 14:30"),
        ("2026-11-20 12:00", 1, "2026-11-20 14:30"),
        ("2026-11-20 05:00", 4, "2026-11-20 11:30"),
        ("2026-11-20 16:00", 4, "2026-11-23 10:30"),
        ("2026-11-21 09:00", 4, "2026-11-23 11:30"),
        ("2026-11-20 18:00", 0.5, "2026-11-23 08:00"),
        ("2026-02-13 16:00", 4, "2026-02-23 10:30"),
    ],
)
def test_hours_pass_while_offices_work(start: str, hours: float, end: str) -> None:
    found = after_working_hours(local(start), hours, default_calendar())
    assert found == local(end)
    assert found.tzinfo is UTC


@pytest.mark.parametrize("hours", [0.5, 4, 20])
@pytest.mark.parametrize("start", ["2026-11-20 05:00", "2026-11-20 10:30", "2026-11-21 09:00"])
def test_the_time_between_is_what_was_given(start: str, hours: float) -> None:
    calendar = default_calendar()
    end = after_working_hours(local(start), hours, calendar)
    assert working_time(local(start), end, calendar) == timedelta(hours=hours)
    assert working_time(end, local(start), calendar) == timedelta()
