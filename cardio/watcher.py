"""`Watcher`: one thread per source that looks at its readers and survives a restart of the service.

It knows nothing of cards: it hands every look at the readers to a `Watched`, which makes sense of it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping
from typing import Final, Protocol

from cardio.errors import NoService
from cardio.source import ReaderSource, ReaderWatch, Sighting

LONGEST_WAIT: Final = 5.0
RETRY_SERVICE: Final = 0.5
SERVICE_STARTS: Final = 5.0
"""Seconds that a service at rest may take to run once a reader is plugged in."""
REPEAT_CANCEL: Final = 0.05

_log = logging.getLogger(__name__)


class Watched(Protocol):
    """Who is told what the watcher sees; called on the watcher's thread, must not block."""

    def seen(self, source: ReaderSource, readers: Mapping[str, Sighting]) -> None:
        """All readers of `source` as they are now."""
        ...

    def service_lost(self, source: ReaderSource, reason: int) -> None:
        """The service of `source` went away, or is not there at the start."""
        ...

    def service_back(self, source: ReaderSource) -> None:
        """The service of `source` answers again; a first `seen` follows."""
        ...


class Watcher:
    """The thread `watcher-<source>` and its context."""

    def __init__(self, source: ReaderSource, watched: Watched) -> None:
        self._source = source
        self._watched = watched
        self._stopping = threading.Event()
        self._watch: ReaderWatch | None = None
        self._lost = False
        self._rested = float("-inf")  # when the service was last at rest
        self._thread = threading.Thread(target=self._run, name=f"watcher-{source.name}", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Raise the flag; `join` does the rest."""
        self._stopping.set()

    def join(self, deadline: float) -> bool:
        """Cancel the wait until the thread has ended (an early cancel is lost), at most to `deadline`."""
        self._stopping.set()
        while self._thread.is_alive() and time.monotonic() < deadline:
            watch = self._watch
            if watch is not None:
                watch.cancel()
            self._thread.join(REPEAT_CANCEL)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._watch = self._source.watch()
                self._look(self._watch)
            except NoService as error:
                self._note_loss(error.reason)
            finally:
                self._release()
            if not self._stopping.is_set():
                self._stopping.wait(RETRY_SERVICE)

    def _note_loss(self, reason: int) -> None:
        """Tell a loss once; a service at rest, or on its way up after one, is no loss but has no readers."""
        now, rests = time.monotonic(), self._source.is_resting()
        if rests:
            self._rested = now
        if rests or (not self._lost and now - self._rested < SERVICE_STARTS):
            self._note_seen({})
        elif not self._lost:
            self._watched.service_lost(self._source, reason)
            self._lost = True

    def _note_seen(self, readers: Mapping[str, Sighting]) -> None:
        if self._lost:
            self._watched.service_back(self._source)
            self._lost = False
        self._watched.seen(self._source, readers)

    def _look(self, watch: ReaderWatch) -> None:
        patience = 0.0  # the first look tells at once that the service answers, readers or not
        while not self._stopping.is_set():
            readers = watch.wait(patience)
            patience = LONGEST_WAIT
            if self._stopping.is_set():
                return
            self._note_seen(readers)

    def _release(self) -> None:
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()
            _log.debug("watch on %s released", self._source.name)
