"""Trusted time: learnt, carried on, never behind what was known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop_app.clock import Clock
from tests.support.clock import NOON, ManualClock

HOUR = timedelta(hours=1)


def test_the_wall_counts_until_a_server_was_heard() -> None:
    clock = ManualClock()
    assert clock.now() == NOON
    assert clock.trusted_age() is None
    assert clock.highest_trusted() is None
    assert clock.wall_offset() is None


def test_the_servers_time_goes_on_when_the_wall_is_set_back() -> None:
    clock = ManualClock()
    clock.learn(NOON + HOUR, rtt=0.0)
    clock.advance(60)
    clock.set_wall(NOON - 24 * HOUR)
    assert clock.now() == NOON + HOUR + timedelta(seconds=60)
    assert clock.trusted_age() == timedelta(seconds=60)
    assert clock.wall_set_back
    assert clock.wall_offset() == clock.now() - clock.wall()


def test_half_the_round_trip_is_added() -> None:
    clock = ManualClock()
    clock.learn(NOON, rtt=4.0)
    assert clock.now() == NOON + timedelta(seconds=2)


def test_a_slow_answer_does_not_replace_a_quick_one() -> None:
    clock = ManualClock()
    clock.learn(NOON, rtt=0.1)
    clock.learn(NOON - timedelta(seconds=9), rtt=10.0)
    assert clock.now() == NOON + timedelta(seconds=0.05)


def test_a_slow_answer_that_contradicts_is_believed() -> None:
    clock = ManualClock()
    clock.learn(NOON, rtt=0.1)
    clock.learn(NOON + HOUR, rtt=10.0)
    assert clock.now() == NOON + HOUR + timedelta(seconds=5)


def test_a_time_below_the_stored_one_counts_as_that_time_and_is_flagged() -> None:
    clock = ManualClock(wall=NOON, highest_trusted=NOON + HOUR)
    assert clock.now() == NOON + HOUR
    assert clock.wall_set_back
    assert clock.highest_trusted() == NOON + HOUR


def test_a_time_once_known_goes_on_with_a_wall_that_stays_behind() -> None:
    clock = ManualClock(wall=NOON - 400 * 24 * HOUR, highest_trusted=NOON)
    clock.advance(72 * HOUR)
    assert clock.now() == NOON + 72 * HOUR
    assert clock.highest_trusted() == NOON + 72 * HOUR
    clock.recall(NOON + HOUR)  # an older word takes nothing back
    assert clock.now() == NOON + 72 * HOUR
    clock.recall(NOON + 100 * HOUR)
    assert clock.now() == NOON + 100 * HOUR


def test_a_wall_that_is_right_is_not_flagged() -> None:
    clock = ManualClock(wall=NOON, highest_trusted=NOON - HOUR)
    assert not clock.wall_set_back
    assert clock.now() == NOON


def test_the_highest_trusted_time_moves_with_the_monotonic_clock() -> None:
    clock = ManualClock()
    clock.learn(NOON, rtt=0.0)
    clock.advance(HOUR)
    assert clock.highest_trusted() == NOON + HOUR


def test_a_real_clock_tells_utc() -> None:
    before = datetime.now(UTC)
    assert before <= Clock().now() <= datetime.now(UTC)
    assert Clock().monotonic() <= Clock().monotonic()
