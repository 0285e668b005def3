"""Waiting after failures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.sync.backoff import Backoff


def test_success_waits_for_nothing() -> None:
    assert Backoff().delay(0, 0.9) == 0.0


def test_the_wait_doubles_up_to_the_cap() -> None:
    backoff = Backoff(first=1.0, most=60.0)
    assert [backoff.delay(n, 1.0) for n in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_every_wait_lies_between_half_and_whole(failures: int, chance: float) -> None:
    backoff = Backoff(first=0.5, most=30.0)
    whole = backoff.delay(failures, 1.0)
    assert whole / 2 <= backoff.delay(failures, chance) <= whole <= 30.0
