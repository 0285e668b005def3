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
from typing import TYPE_CHECKING, Protocol, TypeVar

from cardio import events
from cardio.errors import CardError
from desktop_app.news import CardLeft, TapFailed, TapReading, TapResult
from desktop_app.store.errors import StoreError

if TYPE_CHECKING:
    from cardio.readers import ReaderPool
    from desktop_app.attendance.tap import Entry, TapDesk
    from desktop_app.bus import Bus
    from desktop_app.cards.officer_card import OfficerCard
    from desktop_app.clock import Clock
    from desktop_app.domain.attendance import Direction
    from desktop_app.store.terminal import TerminalStore
    from desktop_app.store.trust_table import RosterPerson
    from desktop_app.trust.state import TrustState

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Post(Protocol):
    """The enrolled workstation, as far as a check-in needs it."""

    @property
    def desk(self) -> TapDesk:
        """Where taps are recorded."""

    @property
    def store(self) -> TerminalStore:
        """The terminal's own store, which knows who works here."""

    @property
    def trust(self) -> TrustState:
        """What officers' cards are judged by."""

    @property
    def clock(self) -> Clock:
        """The trusted time."""

    def on_duty(self) -> None:
        """The check-in opens: the journal says so."""


class CheckIn:
    """Watches check-in readers while open, and turns every presented card into a journal row."""

    def __init__(
        self,
        bus: Bus,
        readers: ReaderPool,
        post: Callable[[], Post | None],
        is_attendance: Callable[[str], bool],
    ) -> None:
        """``post`` is what records, once the workstation is enrolled."""
        self._bus = bus
        self._readers = readers
        self._post = post
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
        post = self._post()
        if post is not None:
            post.on_duty()

    def close(self) -> None:
        """Stop recording. Idempotent."""
        with self._lock:
            self._open = False
            ends, self._unsubscribe = self._unsubscribe, []
        for end in ends:
            end()

    def change_direction(self, event_id: str, direction: Direction) -> None:
        """Record that the person pressed *wrong direction*: an annotation, never an edit."""
        post = self._post()
        if post is not None:
            post.desk.annotate(event_id, direction)

    def leave(self, reader: str, pin: bytearray) -> None:
        """Have the site admin's card in ``reader`` sign that the kiosk is left; blocks, ``pin`` is wiped.

        Raises ``NotEntitled``, ``CardError``, ``StoreError``; nothing is left then. A workstation that is
        not enrolled has no journal, and no admin to ask.
        """
        post = self._post()
        if post is None:
            pin[:] = bytes(len(pin))
        else:
            self._by_officer(post, reader, pin, "site_admin", post.desk.leave)

    def find(self, text: str) -> list[RosterPerson]:
        """Return whom an officer may enter, by the beginning of the given name."""
        post = self._post()
        return post.store.roster.search(text) if post else []

    def enter_for(self, reader: str, pin: bytearray, person: RosterPerson, entry: Entry) -> TapResult | None:
        """Record ``person`` by the supervisor's card in ``reader``; blocks, ``pin`` is wiped.

        Raises as ``leave``; None where the workstation is not enrolled.
        """
        post = self._post()
        if post is None:
            pin[:] = bytes(len(pin))
            return None
        desk = post.desk
        result = self._by_officer(
            post, reader, pin, "supervisor", lambda card: desk.enter_for(card, person, entry)
        )
        self._bus.publish(result)
        return result

    def _by_officer(
        self,
        post: Post,
        reader: str,
        pin: bytearray,
        duty: str,
        work: Callable[[OfficerCard], T],
    ) -> T:
        from desktop_app.cards import officer_card

        trust, now = post.trust.cards, post.clock.now()
        entitled = officer_card.Entitled(trust, now, officer_card.Duty(duty))
        return officer_card.act(self._readers, reader, pin, entitled, work)

    def _concerns(self, reader: str) -> bool:
        return reader in self._chosen if self._chosen is not None else self._is_attendance(reader)

    def _inserted(self, event: events.CardInserted) -> None:
        post = self._post()
        if post is None or not self._concerns(event.reader):
            return
        presented, desk = time.monotonic(), post.desk
        self._bus.publish(TapReading(event.reader))
        outcome = self._readers.submit(event.reader, lambda card: desk.record(event.reader, card, presented))
        outcome.add_done_callback(lambda done: self._tell(event.reader, done, desk))

    def _tell(self, reader: str, done: Future[TapResult], desk: TapDesk) -> None:
        """The screen first, then the line to the centre."""
        problem = done.exception()
        if problem is None:
            self._bus.publish(done.result())
            desk.send()
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
