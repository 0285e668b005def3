"""`Meanwhile`: what need not wait for the card is done while the card works, on a thread beside its own.

A card takes tens to hundreds of milliseconds for an answer, and the processor sleeps through them. What is
left for the moment of the answer is then done by a cold processor, in about twice its time, while a person
waits: so as little as can be is left for it. Where the card is quicker than the thread, nothing is waited
for: who wants the outcome takes the work back and does it.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
NAME: Final = "tap-meanwhile"


class Begun(Generic[T]):
    """A piece of work that either the thread does or who takes it back, never both."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._claim = threading.Lock()  # taken once, by whoever does the work
        self._under_way = threading.Lock()  # let go when it is done
        self._under_way.acquire()
        self._outcome: T
        self._failure: Exception | None = None

    def run(self) -> None:
        """Do the work unless it was taken back; its error is kept for who asks."""
        if not self._claim.acquire(blocking=False):
            return
        try:
            self._outcome = self._work()
        except Exception as failure:  # noqa: BLE001 - it is raised where the outcome is wanted
            self._failure = failure
        finally:
            self._under_way.release()

    def outcome(self, otherwise: Callable[[], T] | None = None) -> T:
        """Return what the work gives, or raise its error; asked once.

        Work that was not begun yet is done here: by ``otherwise``, where less will do now.
        """
        if self._claim.acquire(blocking=False):
            return (otherwise or self._work)()
        self._under_way.acquire()
        if self._failure is not None:
            raise self._failure
        return self._outcome


class Meanwhile:
    """The thread; it starts with the first work and ends with ``stop``."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Begun[Any] | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def begin(self, work: Callable[[], T]) -> Begun[T]:
        """Have ``work`` done aside; after ``stop`` it is left to who asks for its outcome."""
        begun = Begun(work)
        if self._thread is None:
            self._start()
        self._waiting.put(begun)
        return begun

    def stop(self) -> None:
        """End the thread after the work under way; idempotent."""
        with self._guard:
            self._stopped = True
            thread = self._thread
        if thread is not None:
            self._waiting.put(None)
            thread.join()

    def _start(self) -> None:
        with self._guard:
            if self._thread is None and not self._stopped:
                self._thread = threading.Thread(target=self._run, name=NAME, daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while (begun := self._waiting.get()) is not None:
            begun.run()
