"""Typed publish/subscribe between threads: the one way news travels below ``ui``.

Subscribers are called on the publisher's thread, in the order they subscribed, and must return at
once; ``ui.bridge`` re-emits on the main thread. A subscriber that raises is logged and skipped.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

_log = logging.getLogger(__name__)
News = TypeVar("News")


class Bus:
    """Delivers frozen dataclasses to those who subscribed to their exact type."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._subscribers: dict[type[Any], tuple[Callable[[Any], None], ...]] = {}

    def subscribe(self, kind: type[News], receiver: Callable[[News], None]) -> Callable[[], None]:
        """Call ``receiver`` with every ``kind`` published; return a function that ends it."""
        with self._lock:
            self._subscribers[kind] = (*self._subscribers.get(kind, ()), receiver)

        def unsubscribe() -> None:
            with self._lock:
                left = tuple(r for r in self._subscribers.get(kind, ()) if r is not receiver)
                self._subscribers[kind] = left

        return unsubscribe

    def publish(self, news: object) -> None:
        """Deliver ``news`` to the subscribers of its type; never raises."""
        for receiver in self._subscribers.get(type(news), ()):
            try:
                receiver(news)
            except Exception:  # noqa: BLE001 - one bad subscriber must not stop the others
                _log.exception("a subscriber of %s failed", type(news).__name__)
