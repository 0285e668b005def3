"""`ReaderPool`: the front door. All readers of all sources, what lies in them, and tasks for their cards.

Threads: `watcher-<source>` looks, `card-<reader>` works, `card-deadlines` notices calls that take too long.
The pool itself only keeps the books, under one lock, and publishes outside of it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import Final, TypeVar

from cardio import events
from cardio.errors import CardHeldElsewhere, NoReader, ReaderNotAnswering
from cardio.events import CardEvent
from cardio.source import ReaderSource, Sighting
from cardio.transport import Card
from cardio.watcher import Watcher
from cardio.worker import CardWorker

T = TypeVar("T")
MOST_ABANDONED: Final = 3
LOOK_AT_CALLS: Final = 0.05
STOP_WITHIN: Final = 0.9

_log = logging.getLogger(__name__)


class Condition(Enum):
    """What can be done with a reader at this moment."""

    EMPTY = "empty"
    CARD = "card"
    NOT_ANSWERING = "not_answering"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class ReaderState:
    """A reader and what lies in it; `atr` is `None` without a card, empty with a mute one.

    `preparing`: the card was just put in, another program is busy with it, and we wait for a moment.
    """

    name: str
    atr: bytes | None
    condition: Condition
    contactless: bool = False
    preparing: bool = False


@dataclass
class _Reader:
    """What the pool's books say of a reader; without a worker, too many threads were abandoned."""

    source: ReaderSource
    sighting: Sighting
    worker: CardWorker | None
    fault: Condition | None = None
    preparing: bool = False

    def state(self, name: str) -> ReaderState:
        contactless = self.worker is not None and self.worker.contactless
        return ReaderState(name, self.sighting.atr, self._condition(), contactless, self.preparing)

    def _condition(self) -> Condition:
        if self.worker is None:
            return Condition.NOT_ANSWERING
        if self.fault is not None:
            return self.fault
        if self.sighting.atr is None:
            return Condition.EMPTY
        return Condition.HELD if self.sighting.held else Condition.CARD


