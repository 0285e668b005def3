"""Due times in words and tone, around every border: soon, today, the closing hour, overdue."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.domain.deadlines import Calendar, working_days_left
from ui.widgets.deadline import accept_mark, instant_mark, timed_mark
from ui.widgets.tone import Tone

CALENDAR = Calendar("weekends", date(2026, 1, 1), date(2026, 12, 31), frozenset())
TUESDAY = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
CLOSING = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""17:00 of that Tuesday in Huế."""


@pytest.mark.parametrize(
    ("due", "short", "tone"),
    [
        (CLOSING + timedelta(days=6), "4 WD left", Tone.GOOD),
        (CLOSING + timedelta(days=2), "2 WD left", Tone.CAUTION),
        (CLOSING + timedelta(days=1), "1 WD left", Tone.CAUTION),
        (CLOSING, "today", Tone.CAUTION),
        (CLOSING - timedelta(days=1), "1 WD late", Tone.DANGER),
        (CLOSING - timedelta(days=4), "2 WD late", Tone.DANGER),
    ],
)
def test_a_timed_case_is_told_in_working_days(due: datetime, short: str, tone: Tone) -> None:
    found = timed_mark(due, TUESDAY, CALENDAR)
    assert (found.short, found.tone) == (short, tone)


def test_at_the_closing_hour_itself_it_is_late() -> None:
    assert timed_mark(CLOSING, CLOSING - timedelta(seconds=1), CALENDAR).short == "today"
    assert timed_mark(CLOSING, CLOSING, CALENDAR).short == "1 WD late"


def test_the_sentence_carries_the_same_number() -> None:
    assert timed_mark(CLOSING + timedelta(days=6), TUESDAY, CALENDAR).long == "working days left: 4"
    assert timed_mark(CLOSING - timedelta(days=4), TUESDAY, CALENDAR).long == "working days overdue: 2"


@pytest.mark.parametrize("hours", range(-400, 400, 37))
def test_the_shared_answer_is_the_domain_s_own(hours: int) -> None:
    due = CLOSING + timedelta(hours=hours)
    left = working_days_left(TUESDAY, due, CALENDAR)
    shown = timed_mark(due, TUESDAY, CALENDAR).short
    assert shown == ("today" if left == 0 else f"{abs(left)} WD {'late' if left < 0 else 'left'}")


def test_a_year_without_a_calendar_is_said() -> None:
    new_year = datetime(2027, 1, 4, 10, 0, tzinfo=UTC)
    found = timed_mark(new_year, datetime(2026, 12, 31, 3, 0, tzinfo=UTC), CALENDAR)
    assert found.short == "2 WD left (provisional)"
    assert found.long == "working days left: 2 (provisional: no calendar of 2027 yet)"


def test_what_is_to_be_accepted_says_until_when() -> None:
    today, friday = TUESDAY + timedelta(hours=4), TUESDAY + timedelta(days=3)
    assert [accept_mark(until, TUESDAY).short for until in (today, friday)] == [
        "accept by 14:00", "accept by 27/11/2026 10:00",
    ]  # fmt: skip
    late = accept_mark(TUESDAY, TUESDAY)
    assert (late.short, late.tone) == ("not accepted in time", Tone.DANGER)
    assert late.long == "should have been accepted by 24/11/2026 10:00"


def test_an_instant_case_is_told_in_minutes_and_hours() -> None:
    assert instant_mark(TUESDAY + timedelta(minutes=12), TUESDAY).short == "12 min left"
    late = instant_mark(TUESDAY - timedelta(hours=2), TUESDAY)
    assert (late.short, late.tone) == ("2 h late", Tone.DANGER)
