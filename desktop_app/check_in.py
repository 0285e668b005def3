"""The check-in: a card is presented, the tap is signed twice and durable, then the screen may say so.

No network and no sum of hours lies in this path. Whoever presents a card is recorded, whatever we
think of the card; a torn card uses no sequence number.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from cardio import events
from cardio.errors import CardError
from desktop_app.news import CardLeft, TapFailed, TapReading, TapResult
from desktop_app.store.errors import StoreError

if TYPE_CHECKING:
    from cardio.readers import ReaderPool
    from desktop_app.bus import Bus
    from desktop_app.domain.attendance import Direction
    from desktop_app.workplace import Workplace

_log = logging.getLogger(__name__)


class CheckIn:
    """Watches check-in readers while open, and turns every presented card into a journal row."""

    def __init__(
        self,
        bus: Bus,
        readers: ReaderPool,
        workplace: Callable[[], Workplace | None],
        is_attendance: Callable[[str], bool],
    ) -> None:
        """``workplace`` is what records, once the workstation is enrolled."""
        self._bus = bus
        self._readers = readers
        self._workplace = workplace
        self._is_attendance = is_attendance
        self._lock = threading.Lock()
        self._chosen: frozenset[str] | None = None
        self._open = False
        self._unsubscribe: list[Callable[[], None]] = []

    @property
    def is_open(self) -> bool:
        """Whether cards are being recorded."""
        return self._open

    def open(self, readers: Sequence[str] | None = None) -> None:
        """Record the cards presented at ``readers`` from now on; None: those whose role is check-in.

        A card that lies in a reader already was not presented to the check-in. Idempotent.
        """
        with self._lock:
            self._chosen = None if readers is None else frozenset(readers)
            if self._open:
                return
            self._open = True
            self._unsubscribe = [
                self._bus.subscribe(events.CardInserted, self._inserted),
                self._bus.subscribe(events.CardRemoved, self._removed),
            ]
        workplace = self._workplace()
        if workplace is not None:
            workplace.on_duty()

    def close(self) -> None:
        """Stop recording. Idempotent."""
        with self._lock:
            self._open = False
            ends, self._unsubscribe = self._unsubscribe, []
        for end in ends:
            end()

    def change_direction(self, event_id: str, direction: Direction) -> None:
        """Record that the person pressed *wrong direction*: an annotation, never an edit."""
        workplace = self._workplace()
        if workplace is not None:
            workplace.desk.annotate(event_id, direction)

    def _concerns(self, reader: str) -> bool:
        return reader in self._chosen if self._chosen is not None else self._is_attendance(reader)

    def _inserted(self, event: events.CardInserted) -> None:
        workplace = self._workplace()
        if workplace is None or not self._concerns(event.reader):
            return
        presented, desk = time.monotonic(), workplace.desk
        self._bus.publish(TapReading(event.reader))
        outcome = self._readers.submit(event.reader, lambda card: desk.record(event.reader, card, presented))
        outcome.add_done_callback(lambda done: self._tell(event.reader, done))

    def _tell(self, reader: str, done: Future[TapResult]) -> None:
        problem = done.exception()
        if problem is None:
            self._bus.publish(done.result())
        else:
            self._explain(reader, problem)

    def _explain(self, reader: str, problem: BaseException) -> None:
        if isinstance(problem, CardError | StoreError):
            self._bus.publish(TapFailed(reader, problem.code))
            return
        _log.error("a tap failed", exc_info=problem)
        self._bus.publish(TapFailed(reader, "bug"))

    def _removed(self, event: events.CardRemoved) -> None:
        if self._concerns(event.reader):
            self._bus.publish(CardLeft(event.reader))
