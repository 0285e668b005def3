"""The reader lent: the card may leave, for so long; PIN or lock end it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.bus import Bus
from desktop_app.news import Locked, LockReason, SignedIn
from desktop_app.reception.hand_over import HandOver
from tests.support.deadline import until


class Guard:
    """Notes what the card guard is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def suspend(self) -> None:
        self.told.append("suspend")

    def resume(self) -> None:
        self.told.append("resume")


class Desk:
    """A guard, a bus, a clock, and the locks that came."""

    def __init__(self, limit: float) -> None:
        self.guard, self.bus, self.locks, self.now = Guard(), Bus(), list[LockReason](), 0.0
        self.lent = HandOver(self.guard, self.bus, self.locks.append, limit, lambda: self.now)  # type: ignore[arg-type]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk(600)
    yield made
    made.lent.close()


def test_lent_and_taken_back(desk: Desk) -> None:
    assert (desk.lent.reader, desk.lent.minutes_left) == (None, 0)
    desk.lent.begin("R")
    desk.lent.begin("R")
    assert (desk.lent.reader, desk.lent.minutes_left) == ("R", 10)
    desk.now = 541
    assert desk.lent.minutes_left == 1
    desk.lent.end()
    desk.lent.end()
    assert desk.guard.told == ["suspend", "resume"]
    assert desk.lent.reader is None


def test_time_up_locks() -> None:
    desk = Desk(0.05)
    desk.lent.begin("R")
    until(lambda: desk.locks, what="the lock")
    assert desk.locks == [LockReason.CARD_REMOVED]
    assert desk.guard.told == ["suspend"], "the lock lets go of the reader by itself"
    desk.lent.close()


@pytest.mark.parametrize("news", [Locked(LockReason.PERSON), SignedIn("p", "n", online=True)])
def test_a_lock_or_another_sign_in_ends_it(desk: Desk, news: object) -> None:
    desk.lent.begin("R")
    desk.bus.publish(news)
    assert desk.lent.reader is None
    desk.lent.end()
    assert desk.guard.told == ["suspend"], "whoever signed in is watched already"
    assert desk.locks == []
