"""Working time: the line has no nights, no noon, no Sundays, no holidays, and ends now."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.deadlines import ZONE, Calendar, default_calendar
from desktop_app.sandbox.seed.office_hours import DAY_MINUTES, OfficeHours

WEDNESDAY = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)  # 10:00 in Huế


def in_office_hours(at: datetime, calendar: Calendar) -> bool:
    local = at.astimezone(ZONE)
    morning = time(7, 30) <= local.time() <= time(11, 30)
    afternoon = time(13, 30) <= local.time() <= time(17, 0)
    return calendar.is_working_day(local.date()) and (morning or afternoon)


@given(st.floats(min_value=-100, max_value=30_000))
def test_every_minute_is_in_office_hours_and_not_after_now(minute: float) -> None:
    calendar = default_calendar()
    hours = OfficeHours(WEDNESDAY, 8, calendar)
    at = hours.at(minute)
    assert in_office_hours(at, calendar)
    assert at <= WEDNESDAY


@given(st.floats(0, 17_000), st.floats(0, 17_000))
def test_later_minutes_are_later(one: float, other: float) -> None:
    hours = OfficeHours(WEDNESDAY, 8, default_calendar())
    first, second = sorted((one, other))
    assert hours.at(first) <= hours.at(second)


def test_the_end_is_now_within_hours(calendar: Calendar) -> None:
    assert OfficeHours(WEDNESDAY, 8, calendar).at(1e9) == WEDNESDAY


@pytest.mark.parametrize(
    ("now", "last"),
    [
        ("2026-11-21T20:00+07:00", "2026-11-20T17:00+07:00"),  # a Saturday evening
        ("2026-11-18T03:00+07:00", "2026-11-17T17:00+07:00"),  # before the doors open
        ("2026-11-18T12:15+07:00", "2026-11-18T11:30+07:00"),  # noon
        ("2026-11-18T14:30+07:00", "2026-11-18T14:30+07:00"),
        ("2026-11-18T22:00+07:00", "2026-11-18T17:00+07:00"),
    ],
)
def test_outside_hours_the_line_ends_with_the_last_working_minute(
    now: str, last: str, calendar: Calendar
) -> None:
    hours = OfficeHours(datetime.fromisoformat(now), 8, calendar)
    assert hours.at(hours.end) == datetime.fromisoformat(last)


def test_days_ago_counts_working_days_over_tet(calendar: Calendar) -> None:
    after_tet = datetime(2023, 1, 27, 3, 0, tzinfo=UTC)
    hours = OfficeHours(after_tet, 4, calendar)
    assert hours.at(hours.days_ago(0)).astimezone(ZONE).date() == date(2023, 1, 27)
    assert hours.at(hours.days_ago(1)).astimezone(ZONE).date() == date(2023, 1, 19)


def test_a_day_has_seven_and_a_half_hours(calendar: Calendar) -> None:
    hours = OfficeHours(WEDNESDAY, 8, calendar)
    assert hours.at(DAY_MINUTES).astimezone(ZONE).time() == time(7, 30)
    assert hours.at(DAY_MINUTES - 1).astimezone(ZONE).time() == time(16, 59)
    assert hours.at(240).astimezone(ZONE).time() == time(11, 30)
    assert hours.at(241).astimezone(ZONE).time() == time(13, 31)
