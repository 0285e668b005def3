"""Wakes held long polls after a commit, from any thread, without a thread of their own each."""

from __future__ import annotations

import asyncio
import threading

_Waiter = tuple[asyncio.AbstractEventLoop, asyncio.Event, frozenset[str] | None]


class Ripple:
    """A count of commits that coroutines can wait on."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._count = 0
        self._closed = False
        self._waiting: set[_Waiter] = set()

    @property
    def count(self) -> int:
        """Commits so far; read it **before** looking into the database."""
        return self._count

    @property
    def closed(self) -> bool:
        """Whether the server is going down."""
        return self._closed

    @property
    def waiting(self) -> int:
        """How many requests are held just now."""
        return len(self._waiting)

    def spread(self, concerned: frozenset[str] | None = None) -> None:
        """Tell that something was committed: everyone, or who waits for one of ``concerned``."""
        with self._turn:
            self._count += 1
            woken = {one for one in self._waiting if _is_for(one, concerned)}
            self._waiting -= woken
        for loop, event, _ in woken:
            loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """Let everyone go, now and from now on."""
        self._closed = True
        self.spread()

    async def wait(self, seen: int, seconds: float, keys: frozenset[str] | None = None) -> bool:
        """Return True when something that concerns ``keys`` (None: anything) was committed since ``seen``.

        False after ``seconds`` without. What came between ``seen`` and this call counts as concerning.
        """
        event = asyncio.Event()
        waiter = (asyncio.get_running_loop(), event, keys)
        with self._turn:
            if self._count != seen or self._closed:
                return True
            self._waiting.add(waiter)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return False
        finally:
            with self._turn:
                self._waiting.discard(waiter)
        return True


def _is_for(waiter: _Waiter, concerned: frozenset[str] | None) -> bool:
    _, _, keys = waiter
    return concerned is None or keys is None or not keys.isdisjoint(concerned)
