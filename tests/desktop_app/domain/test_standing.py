"""On time, late with an extension, late, idle: judged by the two deadlines, from the deadline itself on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.domain.deadlines import Calendar, closing_time
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Answer, Assignment, CodedReason, Outcome, Report
from desktop_app.domain.standing import Handing, Standing, Track, handings, idle_since, idle_within, track_of
from desktop_app.domain.workflow import State

GIVEN = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
FIRST, LAST = closing_time(date(2026, 3, 11)), closing_time(date(2026, 3, 18))
SECOND = timedelta(seconds=1)
CALENDAR = Calendar("c", date(2026, 1, 1), date(2026, 12, 31), frozenset({date(2026, 3, 9)}))


def report(state: State = State.IN_PROGRESS, **changes: object) -> Report:
    job = Assignment("unit-1", "officer-1", "việc", LAST, first_due_at=FIRST)
    whole = Report("r", "HUE-1", 5, state, "t", "x", GIVEN, assignment=job, distributed_at=GIVEN)
    return replace(whole, **changes)  # type: ignore[arg-type]


def answered(at: datetime | None) -> Answer:
    return Answer("a", "00", Outcome.FIXED, "unit-1", "officer-1", GIVEN, published_at=at)


@pytest.mark.parametrize(
    ("moment", "standing"),
    [
        (FIRST - SECOND, Standing.ON_TIME),
        (FIRST, Standing.EXTENDED),
        (LAST - SECOND, Standing.EXTENDED),
        (LAST, Standing.LATE),
    ],
)
def test_finished_and_running_are_judged_by_the_same_two_deadlines(
    moment: datetime, standing: Standing
) -> None:
    running = Track(GIVEN, FIRST, LAST)
    assert running.standing(moment) is standing
    long_after = LAST + timedelta(days=90)
    assert replace(running, finished_at=moment).standing(long_after) is standing


def test_without_an_extension_there_is_no_second_deadline() -> None:
    track = Track(GIVEN, FIRST, FIRST)
    assert [track.standing(FIRST - SECOND), track.standing(FIRST)] == [Standing.ON_TIME, Standing.LATE]


def test_a_track_begins_with_the_distribution() -> None:
    assert track_of(report()) == Track(GIVEN, FIRST, LAST, None, GIVEN)
    assert track_of(report(assignment=None)) is None
    assert track_of(report(distributed_at=None)) is None, (
        "answered by the centre itself: no unit was given it"
    )


def test_a_first_deadline_after_the_one_in_force_counts_as_that() -> None:
    job = Assignment("unit-1", "officer-1", "việc", FIRST, first_due_at=LAST)
    track = track_of(report(assignment=job))
    assert track is not None
    assert track.first_due_at == track.due_at == FIRST


def test_it_is_finished_when_its_own_answer_is_out() -> None:
    out = GIVEN + timedelta(days=3)
    done = track_of(report(State.PUBLISHED, answer=answered(out)))
    before = track_of(report(answer=answered(GIVEN - timedelta(days=30))))
    assert done is not None
    assert before is not None
    assert (done.finished_at, done.acted_at) == (out, None)
    assert before.finished_at is None, "an answer from before it was reopened"


def test_idle_is_whose_turn_it_is_and_who_took_no_step() -> None:
    since = GIVEN + timedelta(days=1)
    for state, step, idle in (
        (State.DISTRIBUTED, None, True),
        (State.IN_PROGRESS, since, True),
        (State.IN_PROGRESS, since + SECOND, False),
        (State.AWAITING_CITIZEN, None, False),
        (State.AWAITING_APPROVAL, None, False),
    ):
        track = track_of(report(state), step)
        assert track is not None
        assert track.is_idle(since, LAST) is idle, state


def test_what_was_not_accepted_in_time_is_idle() -> None:
    job = Assignment("unit-1", "unit-1", "việc", LAST, accept_due=FIRST)
    track = track_of(report(State.DISTRIBUTED, assignment=job), FIRST)
    taken = track_of(report(State.IN_PROGRESS, assignment=job), FIRST)
    assert track is not None
    assert taken is not None
    assert [track.is_idle(GIVEN, now) for now in (FIRST - SECOND, FIRST)] == [False, True]
    assert not taken.is_idle(GIVEN, LAST)


def test_returned_work_tells_who_had_it_next() -> None:
    first, second = GIVEN, GIVEN + timedelta(days=2)
    back = (CodedReason("scope", "", "unit-2", first), CodedReason("scope", "", "unit-3", second))
    assert handings(report(returns=back)) == (
        Handing("unit-2", "unit-3", first),
        Handing("unit-3", "unit-1", second),
    )
    assert handings(report(State.RETURNED, returns=back[:1], assignment=None)) == (
        Handing("unit-2", None, first),
    )
    assert handings(report(returns=(CodedReason("scope", "", None, first),))) == ()


@pytest.mark.parametrize(
    ("now", "since"),
    [
        (datetime(2026, 3, 12, 3, 0, tzinfo=UTC), datetime(2026, 3, 10, 3, 0, tzinfo=UTC)),
        (datetime(2026, 3, 10, 3, 0, tzinfo=UTC), datetime(2026, 3, 5, 3, 0, tzinfo=UTC)),
        (datetime(2026, 3, 15, 3, 0, tzinfo=UTC), datetime(2026, 3, 11, 17, 0, tzinfo=UTC)),
    ],
    ids=["midweek", "over a weekend and a holiday", "on a Sunday: since the end of Wednesday"],
)
def test_two_working_days_back(now: datetime, since: datetime) -> None:
    assert idle_since(now, CALENDAR) == since


def test_a_category_counts_its_own_idle_days() -> None:
    now = datetime(2026, 3, 12, 3, 0, tzinfo=UTC)
    listed = (Category("usual", "x"), Category("fire", "y", idle_days=1))
    assert idle_within(now, CALENDAR, listed) == (("fire", datetime(2026, 3, 11, 3, 0, tzinfo=UTC)),)
