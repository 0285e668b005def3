"""`run_aside`: one piece of work on a thread of its own, its outcome as a future."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def run_aside(name: str, work: Callable[[], T]) -> Future[T]:
    """Start ``work`` on a thread called ``name``; whatever it raises is handed to whoever waits."""
    outcome: Future[T] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as problem:  # noqa: BLE001 - handed to whoever waits
            outcome.set_exception(problem)

    threading.Thread(target=run, name=name, daemon=True).start()
    return outcome
