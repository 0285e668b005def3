"""Directions and repeats of taps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.domain.attendance import (
    Direction,
    DirectionSource,
    LastTap,
    is_repeat,
    needs_confirmation,
    propose_direction,
)

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def last(ago: timedelta, direction: Direction | None = Direction.IN) -> LastTap:
    return LastTap(direction, NOW - ago, 7)


@pytest.mark.parametrize(
    ("before", "lane", "direction", "source"),
    [
        (None, None, Direction.IN, DirectionSource.DEFAULT),
        (last(timedelta(hours=4)), None, Direction.OUT, DirectionSource.LAST_TAP),
        (last(timedelta(hours=4), Direction.OUT), None, Direction.IN, DirectionSource.LAST_TAP),
        (last(timedelta(hours=15, minutes=59)), None, Direction.OUT, DirectionSource.LAST_TAP),
        (last(timedelta(hours=16)), None, Direction.IN, DirectionSource.DEFAULT),
        (last(timedelta(hours=-1)), None, Direction.OUT, DirectionSource.LAST_TAP),
        (last(timedelta(hours=4), None), None, Direction.IN, DirectionSource.DEFAULT),
        (last(timedelta(hours=4)), Direction.IN, Direction.IN, DirectionSource.LANE),
    ],
)
def test_direction(
    before: LastTap | None, lane: Direction | None, direction: Direction, source: DirectionSource
) -> None:
    assert propose_direction(before, NOW, lane) == (direction, source)


def test_there_is_no_midnight_reset() -> None:
    night_shift = LastTap(Direction.IN, datetime(2026, 3, 1, 15, 0, tzinfo=UTC), 1)
    assert propose_direction(night_shift, datetime(2026, 3, 1, 18, 0, tzinfo=UTC))[0] is Direction.OUT


@pytest.mark.parametrize(
    ("seconds", "repeat"), [(0, True), (29.9, True), (30, False), (-5, True), (-3600, False)]
)
def test_the_same_card_within_the_window_is_the_same_tap(seconds: float, repeat: bool) -> None:
    assert is_repeat(last(timedelta(seconds=seconds)), NOW) is repeat


def test_nothing_before_is_no_repeat() -> None:
    assert not is_repeat(None, NOW)


@pytest.mark.parametrize(
    ("ago", "direction", "asks"),
    [(90, Direction.OUT, True), (90, Direction.IN, False), (120, Direction.OUT, False)],
)
def test_the_opposite_within_two_minutes_asks(ago: int, direction: Direction, asks: bool) -> None:
    assert needs_confirmation(last(timedelta(seconds=ago)), NOW, direction) is asks
    assert not needs_confirmation(None, NOW, direction)
