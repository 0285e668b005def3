"""What a reader pool publishes, collected, and waiting for it with a deadline."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from cardio.events import CardEvent

T = TypeVar("T")
SOON = 30.0
"""Seconds after which a wait fails; nothing is measured by it."""


class EventLog:
    """Every event in its order; give `log.add` to the pool as `publish`."""

    def __init__(self) -> None:
        self._arrived = threading.Condition()
        self._events: list[CardEvent] = []

    def add(self, event: CardEvent) -> None:
        """Keep the event."""
        with self._arrived:
            self._events.append(event)
            self._arrived.notify_all()

    @property
    def events(self) -> list[CardEvent]:
        """What came so far."""
        with self._arrived:
            return list(self._events)

    def wait_for(self, event: CardEvent, count: int = 1) -> None:
        """Wait until the event has come so many times."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: self._events.count(event) >= count, SOON)
            assert came, f"{event} did not come; came: {self._events}"

    def wait_for_kind(self, kind: type[T], count: int = 1) -> T:
        """Wait for so many events of a kind; the last one of them."""
        with self._arrived:
            came = self._arrived.wait_for(lambda: len(self._of(kind)) >= count, SOON)
            assert came, f"{kind.__name__} did not come; came: {self._events}"
            return self._of(kind)[count - 1]

    def _of(self, kind: type[T]) -> list[T]:
        return [event for event in self._events if isinstance(event, kind)]


def eventually(condition: Callable[[], object]) -> None:
    """Wait until the condition holds; fails after a deadline."""
    waiting = threading.Event()
    for _ in range(int(SOON / 0.01)):
        if condition():
            return
        waiting.wait(0.01)
    raise AssertionError("the condition never held")
