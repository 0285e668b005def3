"""What is scheduled is sent at its time; a stall is seen by everybody who waited in it."""

from __future__ import annotations

import threading

from tests.load.schedule import run


def test_everything_is_sent_and_counted() -> None:
    done: list[int] = []
    outcome = run([lambda n=n: done.append(n) for n in range(30)], 1000)  # type: ignore[misc]
    assert sorted(done) == list(range(30))
    assert len(outcome.latencies) == 30
    assert outcome.failures == ()
    assert outcome.percentile(0.0) <= outcome.percentile(0.5) <= outcome.percentile(1.0)


def test_a_failure_is_told_and_the_rest_goes_on() -> None:
    def fail() -> None:
        raise AssertionError("quarantined")

    outcome = run([fail, lambda: None], 0)
    assert outcome.failures == ("AssertionError: quarantined",)
    assert len(outcome.latencies) == 2


def test_a_stall_is_seen_by_all_who_waited_in_it() -> None:
    stalled = threading.Lock()

    def one() -> None:
        with stalled:
            threading.Event().wait(0.02)

    outcome = run([one] * 10, 0)
    assert outcome.percentile(1.0) >= 190  # the last waited for the nine before it
    assert outcome.percentile(0.5) >= 90
