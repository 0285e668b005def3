"""A thread that repeats, waits, is woken and stops."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from desktop_app.api.errors import Busy, ServerBroken, Stopped, Unauthorised
from desktop_app.store.errors import DiskFull
from desktop_app.sync.backoff import Backoff
from desktop_app.sync.loop import Loop
from tests.support.deadline import until


class Steps:
    """A step that does what the test lists, then waits to be woken; and what it was told of failures."""

    def __init__(self, *script: float | Exception | None) -> None:
        self.script = list(script)
        self.runs = 0
        self.failures: list[Exception] = []

    def __call__(self) -> float | None:
        self.runs += 1
        outcome = self.script.pop(0) if self.script else None
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@contextmanager
def running(steps: Callable[[], float | None], failed: Callable[[Exception], None]) -> Iterator[Loop]:
    loop = Loop("pull", steps, failed, lambda: None, Backoff(first=0.001, most=0.002))
    loop.start()
    try:
        yield loop
    finally:
        loop.stop()


def test_a_rest_at_the_start_ends_when_woken() -> None:
    steps = Steps()
    loop = Loop("journal", steps, steps.failures.append, lambda: None, rest=3600.0)
    loop.start()
    try:
        assert steps.runs == 0
        loop.wake()
        until(lambda: steps.runs == 1)
    finally:
        loop.stop()


def test_what_only_the_thread_used_is_given_back_on_it_at_the_end() -> None:
    closed: list[str] = []
    steps = Steps()
    loop = Loop(
        "upload", steps, steps.failures.append, lambda: None,
        close=lambda: closed.append(threading.current_thread().name),
    )  # fmt: skip
    loop.start()
    until(lambda: steps.runs == 1)
    assert not closed
    loop.stop()
    assert closed == ["upload"]


def test_a_step_that_asks_for_no_time_runs_when_woken() -> None:
    steps = Steps()
    with running(steps, steps.failures.append) as loop:
        until(lambda: steps.runs == 1)
        loop.wake()
        until(lambda: steps.runs == 2)


def test_a_step_may_ask_to_run_again_at_once() -> None:
    steps = Steps(0.0, 0.0, None)
    with running(steps, steps.failures.append):
        until(lambda: steps.runs == 3)


def test_failures_are_told_and_followed_by_another_try() -> None:
    steps = Steps(ServerBroken(500), DiskFull(), Busy(0.001), None)
    with running(steps, steps.failures.append):
        until(lambda: steps.runs == 4)
    assert [type(failure) for failure in steps.failures] == [ServerBroken, DiskFull, Busy]


def test_after_a_refusal_only_a_new_sign_in_helps() -> None:
    steps = Steps(Unauthorised("sign_in_again"), None)
    with running(steps, steps.failures.append) as loop:
        until(lambda: steps.failures)
        assert steps.runs == 1
        loop.wake()
        until(lambda: steps.runs == 2)


@pytest.mark.expects_log("met a defect", level="ERROR")
def test_a_defect_is_logged_and_does_not_end_the_thread() -> None:
    steps = Steps(KeyError("x"), None)
    with running(steps, steps.failures.append) as loop:
        until(lambda: steps.runs == 1)
        loop.wake()
        until(lambda: steps.runs == 2)
    assert steps.failures == []


def test_stop_interrupts_what_hangs_and_may_be_called_twice() -> None:
    hanging = threading.Event()

    def step() -> float | None:
        hanging.wait(60)
        raise Stopped

    failures: list[Exception] = []
    loop = Loop("pull", step, failures.append, hanging.set)
    loop.start()
    loop.stop()
    loop.stop()
    assert failures == []


def test_stop_before_start_is_harmless() -> None:
    Loop("pull", lambda: None, lambda _: None, lambda: None).stop()


def test_a_lag_lets_a_burst_of_wakings_go_as_one() -> None:
    steps = Steps()
    loop = Loop("push", steps, steps.failures.append, lambda: None, lag=0.2)
    loop.start()
    try:
        until(lambda: steps.runs == 1)
        for _ in range(5):
            loop.wake()
        until(lambda: steps.runs == 2)
        loop.wake()
        until(lambda: steps.runs == 3)
    finally:
        loop.stop()


def test_who_wakes_it_is_told_whether_it_was_at_rest() -> None:
    in_step, go_on = threading.Event(), threading.Event()

    def step() -> None:
        in_step.set()
        go_on.wait(20)

    with running(step, lambda _: None) as loop:
        assert in_step.wait(20)
        assert not loop.wake(), "in the middle of a step"
        go_on.set()
        until(loop.wake)
