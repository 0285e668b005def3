"""The visit at the counter: an entry and a document in the citizen's reader become an identity.

Readings run on the reader's own thread and tell what comes as it comes. A key that the chip refused is not
tried again by itself, only when a person lays a card down or asks for it; a document that left in the middle
is read on when it is back, and only if it is the same one. Nothing here locks, signs in or out, and nothing
is stored.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from cardio import events
from cardio.cccd.dg13 import Field as ChipField
from cardio.document_errors import AccessDenied, DocumentSwapped
from cardio.errors import CardError, Remedy
from cardio.readers import Condition, ReaderState
from desktop_app.news import Locked
from desktop_app.reception import chip, identity
from desktop_app.reception.fields import Field
from desktop_app.reception.view import Activity, Presence, View

if TYPE_CHECKING:
    from cardio.emrtd.access_keys import Can, MrzKey
    from cardio.emrtd.dg2 import Face
    from cardio.emrtd.reading import Document
    from cardio.emrtd.verdict import Verdict
    from cardio.readers import ReaderPool
    from cardio.transport import Card
    from cardio.trust.csca import AnchorStore
    from desktop_app.bus import Bus
    from desktop_app.reception.intake import Entry

LAID_DOWN_SECONDS: Final = 1.5
"""A card that comes back sooner has bounced; one that comes later was laid down by a person, who may mean
another card or another place: what was refused before may then be tried."""
_PRESENCE = {
    Condition.EMPTY: Presence.NO_CARD,
    Condition.CARD: Presence.CARD,
    Condition.HELD: Presence.HELD,
    Condition.NOT_ANSWERING: Presence.NOT_ANSWERING,
}
_NEXT = {1: Activity.ADDRESS, 13: Activity.CHECKING, 11: Activity.CHECKING, 2: Activity.CONCLUDING}
_READERS: tuple[type[events.CardEvent], ...] = (
    events.ReaderAdded, events.ReaderRemoved, events.CardInserted, events.CardRemoved, events.ServiceLost,
    events.ServiceBack, events.ReaderNotAnswering, events.ReaderRevived, events.CardPreparing,
    events.CardReleased,
)  # fmt: skip
_WORTH_A_READING = (events.CardInserted, events.CardReleased, events.ReaderRevived)


class _Abandoned(Exception):
    """The visit that a reading belongs to is over; the reading ends at its next file."""


@dataclass
class _Visit:
    """One citizen. Replaced as a whole when the visit is over, so that nothing of it stays behind."""

    entry: Entry | None = None
    groups: dict[int, bytes] = field(default_factory=dict, repr=False)
    verdict: Verdict | None = None
    face: Face | None = None
    problem: Exception | None = None
    activity: Activity = Activity.NONE
    reached: Activity = Activity.NONE
    interrupted: bool = False
    concluded: bool = False
    refused_key: Can | MrzKey | None = None
    distrusted: bool = False
    broken_groups: tuple[int, ...] = ()


class Counter:
    """The counter's use case; any thread. ``show`` hears every change and must not block.

    ``choose`` names the reader for citizens' documents at this moment, ``anchors`` what vouches for them.
    """

    def __init__(
        self,
        readers: ReaderPool,
        bus: Bus,
        choose: Callable[[], ReaderState | None],
        anchors: Callable[[], AnchorStore],
        today: Callable[[], date],
        show: Callable[[View], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._readers, self._choose = readers, choose
        self._anchors = anchors
        self._today = today
        self._show = show
        self._monotonic, self._emptied = monotonic, 0.0
        self._turn = threading.RLock()
        self._visit = _Visit()
        self._ends = [bus.subscribe(kind, self._reader_changed) for kind in _READERS]
        self._ends.append(bus.subscribe(Locked, lambda _news: self.clear()))

    def close(self) -> None:
        """Hear nothing more and drop the visit. Idempotent."""
        while self._ends:
            self._ends.pop()()
        self._visit = _Visit()

    # --- what the clerk does -----------------------------------------------------------------------

    def enter(self, entry: Entry) -> None:
        """Take what was typed or scanned; that of another person begins another visit.

        What was refused is tried again when it is entered again: a person has compared it meanwhile.
        """
        with self._turn:
            if self._is_of_another(entry):
                self._visit = _Visit()
            visit = self._visit
            texts = {**(visit.entry.texts if visit.entry else {}), **entry.texts}
            visit.entry = type(entry)(entry.key, texts)
            visit.problem = visit.refused_key = None
            if not visit.concluded:
                self._read_if_possible()
            self._tell()

    def read_again(self) -> None:
        """Read the document that lies there, because the clerk says so; what was refused is tried again."""
        with self._turn:
            self._visit.refused_key = None
            self._visit.concluded = False
            self._read_if_possible()
            self._tell()

    def clear(self) -> None:
        """End the visit: nothing of the citizen is left in memory. A reading under way gives up."""
        with self._turn:
            self._visit = _Visit()
            self._tell()

    def private_text(self, wanted: ChipField) -> str | None:
        """Return a field of ``fields.PRIVATE``, asked for on purpose; raise ``ProtocolViolation``."""
        with self._turn:
            return chip.private_text(self._visit.groups, wanted)

    def view(self) -> View:
        """Return the state of things."""
        with self._turn:
            return self._view(self._choose())

    # --- readers -----------------------------------------------------------------------------------

    def _reader_changed(self, event: events.CardEvent) -> None:
        with self._turn:
            if isinstance(event, events.CardRemoved):
                self._emptied = self._monotonic()
            if isinstance(event, _WORTH_A_READING) and not self._visit.concluded:
                if self._monotonic() - self._emptied >= LAID_DOWN_SECONDS:
                    self._visit.refused_key = None
                self._read_if_possible()
            self._tell()

    def _is_of_another(self, entry: Entry) -> bool:
        known = self._visit.entry.texts if self._visit.entry else {}
        for name in (Field.NUMBER, Field.DOCUMENT):
            if name in known and name in entry.texts and known[name].text != entry.texts[name].text:
                return True
        return self._visit.concluded and self._visit.entry is not None and self._visit.entry.key != entry.key

    # --- a reading ---------------------------------------------------------------------------------

    def _read_if_possible(self) -> None:
        visit, state = self._visit, self._choose()
        if not _can_read(visit, state) or visit.entry is None or state is None:
            return
        key = visit.entry.key
        visit.activity, visit.problem, visit.verdict = Activity.IDENTITY, None, None
        kept = dict(visit.groups)
        future = self._readers.submit(state.name, lambda card: self._read(card, visit, key, kept))
        future.add_done_callback(lambda done: self._settled(visit, key, done))

    def _read(self, card: Card, visit: _Visit, key: Can | MrzKey, kept: dict[int, bytes]) -> Document:
        # The ASN.1 library: nobody waits for it before a document lies there.
        from cardio.emrtd import reading

        return reading.read(
            card,
            key,
            self._anchors(),
            arrived=lambda group, data: self._arrived(visit, group, data),
            judged=lambda verdict: self._judged(visit, verdict),
            kept=kept,
        )

    def _arrived(self, visit: _Visit, group: int, data: bytes) -> None:
        with self._going_on(visit):
            visit.groups[group] = data
            visit.activity = _NEXT.get(group, visit.activity)
            if group == 2:
                self._cut_face(visit, data)
            self._tell()

    def _judged(self, visit: _Visit, verdict: Verdict) -> None:
        with self._going_on(visit):
            was_judged = visit.verdict is not None
            visit.verdict = verdict
            visit.activity = Activity.PHOTO if was_judged else Activity.CHECKING
            self._tell()

    def _settled(self, visit: _Visit, key: Can | MrzKey, done: Future[Document]) -> None:
        with self._turn:
            if visit is not self._visit:
                return
            error = done.exception()
            if error is None:
                visit.verdict, visit.concluded = done.result().verdict, True
                visit.activity, visit.interrupted = Activity.DONE, False
            elif isinstance(error, Exception):
                self._failed(visit, key, error)
            self._tell()

    def _failed(self, visit: _Visit, key: Can | MrzKey, error: Exception) -> None:
        visit.activity, visit.reached, visit.problem = Activity.NONE, visit.activity, error
        if isinstance(error, AccessDenied):
            visit.refused_key = key
        elif isinstance(error, CardError) and error.remedy is Remedy.CALL:
            visit.verdict, visit.distrusted, visit.refused_key = None, True, key
        elif not isinstance(error, DocumentSwapped):
            visit.interrupted = bool(visit.groups)

    @contextmanager
    def _going_on(self, visit: _Visit) -> Iterator[None]:
        """Hold the lock for a visit that is still this one; raises ``_Abandoned``."""
        with self._turn:
            if visit is not self._visit:
                raise _Abandoned
            yield

    def _cut_face(self, visit: _Visit, data: bytes) -> None:
        from cardio.emrtd import dg2

        try:
            visit.face = dg2.read(data)
        except CardError:
            visit.broken_groups = (2,)

    # --- telling -----------------------------------------------------------------------------------

    def _tell(self) -> None:
        self._show(self.view())

    def _view(self, state: ReaderState | None) -> View:
        visit = self._visit
        found = chip.read(visit.groups, self._today())
        return View(
            reader=state.name if state else "",
            presence=_presence(state),
            activity=visit.activity,
            reached=visit.reached if visit.activity is Activity.NONE else visit.activity,
            lines=identity.lines(visit.entry, found, visit.verdict, distrusted=visit.distrusted),
            verdict=visit.verdict,
            concluded=visit.concluded,
            interrupted=visit.interrupted,
            problem=visit.problem,
            distrusted=visit.distrusted,
            unreadable=(*found.unreadable, *visit.broken_groups),
            face=visit.face,
            entered=visit.entry is not None,
            can_read=visit.entry is not None and _is_readable(visit, state),
            has_private=13 in visit.groups,
        )


def _presence(state: ReaderState | None) -> Presence:
    if state is None:
        return Presence.NO_READER
    return Presence.PREPARING if state.preparing else _PRESENCE[state.condition]


def _is_readable(visit: _Visit, state: ReaderState | None) -> bool:
    """Whether a reading could begin now, if the clerk asked for it."""
    at_rest = visit.activity in {Activity.NONE, Activity.DONE}
    return at_rest and state is not None and state.condition in {Condition.CARD, Condition.HELD}


def _can_read(visit: _Visit, state: ReaderState | None) -> bool:
    """Whether a reading may begin by itself: never with a key that was refused."""
    return visit.entry is not None and visit.entry.key != visit.refused_key and _is_readable(visit, state)
