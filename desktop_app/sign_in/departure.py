"""When a person has left the desk: their unsent work may still go out for a while, then all is wiped.

The screen is empty at once; only sending goes on, for a quarter of an hour at most. Then the tokens
and the key of the store leave the memory, whatever is still unsent: it waits in the store for the
next sign-in.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.clock import Clock
    from desktop_app.sign_in.desk import Desk

LIMIT: Final = timedelta(minutes=15)
_LOOK_SECONDS: Final = 30.0  # monotonic time may stand still while the computer sleeps: the wall is looked at


class Unsent(StrEnum):
    """What shall become of unsent work when its person signs out.

    ``SEND``: it goes on being sent, as after a lock. ``KEEP``: it waits in the store for the next
    sign-in. ``SEAL``: as ``KEEP``, and the copy sealed for the agency's recovery key is brought up to date
    first, to be handed to the site admin. ``DISCARD``: it is given up; what may have reached the centre
    already cannot be.
    """

    SEND = "send"
    KEEP = "keep"
    SEAL = "seal"
    DISCARD = "discard"


class Departures:
    """The desks whose person has left and whose unsent work still goes out. Thread-safe."""

    def __init__(self, clock: Clock, limit: timedelta = LIMIT) -> None:
        """``limit`` is how long sending may go on after the person has left."""
        self.limit = limit
        self._clock = clock
        self._lock = threading.Lock()
        self._drains: dict[str, Drain] = {}
        self._over = False

    def take(self, desk: Desk) -> None:
        """See ``desk`` off: closed at once where nothing can be sent, else when that is over."""
        drain = Drain(desk, self._clock, self.limit, self._ended)
        desk.withdraw(drain.look)
        with self._lock:
            stays = desk.can_send and not self._over
            if stays:
                self._drains[desk.account_id] = drain
                drain.start()
        if not stays:
            desk.close()

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts whose work still goes out."""
        with self._lock:
            return tuple(self._drains)

    def look(self) -> None:
        """Have every one looked at anew: time has passed."""
        with self._lock:
            for drain in self._drains.values():
                drain.look()

    def end(self, account_id: str) -> None:
        """Close this account's desk now: its store is about to be opened again. Idempotent."""
        with self._lock:
            drain = self._drains.get(account_id)
        if drain is not None:
            drain.stop()

    def end_each(self) -> None:
        """Close every desk that is still sending; others may come. Idempotent."""
        for account_id in self.accounts:
            self.end(account_id)

    def end_all(self) -> None:
        """The program ends: close every desk, also those still to come. Idempotent."""
        with self._lock:
            self._over = True
        self.end_each()

    def _ended(self, drain: Drain) -> None:
        with self._lock:
            if self._drains.get(drain.account_id) is drain:
                del self._drains[drain.account_id]


class Drain:
    """One desk on which nobody sits: closed by its own thread once nothing can be sent or time is up."""

    def __init__(self, desk: Desk, clock: Clock, limit: timedelta, ended: Callable[[Drain], None]) -> None:
        self.account_id = desk.account_id
        self._desk = desk
        self._clock = clock
        self._limit = limit
        self._ended = ended
        self._began = clock.monotonic(), clock.wall()
        self._stopping = False
        self._news = threading.Event()
        self._thread = threading.Thread(target=self._run, name="drain", daemon=True)

    def start(self) -> None:
        """Begin to wait for the end."""
        self._thread.start()

    def look(self) -> None:
        """Something moved."""
        self._news.set()

    def stop(self) -> None:
        """Close the desk now, and return when it is closed."""
        self._stopping = True
        self._news.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stopping and self._desk.can_send and (left := self._left()) > 0:
                self._news.wait(min(left, _LOOK_SECONDS))
                self._news.clear()
        finally:
            self._desk.close()
            self._ended(self)

    def _left(self) -> float:
        """The seconds left, by whichever clock says that more time has passed."""
        monotonic, wall = self._began
        passed = max(self._clock.monotonic() - monotonic, (self._clock.wall() - wall).total_seconds())
        return self._limit.total_seconds() - passed
