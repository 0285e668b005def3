"""Work beside the card's: done once, by the thread or by who takes it back."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from desktop_app.attendance.meanwhile import NAME, Begun, Meanwhile

PATIENCE = 20.0


@pytest.fixture
def meanwhile() -> Iterator[Meanwhile]:
    aside = Meanwhile()
    yield aside
    aside.stop()


def _busy(meanwhile: Meanwhile) -> threading.Event:
    """Keep the thread in a piece of work until the event is set."""
    entered, leave = threading.Event(), threading.Event()

    def wait() -> None:
        entered.set()
        leave.wait(PATIENCE)

    meanwhile.begin(wait)
    assert entered.wait(PATIENCE)
    return leave


def test_the_thread_does_the_work_and_its_outcome_is_kept(meanwhile: Meanwhile) -> None:
    done = threading.Event()

    def work() -> str:
        done.set()
        return threading.current_thread().name

    begun = meanwhile.begin(work)
    assert done.wait(PATIENCE)
    assert begun.outcome() == NAME


def test_who_cannot_wait_takes_the_work_back_and_it_is_done_once(meanwhile: Meanwhile) -> None:
    leave, does = _busy(meanwhile), []
    begun = meanwhile.begin(lambda: does.append(threading.current_thread().name))
    begun.outcome()
    leave.set()
    meanwhile.stop()  # the thread has met the work by now, and let it be
    assert does == [threading.current_thread().name]


def test_taken_back_less_will_do(meanwhile: Meanwhile) -> None:
    leave = _busy(meanwhile)
    assert meanwhile.begin(lambda: "all of it").outcome(lambda: "what is needed") == "what is needed"
    leave.set()


def test_an_error_is_raised_where_the_outcome_is_wanted() -> None:
    def fail() -> None:
        raise KeyError("x")

    begun = Begun(fail)
    begun.run()
    with pytest.raises(KeyError):
        begun.outcome()


def test_after_the_end_the_work_is_left_to_who_asks() -> None:
    meanwhile = Meanwhile()
    meanwhile.begin(int).outcome()
    meanwhile.stop()
    meanwhile.stop()
    assert NAME not in {thread.name for thread in threading.enumerate()}
    assert meanwhile.begin(lambda: 7).outcome() == 7
