"""The retention job: once a day every open store deletes what may no longer be kept.

What that is, the stores know; a store is also cleared whenever it is opened. Its looks at the clock have the
time kept as well (``look``), so that a power cut costs the trusted time ten minutes at most.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final, Protocol

from desktop_app.store.errors import StoreError, Unavailable
from desktop_app.sync.loop import Loop

INTERVAL: Final = timedelta(days=1)
_LOOK_SECONDS: Final = 600.0  # the clock is asked again and again: a computer sleeps, a clock is put right
_log = logging.getLogger(__name__)


class Store(Protocol):
    """What the job needs of a store."""

    @property
    def newer(self) -> str | None:
        """The newer schema that keeps it read-only, else None."""

    def prune(self) -> int:
        """Delete what may no longer be kept; return how much went. Raises ``StoreError``."""


class RetentionJob:
    """Clears ``stores()`` every day by ``now()``, on a thread of its own."""

    def __init__(
        self,
        stores: Callable[[], Iterable[Store]],
        now: Callable[[], datetime],
        look: Callable[[], None] = lambda: None,
    ) -> None:
        """``look`` is called at each look at the clock; it may raise ``StoreError``."""
        self._stores = stores
        self._now = now
        self._look = look
        self._done_at: datetime | None = None
        self._loop = Loop("retention", self._step, _failed, lambda: None)
        self.wake, self.stop = self._loop.wake, self._loop.stop
        self._started = False

    def start(self) -> None:
        """Begin the first day. Idempotent."""
        if not self._started:
            self._started = True
            self._loop.start()

    def run_if_due(self) -> bool:
        """Clear every store when a day has passed since that was last done; tell whether it was.

        A store that fails is tried again at the next look, with the others.
        """
        now = self._now()
        if self._done_at is None:
            self._done_at = now  # the stores were cleared when they were opened
        if now - self._done_at < INTERVAL:
            return False
        outcomes = [_cleared(store) for store in self._stores() if store.newer is None]
        if all(outcomes):
            self._done_at = now
        return True

    def _step(self) -> float:
        self.run_if_due()
        self._look()
        return _LOOK_SECONDS


def _cleared(store: Store) -> bool:
    try:
        removed = store.prune()
    except Unavailable:  # closed meanwhile: the next opening clears it
        return True
    except StoreError as failure:
        _failed(failure)
        return False
    _log.info("retention: %d rows deleted", removed)
    return True


def _failed(failure: Exception) -> None:
    _log.info("retention job: %s", getattr(failure, "code", type(failure).__name__))
