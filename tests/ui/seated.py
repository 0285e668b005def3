"""A signed-in person at a real encrypted store with a small city in it, and the desk they work at."""

from __future__ import annotations

import functools
import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric import ec
from pytestqt.qtbot import QtBot

from desktop_app.api.session import Centre
from desktop_app.api.tokens import PersonToken
from desktop_app.bus import Bus
from desktop_app.clock import Clock
from desktop_app.domain.person import Person
from desktop_app.domain.report import Report
from desktop_app.session import Means, Opening, Session
from desktop_app.store.account import AccountStore
from desktop_app.store.database import fold_log
from desktop_app.sync.presence import Presence
from desktop_app.sync.upload import UploadLoop
from desktop_app.triage.report_files import ReportFiles
from desktop_app.triage.triage import Triage
from tests.ui import city
from ui.bridge import Bridge
from ui.desk.desk import Desk
from ui.vocabulary.names import Names

_NOWHERE = "http://127.0.0.1:9"


class StandingClock(Clock):
    """A clock that stands at ``city.NOW`` until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self._at = city.NOW

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self._at

    def go_on(self, seconds: float) -> None:
        """Stand ``seconds`` later."""
        self._at += timedelta(seconds=seconds)


@dataclass
class Workplace:
    """What the desk takes from the core (the clock), and what tests reach for."""

    session: Session
    clock: StandingClock
    bus: Bus
    bridge: Bridge
    reports: list[Report]
    names: Names
    can_recover: bool = False
    workplace: None = None

    @property
    def store(self) -> AccountStore:
        """The person's store."""
        return self.session.store

    def first(self, state: str, mine: bool = True) -> Report:
        """Return the first report in ``state``, of the ward's handler or of anybody."""
        return next(
            each
            for each in self.reports
            if each.state == state
            and (not mine or (each.assignment is not None and each.assignment.owner == city.HANDLER))
        )


Hire = Callable[..., Workplace]


@pytest.fixture
def hire(qapp: object, tmp_path: Path) -> Iterator[Hire]:
    """Return a function that seats an officer at a workplace of their own: ``hire(person, reports)``."""
    opened: list[Workplace] = []

    def seat(person: str, count: int = city.COUNT) -> Workplace:
        made = workplace_of(person, tmp_path, count)
        opened.append(made)
        return made

    yield seat
    for each in opened:
        each.bridge.close()
        shiboken6.delete(each.bridge)  # here, whoever publishes still holds it
        each.session.files.stop()
        each.store.close()


def workplace_of(person: str, folder: Path, count: int = city.COUNT) -> Workplace:
    """Open a store of ``person`` with so many reports in it, and sign them in."""
    clock, bus = StandingClock(), Bus()
    filled = _filled(person, count)
    path = folder / f"{person}.db"
    path.write_bytes(filled.content)
    store = AccountStore.open(path, filled.key, person, now=clock.now)
    who = _person(person)
    triage = Triage(who.actor, store, bus, clock, lambda: None)
    centre = Centre(_NOWHERE, ec.generate_private_key(ec.SECP256R1()), clock, "test")
    token = PersonToken(None, None, lambda _token: None)
    outgoing = UploadLoop(centre, token, store, lambda _: None, bus.publish, lambda: None)
    files = ReportFiles(centre, token, store, who.name, outgoing)
    presence = Presence(centre, token, bus.publish)
    session = Session(who, Opening("reader", online=True), Means(store, triage, files, presence))
    return Workplace(session, clock, bus, Bridge(bus), list(filled.reports), Names(store.directory))


def _person(person: str) -> Person:
    unit = city.HOME_UNIT[person]
    units = frozenset({unit, city.TEAM}) if unit == city.WARD else frozenset({unit})
    roles = frozenset({city.ROLES[person]})
    return Person(person, city.NAMES[person], unit, "", roles, units, frozenset(), "hue")


@dataclass(frozen=True)
class _Filled:
    """A closed store: its file, its key, and the reports in it."""

    content: bytes
    key: bytes
    reports: tuple[Report, ...]


@functools.cache
def _filled(person: str, count: int) -> _Filled:
    """Fill a store once in a process: the city is always the same one, and a copy takes no time."""
    key = secrets.token_bytes(32)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "account.db"
        store = AccountStore.open(path, key, person, now=StandingClock().now)
        store.adopt(_person(person).actor, {"id": person})
        reports = tuple(city.fill(store, count))
        store.close()
        assert fold_log(path, key)
        return _Filled(path.read_bytes(), key, reports)


@pytest.fixture
def workplace(hire: Hire) -> Workplace:
    """The ward's handler at work."""
    return hire(city.HANDLER)


@pytest.fixture
def seat(qtbot: QtBot) -> Callable[[Workplace], Desk]:
    """Return a function that opens the desk of a workplace at 1366 by 688."""

    def open_desk(workplace: Workplace) -> Desk:
        desk = Desk(workplace.session, workplace, workplace.bridge)  # type: ignore[arg-type]
        qtbot.addWidget(desk)
        desk.resize(1366, 688)
        with qtbot.waitExposed(desk, timeout=20_000):
            desk.show()
        return desk

    return open_desk
