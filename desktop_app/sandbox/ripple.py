"""Wakes held long polls after a commit, from any thread, without a thread of their own each."""

from __future__ import annotations

import asyncio
import threading


class Ripple:
    """A count of commits that coroutines can wait on."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._count = 0
        self._closed = False
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

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

    def spread(self) -> None:
        """Tell everyone that something was committed."""
        with self._turn:
            self._count += 1
            waiting, self._waiting = self._waiting, set()
        for loop, event in waiting:
            loop.call_soon_threadsafe(event.set)

    def close(self) -> None:
        """Let everyone go, now and from now on."""
        self._closed = True
        self.spread()

    async def wait(self, seen: int, seconds: float) -> None:
        """Return when the count has moved on from ``seen``, or after ``seconds``."""
        event = asyncio.Event()
        waiter = (asyncio.get_running_loop(), event)
        with self._turn:
            if self._count != seen or self._closed:
                return
            self._waiting.add(waiter)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            with self._turn:
                self._waiting.discard(waiter)
