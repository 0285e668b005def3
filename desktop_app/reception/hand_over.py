"""*Nhường đầu đọc*: one reader for two. The clerk's card leaves it for a citizen's, the session stays.

By policy only (``session_without_card``), for at most ten minutes; then the desk locks as if the card had
just been taken out. What may be done meanwhile is the screens' business: intake, nothing else. The clerk's
card and PIN end it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Final

from desktop_app.news import Locked, LockReason, SignedIn

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.cards.guard import CardGuard

POLICY: Final = "session_without_card"
LIMIT_SECONDS: Final = 600.0


class HandOver:
    """Whether the clerk's reader is lent, and until when. Thread-safe."""

    def __init__(
        self,
        guard: CardGuard,
        bus: Bus,
        lock: Callable[[LockReason], None],
        limit: float = LIMIT_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._guard, self._lock_desk = guard, lock
        self._limit, self._monotonic = limit, monotonic
        self._turn = threading.Lock()
        self._timer: threading.Timer | None = None
        self._reader: str | None = None
        self._until = 0.0
        self._ends = [
            bus.subscribe(Locked, self._let_go),
            bus.subscribe(SignedIn, self._let_go),
        ]

    @property
    def reader(self) -> str | None:
        """The reader that is lent; None while the clerk's own card guards it."""
        return self._reader

    @property
    def minutes_left(self) -> int:
        """How many minutes, begun ones counted, until the desk locks; 0 while nothing is lent."""
        left = self._until - self._monotonic()
        return max(0, ceil(left / 60)) if self._reader else 0

    def begin(self, reader: str) -> None:
        """Lend ``reader``: from now on a card that leaves it locks nothing. Again: nothing happens."""
        with self._turn:
            if self._reader is not None:
                return
            self._reader, self._until = reader, self._monotonic() + self._limit
            self._guard.suspend()
            self._timer = threading.Timer(self._limit, self._over)
            self._timer.daemon = True
            self._timer.start()

    def end(self) -> None:
        """The clerk's card is back and its PIN was right: it guards the desk again. Idempotent."""
        if self._forget():
            self._guard.resume()

    def close(self) -> None:
        """Hear nothing more; what is lent stays so until the lock that ``close`` belongs to. Idempotent."""
        while self._ends:
            self._ends.pop()()
        self._forget()

    def _let_go(self, _news: object) -> None:
        self._forget()

    def _over(self) -> None:
        if self._forget():
            self._lock_desk(LockReason.CARD_REMOVED)

    def _forget(self) -> bool:
        """Take the loan back; tell whether there was one."""
        with self._turn:
            lent, self._reader = self._reader is not None, None
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
        return lent
