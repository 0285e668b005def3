"""A counter at one citizen reader, as the tests of visits use it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from cardio.readers import ReaderPool
from cardio.simulator import VirtualReaders
from cardio.simulator.emrtd import VirtualDocument
from cardio.trust.csca import AnchorStore
from desktop_app.bus import Bus
from desktop_app.reception.counter import Counter
from desktop_app.reception.reader_choice import citizen_reader
from desktop_app.reception.view import Presence, View
from tests.support.deadline import until
from tests.support.virtual_documents import anchors

READER = "Citizen reader"
TODAY = date(2026, 3, 2)


class Desk:
    """A counter at one citizen reader, everything it showed, and a hand for the reader."""

    def __init__(self, store: AnchorStore | None = None) -> None:
        self.bus, self.hand = Bus(), VirtualReaders()
        self.pool = ReaderPool([self.hand], self.bus.publish)
        self.shown: list[View] = []
        self.threads: set[str] = set()
        self.now = 100.0
        self.counter = Counter(
            self.pool,
            self.bus,
            lambda: citizen_reader(self.pool.readers(), {READER: "citizen"}, None),
            lambda: store or anchors(),
            lambda: TODAY,
            self._show,
            lambda: self.now,
        )

    def _show(self, view: View) -> None:
        self.threads.add(threading.current_thread().name)
        self.shown.append(view)

    def start(self) -> None:
        self.pool.start()
        self.hand.add_reader(READER, contactless=True)
        self.until(lambda view: view.presence is Presence.NO_CARD)

    def put(self, card: VirtualDocument) -> VirtualDocument:
        self.hand.insert(READER, card)
        return card

    def until(self, condition: Callable[[View], bool]) -> View:
        until(lambda: condition(self.counter.view()), what="the view")
        return self.counter.view()

    def concluded(self) -> View:
        return self.until(lambda view: view.concluded)

    def stopped(self) -> View:
        return self.until(lambda view: view.problem is not None)


@contextmanager
def desk_with(store: AnchorStore | None = None) -> Iterator[Desk]:
    """A started desk, closed at the end."""
    made = Desk(store)
    try:
        made.start()
        yield made
    finally:
        made.counter.close()
        made.pool.stop()
