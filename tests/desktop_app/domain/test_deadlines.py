"""Deadlines against the city's public records."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from desktop_app.domain.deadlines import (
    WRITTEN,
    WRITTEN_IN,
    ZONE,
    Calendar,
    closing_time,
    default_calendar,
    due_at,
    due_date,
    instant_due_at,
    library_days,
    moved_due,
    working_days_left,
)
from desktop_app.domain.working_hours import after_working_hours

RECORDS = [
    (date(2024, 8, 20), date(2024, 8, 29)),
    (date(2026, 3, 2), date(2026, 3, 11)),
    (date(2025, 7, 1), date(2025, 7, 10)),
    (date(2025, 11, 21), date(2025, 12, 2)),
    (date(2023, 1, 21), date(2023, 2, 6)),
]
PLAIN = Calendar(
    "plain",
    date(2026, 1, 1),
    date(2026, 12, 31),
    frozenset({date(2026, 3, 4)}),
    frozenset({date(2026, 3, 7)}),
)


@pytest.mark.parametrize(("distributed", "due"), RECORDS)
def test_public_records(distributed: date, due: date) -> None:
    assert due_date(distributed, 7, default_calendar()) == due


def test_the_fallback_says_that_it_is_provisional_and_what_it_covers() -> None:
    calendar = default_calendar()
    assert calendar.provisional
    assert calendar.covers(date(2026, 3, 2))
    assert not calendar.covers(date(2019, 3, 2))


def test_the_fallback_that_is_written_down_is_the_librarys() -> None:
    """After an update of the library: ``json.dumps(library_days(*WRITTEN), indent=1)`` into the resource."""
    written = json.loads(resources.read_text(WRITTEN_IN))
    assert written == library_days(*WRITTEN)
    assert default_calendar().holidays == {date.fromisoformat(day) for day in written["holidays"]}


def test_other_years_are_asked_of_the_library() -> None:
    calendar = default_calendar(2029, 2030)
    assert not calendar.is_working_day(date(2029, 9, 3))
    assert calendar.covers(date(2030, 1, 1))


def test_holidays_are_skipped_and_declared_weekends_count() -> None:
    assert due_date(date(2026, 3, 3), 3, PLAIN) == date(2026, 3, 7)


def test_due_at_is_five_in_the_afternoon_of_hue() -> None:
    evening_in_hue = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
    assert due_at(evening_in_hue, 1, PLAIN) == datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def test_the_day_of_distribution_is_hues_not_utcs() -> None:
    after_midnight_in_hue = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
    assert due_at(after_midnight_in_hue, 1, PLAIN) == datetime(2026, 3, 5, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("days", [0, -1])
def test_no_deadline_without_a_day(days: int) -> None:
    with pytest.raises(ValueError, match=str(days)):
        due_date(date(2026, 3, 2), days, PLAIN)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 3, 2, 3, tzinfo=UTC), 2),
        (datetime(2026, 3, 5, 9, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 5, 10, 0, tzinfo=UTC), -1),
        (datetime(2026, 3, 10, 3, tzinfo=UTC), -4),
    ],
)
def test_working_days_left(now: datetime, left: int) -> None:
    assert working_days_left(now, datetime(2026, 3, 5, 10, 0, tzinfo=UTC), PLAIN) == left


def test_a_night_report_starts_its_clock_at_half_past_seven() -> None:
    at_two, opening = datetime(2026, 3, 1, 19, 0, tzinfo=UTC), datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
    assert after_working_hours(at_two, 1, PLAIN) == opening + timedelta(hours=1)
    assert due_at(at_two, 7, PLAIN) == due_at(opening, 7, PLAIN)


def test_instant_cases_are_due_in_half_an_hour() -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    assert instant_due_at(at) - at == timedelta(minutes=30)


@given(st.dates(date(2021, 1, 1), date(2027, 6, 1)), st.integers(1, 40))
def test_due_dates_are_working_days_and_grow_with_the_days(start: date, days: int) -> None:
    calendar = default_calendar()
    due = due_date(start, days, calendar)
    assert calendar.is_working_day(due)
    assert due < due_date(start, days + 1, calendar)


@given(st.dates(date(2021, 1, 1), date(2027, 6, 1)), st.integers(1, 400))
def test_days_left_are_those_one_counts_by_hand(today: date, span: int) -> None:
    calendar, due_day = default_calendar(), today + timedelta(days=span)
    by_hand = sum(calendar.is_working_day(today + timedelta(days=n)) for n in range(1, span + 1))
    noon = datetime.combine(today, time(12), tzinfo=ZONE)
    assert working_days_left(noon, closing_time(due_day), calendar) == by_hand
    assert working_days_left(closing_time(due_day), closing_time(today), calendar) == -max(1, by_hand)


def test_another_calendar_keeps_the_working_days_given_and_the_time_of_day() -> None:
    plain = Calendar("a", date(2026, 1, 1), date(2026, 12, 31), frozenset())
    later = Calendar("b", date(2026, 1, 1), date(2026, 12, 31), frozenset({date(2026, 3, 5)}))
    start = datetime(2026, 3, 2, 9, tzinfo=ZONE)
    due = due_at(start, 5, plain)
    assert moved_due(start, due, plain, later) == due_at(start, 5, later) == due + timedelta(days=1)
    assert moved_due(start, due_at(start, 5, later), later, plain) == due
    odd = due.replace(minute=30)
    assert moved_due(start, odd, plain, later) == odd + timedelta(days=1)


def test_what_was_due_at_once_or_on_a_day_off_stays_as_it_is() -> None:
    plain = Calendar("a", date(2026, 1, 1), date(2026, 12, 31), frozenset())
    later = Calendar("b", date(2026, 1, 1), date(2026, 12, 31), frozenset({date(2026, 3, 5)}))
    start = datetime(2026, 3, 2, 9, tzinfo=ZONE)
    for due in (start + timedelta(hours=2), datetime(2026, 3, 8, 17, tzinfo=ZONE)):
        assert moved_due(start, due, plain, later) == due
