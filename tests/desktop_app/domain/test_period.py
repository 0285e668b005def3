"""Periods by the city's days: bounds at midnight there, the last day counted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop_app.domain.period import Period, Span, period_of

TODAY = date(2026, 5, 14)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.THIS_WEEK, date(2026, 5, 11), TODAY),
        (Span.THIS_MONTH, date(2026, 5, 1), TODAY),
        (Span.LAST_MONTH, date(2026, 4, 1), date(2026, 4, 30)),
        (Span.THIS_QUARTER, date(2026, 4, 1), TODAY),
        (Span.THIS_YEAR, date(2026, 1, 1), TODAY),
        (Span.EVERYTHING, None, None),
        (Span.OWN, None, None),
    ],
)
def test_what_the_usual_periods_are(span: Span, first: date | None, last: date | None) -> None:
    assert period_of(span, TODAY) == Period(first, last)


def test_last_month_of_january_lies_in_the_year_before() -> None:
    assert period_of(Span.LAST_MONTH, date(2026, 1, 31)) == Period(date(2025, 12, 1), date(2025, 12, 31))


def test_a_day_lasts_from_midnight_to_midnight_in_the_city() -> None:
    day = Period(TODAY, TODAY)
    assert day.begins == datetime(2026, 5, 13, 17, 0, tzinfo=UTC)
    assert day.ends == datetime(2026, 5, 14, 17, 0, tzinfo=UTC)
    assert (Period().begins, Period().ends) == (None, None)
