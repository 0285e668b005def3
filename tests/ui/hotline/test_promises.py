"""Until when a caller is promised an answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop_app.domain.deadlines import default_calendar
from tests.ui import city
from ui.hotline import promises

CALENDAR = default_calendar()


def test_a_morning_offers_the_hour_today_and_the_next_working_day() -> None:
    codes = [code for code, _ in promises.moments(city.NOW, CALENDAR)]
    assert codes == [
        "", "2026-11-24T04:00:00+00:00", "2026-11-24T10:00:00+00:00", "2026-11-25T10:00:00+00:00",
    ]  # fmt: skip


def test_after_hours_today_is_over_and_a_weekend_is_passed_over() -> None:
    friday = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)
    codes = [code for code, _ in promises.moments(friday, CALENDAR)]
    assert codes == ["", "2026-11-27T12:00:00+00:00", "2026-11-30T10:00:00+00:00"]


def test_a_moment_of_an_older_draft_is_offered_too() -> None:
    choices = promises.moments(city.NOW, CALENDAR)
    before = city.NOW - timedelta(hours=3)
    assert promises.with_kept(choices, before)[-1] == (before.isoformat(), "24/11/2026 07:00")
    assert promises.with_kept(choices, None) == choices
    assert promises.with_kept(choices, promises.moment_of(choices[1][0])) == choices


def test_a_choice_and_its_moment_are_one() -> None:
    assert promises.moment_of(promises.code_of(city.NOW)) == city.NOW
    assert promises.moment_of(promises.code_of(None)) is None
