"""Waiting for a condition instead of sleeping: quick where the machine is quick, patient where it is not."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

STEP = 0.02


def until(condition: Callable[[], T], seconds: float = 30.0, what: str = "the condition") -> T:
    """Ask until the answer is true and return it.

    Raises AssertionError naming ``what`` when ``seconds`` have passed.
    """
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while True:
        if answer := condition():
            return answer
        if time.monotonic() >= deadline:
            message = f"{what} did not come within {seconds} s"
            raise AssertionError(message)
        pause.wait(STEP)
