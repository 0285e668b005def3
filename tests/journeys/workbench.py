"""A desk to make journeys at: the small city behind a gate, a core, virtual readers, everything heard."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from cardio.simulator import CardFile, VirtualPivCard, VirtualReaders
from desktop_app import news
from desktop_app.core import Core
from desktop_app.sandbox.hosting import bind, serving
from desktop_app.session import Session
from desktop_app.settings import Home
from tests.support.deadline import until
from tests.support.gate import Gate
from tests.support.sandbox_server import MovableClock, small_service
from tests.support.small_city import PIN, SmallCity

DESK, KIOSK = "Desk reader", "Kiosk reader"
News = TypeVar("News")
_HEARD = (
    news.SignedIn, news.Locked, news.SyncStatus, news.OutboxChanged, news.ReportsChanged, news.ReportGone,
    news.TapResult, news.TapFailed, news.TapReading, news.CardLeft, news.TerminalStatus, news.Enrolled,
)  # fmt: skip


@dataclass
class Heard:
    """Everything a core published, in order."""

    items: list[object] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, item: object) -> None:
        with self.lock:
            self.items.append(item)

    def of(self, kind: type[News]) -> list[News]:
        with self.lock:
            return [item for item in self.items if isinstance(item, kind)]


@dataclass
class Workbench:
    """One workstation; ``city`` and ``gate`` are the world outside, ``direct_url`` leads past the gate."""

    city: SmallCity
    clock: MovableClock
    gate: Gate
    direct_url: str
    core: Core
    readers: VirtualReaders
    heard: Heard

    def enrol(self) -> None:
        self.core.enrol(self.gate.url, self.city.service.codes.mint())

    def insert(self, card: CardFile | VirtualPivCard, reader: str = DESK) -> VirtualPivCard:
        virtual = VirtualPivCard(card) if isinstance(card, CardFile) else card
        self.readers.insert(reader, virtual)
        until(lambda: dict(_atrs(self.core)).get(reader) is not None, what="the card")
        return virtual

    def sign_in(self, pin: str = PIN, reader: str = DESK) -> Session:
        return self.core.sign_in.begin(reader, bytearray(pin.encode())).result(20)

    def synced(self, session: Session) -> Session:
        """Wait until the first sync is over."""
        until(lambda: session.store.sync_state.cursor and not session.store.sync_state.staging, what="sync")
        return session

    def settled(self, session: Session) -> Session:
        """Wait until nothing waits in the outbox any more."""
        until(lambda: session.store.outbox.waiting() == [], 20, "an empty outbox")
        return session


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def _atrs(core: Core) -> list[tuple[str, bytes | None]]:
    return [(state.name, state.atr) for state in core.readers.readers()]


@contextmanager
def new_core(root: Path) -> Iterator[tuple[Core, VirtualReaders, Heard]]:
    """A core with two virtual readers on the files in ``root``; started, and stopped at the end."""
    readers, heard = VirtualReaders(), Heard()
    readers.add_reader(DESK)
    readers.add_reader(KIOSK, contactless=True)
    core = Core(Home(root), [readers], use_keyring=False)
    for kind in _HEARD:
        core.bus.subscribe(kind, heard.note)
    core.start()
    try:
        until(lambda: len(core.readers.readers()) == 2, what="two readers")
        yield core, readers, heard
    finally:
        core.stop()


@contextmanager
def workbench(folder: Path) -> Iterator[Workbench]:
    """A served small city, and a workstation beside it that is not enrolled yet."""
    gate = Gate()
    bound, direct_url = bind()
    gate.lead_to(bound.getsockname()[1])
    try:
        with (
            small_service(folder, gate.url) as (city, clock),
            serving(city.service, bound),
            new_core(folder / "home") as (core, readers, heard),
        ):
            until(lambda: _answers(bound.getsockname()[1]), what="the server")
            yield Workbench(city, clock, gate, direct_url, core, readers, heard)
    finally:
        gate.close()


__all__ = ["DESK", "KIOSK", "Workbench", "new_core", "workbench"]