class ReaderPool:
    """Readers of several sources. `publish` is called on the pool's threads and must not block."""

    def __init__(self, sources: Sequence[ReaderSource], publish: Callable[[CardEvent], None]) -> None:
        self._publish_to = publish
        self._guard = threading.RLock()
        self._readers: dict[str, _Reader] = {}
        self._abandoned = 0
        self._working = threading.Event()
        self._stopping = threading.Event()
        self._watchers = [Watcher(source, self) for source in sources]
        self._deadlines = threading.Thread(target=self._watch_deadlines, name="card-deadlines", daemon=True)
        self._started = False

    def start(self) -> None:
        """Begin to look at the readers; what is there already is published like what comes later."""
        if self._started:
            return
        self._started = True
        self._deadlines.start()
        for watcher in self._watchers:
            watcher.start()

    def stop(self) -> None:
        """End all threads but those stuck in a driver, within a second. May be called again."""
        if not self._started or self._stopping.is_set():
            return
        deadline = time.monotonic() + STOP_WITHIN
        self._stopping.set()
        self._working.set()
        for watcher in self._watchers:
            watcher.ask_to_stop()
        with self._guard:
            workers = [reader.worker for reader in self._readers.values() if reader.worker is not None]
            self._readers.clear()
        for worker in workers:
            worker.retire()
        ended = [watcher.join(deadline) for watcher in self._watchers]
        ended += [worker.join(deadline) for worker in workers]
        self._deadlines.join(max(0.0, deadline - time.monotonic()))
        if not all(ended):
            _log.warning("threads stuck in a reader driver at stop: %d", ended.count(False))

    def readers(self) -> tuple[ReaderState, ...]:
        """The readers known at this moment, by name."""
        with self._guard:
            return tuple(reader.state(name) for name, reader in sorted(self._readers.items()))

    def submit(self, reader: str, task: Callable[[Card], T]) -> Future[T]:
        """Run `task` on the thread of `reader`; its errors come through the future, NoReader included."""
        with self._guard:
            known = self._readers.get(reader)
            worker = known.worker if known else None
        if worker is not None:
            return worker.submit(task)
        future: Future[T] = Future()
        future.set_exception(ReaderNotAnswering(reader) if known else NoReader(reader))
        return future

    # --- told by the watchers

    def seen(self, source: ReaderSource, readers: Mapping[str, Sighting]) -> None:
        """Bring the books up to date with a look at the readers of `source`; publish the difference."""
        found: list[CardEvent] = []
        with self._guard:
            mine = {name for name, reader in self._readers.items() if reader.source is source}
            leaving = [(name, self._readers.pop(name)) for name in sorted(mine - readers.keys())]
            for name, reader in leaving:
                found += self._farewell(name, reader)
            for name, sighting in sorted(readers.items()):
                if name not in self._readers:
                    self._readers[name] = _Reader(source, Sighting(None), self._employ(source, name))
                    found.append(events.ReaderAdded(name))
                if self._readers[name].source is source:
                    found += self._update(name, sighting)
        for _, reader in leaving:
            if reader.worker is not None:
                reader.worker.retire()
        self._publish(found)

    def service_lost(self, source: ReaderSource, reason: int) -> None:
        """The service is gone, and its readers with it."""
        self._publish([events.ServiceLost(reason)])
        self.seen(source, {})

    def service_back(self, source: ReaderSource) -> None:  # noqa: ARG002 — the protocol's signature
        """The service is back; what it knows comes with the next look."""
        self._publish([events.ServiceBack()])

    def _employ(self, source: ReaderSource, name: str) -> CardWorker | None:
        if self._stopping.is_set():
            return None
        if self._abandoned >= MOST_ABANDONED:
            _log.error("no thread left for reader %s: %d are stuck in drivers", name, self._abandoned)
            return None
        return CardWorker(name, source.channel(name), self)

    def _farewell(self, name: str, reader: _Reader) -> list[CardEvent]:
        self._abandoned += reader.fault is Condition.NOT_ANSWERING
        gone: list[CardEvent] = [events.ReaderRemoved(name)]
        atr = reader.sighting.atr
        return gone if atr is None else [events.CardRemoved(name, atr), *gone]

    def _update(self, name: str, sighting: Sighting) -> list[CardEvent]:
        reader = self._readers[name]
        before, reader.sighting = reader.sighting, sighting
        if before.atr == sighting.atr and before.changes == sighting.changes:
            return [events.CardReleased(name)] if before.held and not sighting.held else []
        found: list[CardEvent] = []
        if before.atr is not None:
            found.append(events.CardRemoved(name, before.atr))
        if sighting.atr is not None:
            found.append(events.CardInserted(name, sighting.atr))
        if found and reader.worker is not None:
            reader.worker.card_changed()
        return found

    # --- told by the workers

    def busy(self) -> None:
        """A task begins somewhere: the deadlines matter."""
        self._working.set()

    def returned(self, worker: CardWorker) -> None:
        """An overdue call came back."""
        with self._guard:
            reader = self._readers.get(worker.reader)
            if reader is None or reader.worker is not worker or reader.fault is None:
                return
            revived = reader.fault is Condition.NOT_ANSWERING
            reader.fault = None
        event = events.ReaderRevived if revived else events.CardReleased
        self._publish([event(worker.reader)])

    def preparing(self, worker: CardWorker, *, begins: bool) -> None:
        """A card just put in is another program's for a moment."""
        with self._guard:
            reader = self._readers.get(worker.reader)
            if reader is None or reader.worker is not worker:
                return
            reader.preparing = begins
        self._publish([events.CardPreparing(worker.reader)] if begins else [])

    def _watch_deadlines(self) -> None:
        while not self._stopping.is_set():
            self._working.wait()
            self._working.clear()
            while self._find_overdue() and not self._stopping.wait(LOOK_AT_CALLS):
                pass

    def _find_overdue(self) -> bool:
        """Mark readers whose call takes too long; whether any call is under way."""
        found: list[CardEvent] = []
        now = time.monotonic()
        with self._guard:
            workers = {
                name: reader.worker for name, reader in self._readers.items() if reader.worker is not None
            }
        for name, worker in workers.items():
            worker.awake.remind(now)
            error = worker.overdue(now)
            if error is not None and self._mark(name, worker, held=isinstance(error, CardHeldElsewhere)):
                found.append(events.ReaderNotAnswering(name))
        self._publish(found)
        return any(worker.is_working for worker in workers.values())

    def _mark(self, name: str, worker: CardWorker, *, held: bool) -> bool:
        with self._guard:
            reader = self._readers.get(name)
            if reader is None or reader.worker is not worker or not worker.is_overdue:
                return False  # it came back in this very moment
            reader.fault = Condition.HELD if held else Condition.NOT_ANSWERING
        return not held

    def _publish(self, found: Sequence[CardEvent]) -> None:
        for event in found:
            try:
                self._publish_to(event)
            except Exception:  # noqa: BLE001 — a subscriber's defect must not end the watch on the readers
                _log.exception("a subscriber failed on %s", type(event).__name__)
