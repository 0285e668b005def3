"""Offline grace: hours and unlocks, both bounded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.grace import Grace, GraceEnded, GraceLimits
from tests.support.clock import NOON

LIMITS = GraceLimits()


def test_each_unlock_is_counted() -> None:
    grace = Grace(NOON).spend(NOON, LIMITS).spend(NOON + timedelta(hours=71), LIMITS)
    assert grace.unlocks == 2
    assert grace.until(LIMITS) == NOON + timedelta(hours=72)


def test_it_ends_by_time() -> None:
    with pytest.raises(GraceEnded) as ended:
        Grace(NOON).spend(NOON + timedelta(hours=72), LIMITS)
    assert ended.value.reason == "expired"


def test_it_ends_by_number() -> None:
    grace = Grace(NOON, unlocks=49).spend(NOON, LIMITS)
    with pytest.raises(GraceEnded) as ended:
        grace.spend(NOON, LIMITS)
    assert ended.value.reason == "unlocks"


def test_the_policy_may_be_stricter() -> None:
    with pytest.raises(GraceEnded):
        Grace(NOON).spend(NOON + timedelta(hours=2), GraceLimits(hours=1, unlocks=50))
