"""A named thread that repeats a step, waits, can be woken, and stops within a second."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from typing import Final

from desktop_app.api.errors import ApiError, Busy, Stopped, Unauthorised
from desktop_app.store.errors import StoreError, Unavailable
from desktop_app.sync.backoff import Backoff

_log = logging.getLogger(__name__)
_STOP_SECONDS = 1.0
_BUG_SECONDS = 30.0
LAG_SECONDS: Final = 0.05
"""From a person's command to the first step of who sends it: the screen paints first."""


class Loop:
    """Repeats ``step`` on a thread called ``name``.

    ``step`` returns the seconds until it wants to run again (None: only when woken). Its errors go
    to ``failed`` and are followed by a growing wait; after ``Unauthorised`` it waits to be woken.
    ``interrupt`` breaks a request that hangs; ``close`` gives back, on the thread, what only it used.
    """

    def __init__(
        self,
        name: str,
        step: Callable[[], float | None],
        failed: Callable[[Exception], None],
        interrupt: Callable[[], None],
        backoff: Backoff | None = None,
        rest: float = 0.0,
        lag: float = 0.0,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        """``rest``: the seconds before the first step, unless it is woken; ``lag``: those after a waking."""
        self._step = step
        self._failed = failed
        self._interrupt = interrupt
        self._close = close
        self._backoff = backoff or Backoff()
        self._rest, self._lag = rest, lag
        self._failures = 0
        self._stopping = False
        self._at_rest = True
        self._woken = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> bool:
        """Run the step soon: there is something to do, or the network is back.

        Tell whether the thread was at rest: else it is in a step already, and that may take its time.
        """
        self._woken.set()
        return self._at_rest

    def ask_to_stop(self) -> None:
        """Break what hangs; the thread ends by itself."""
        self._stopping = True
        self._woken.set()
        self._interrupt()

    def stop(self) -> None:
        """Break what hangs and end the thread, within a second. Idempotent."""
        self.ask_to_stop()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(_STOP_SECONDS)
            if self._thread.is_alive():
                _log.error("thread %s does not end", self._thread.name)

    def _run(self) -> None:
        self._woken.wait(self._rest)
        while not self._stopping:
            self._at_rest = False
            self._woken.clear()
            wait = self._once()
            self._at_rest = True
            if not self._stopping:
                self._pause(wait)
        self._close()

    def _pause(self, seconds: float | None) -> None:
        """Wait for the time or a waking; after a waking let whoever woke this thread go first."""
        if self._woken.wait(seconds):
            time.sleep(self._lag)

    def _once(self) -> float | None:
        try:
            wait = self._step()
        except (Stopped, Unavailable):
            return 0.0 if self._stopping else self._after(None)
        except (ApiError, StoreError) as failure:
            return self._after(failure)
        except Exception:  # noqa: BLE001 - a defect here must not silence sync for the day
            _log.exception("the %s thread met a defect", self._thread.name)
            return _BUG_SECONDS
        self._failures = 0
        return wait

    def _after(self, failure: ApiError | StoreError | None) -> float | None:
        self._failures += 1
        if failure is not None:
            self._failed(failure)
        if isinstance(failure, Unauthorised):
            return None
        if isinstance(failure, Busy):
            return failure.seconds
        return self._backoff.delay(self._failures, random.random())  # noqa: S311 - jitter, no secret
