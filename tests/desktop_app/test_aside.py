"""Work on a thread of its own: its result, its trouble, its name."""

from __future__ import annotations

import threading

import pytest

from desktop_app.aside import run_aside


def test_the_result_comes_from_a_thread_of_that_name() -> None:
    assert run_aside("errand", lambda: threading.current_thread().name).result(30) == "errand"


def test_whatever_it_raises_is_handed_on() -> None:
    def ends() -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        run_aside("errand", ends).result(30)


def test_the_caller_does_not_wait() -> None:
    gate = threading.Event()
    outcome = run_aside("errand", lambda: gate.wait(30))
    assert not outcome.done()
    gate.set()
    assert outcome.result(30)
