"""Right, wrong, set back, never compared."""

from datetime import timedelta

from desktop_app.clock import Clock
from desktop_app.doctor.clock import examine_clock
from desktop_app.doctor.finding import Verdict


def test_never_compared() -> None:
    found = examine_clock(Clock())
    assert (found.cause, found.verdict) == ("clock_unknown", Verdict.UNKNOWN)


def test_right_and_wrong() -> None:
    clock = Clock()
    clock.learn(clock.wall() - timedelta(seconds=20), 0.1)
    assert examine_clock(clock).verdict is Verdict.GOOD
    slow = Clock()
    slow.learn(slow.wall() - timedelta(minutes=9), 0.1)
    found = examine_clock(slow)
    assert (found.cause, found.data["minutes"]) == ("clock_wrong", 9)


def test_set_back() -> None:
    clock = Clock(Clock().wall() + timedelta(days=1))
    found = examine_clock(clock)
    assert (found.cause, found.verdict) == ("clock_set_back", Verdict.CAUTION)
