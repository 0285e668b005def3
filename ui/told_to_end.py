"""Ctrl+C in a terminal and the end of a login session close the program as closing its window does."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def told_by_signals(end: Callable[[], object]) -> Iterator[None]:
    """Have SIGINT and SIGTERM call ``end`` on the main thread.

    While Qt waits, Python hears of a signal when it runs next: within a second, by the clock in the strip.
    """
    before = [(number, signal.signal(number, lambda *_: end())) for number in _SIGNALS]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
