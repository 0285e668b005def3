"""Moments in the city's zone and form; ages in the largest whole unit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from ui.language import Language, install
from ui.widgets.when import age_text, ago_text, day_text, moment_text, span_text, time_text

LATE = datetime(2026, 11, 25, 18, 30, tzinfo=UTC)
"""Half past one in the morning of the next day in Huế."""


def test_a_moment_is_told_in_the_city_s_zone() -> None:
    assert moment_text(LATE) == "26/11/2026 01:30"
    assert day_text(LATE) == "26/11/2026"
    assert time_text(LATE) == "01:30"


def test_a_day_stays_the_day_it_is() -> None:
    assert day_text(date(2026, 1, 2)) == "02/01/2026"


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=5), "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(hours=23, minutes=59), "23 h"),
        (timedelta(days=1), "1 d"),
        (timedelta(days=40), "40 d"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(span: timedelta, words: str) -> None:
    assert span_text(span) == words


def test_less_than_a_minute_ago_is_just_now() -> None:
    assert ago_text(LATE, LATE + timedelta(seconds=59)) == "just now"
    assert ago_text(LATE, LATE + timedelta(minutes=1)) == "1 min ago"


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(seconds=12), "data 12 s old"),
        (timedelta(seconds=-3), "data 0 s old"),
        (timedelta(minutes=5, seconds=59), "data 5 min old"),
        (timedelta(hours=23), "data 23 h old"),
        (timedelta(days=2, hours=1), "data 2 d old"),
    ],
)
def test_data_is_as_old_as_its_largest_unit(age: timedelta, expected: str) -> None:
    assert age_text(LATE - age, LATE) == expected


def test_data_that_never_came_has_no_age() -> None:
    assert age_text(None, LATE) == ""


def test_the_age_of_data_in_vietnamese() -> None:
    install(Language.VIETNAMESE)
    assert age_text(LATE - timedelta(seconds=12), LATE) == "dữ liệu 12 giây trước"
