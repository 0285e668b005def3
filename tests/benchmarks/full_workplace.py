"""The workplace of the full store's person: a session over it, the centre out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec

from desktop_app.api.session import Centre
from desktop_app.api.tokens import PersonToken
from desktop_app.bus import Bus
from desktop_app.clock import Clock
from desktop_app.domain.person import Person
from desktop_app.session import Means, Opening, Session
from desktop_app.sync.presence import Presence
from desktop_app.sync.upload import UploadLoop
from desktop_app.triage.report_files import ReportFiles
from desktop_app.triage.triage import Triage
from tests.benchmarks.full_store import ACTOR, NOW, open_store
from ui.bridge import Bridge

_NOWHERE: Final = "http://127.0.0.1:9"


class StandingClock(Clock):
    """A clock that stands at the full store's moment."""

    def now(self) -> datetime:
        """Return that moment."""
        return NOW


@dataclass
class FullWorkplace:
    """What the desk takes from the core."""

    session: Session
    clock: StandingClock
    bus: Bus
    bridge: Bridge


@contextmanager
def full_workplace(path: Path) -> Iterator[FullWorkplace]:
    """Sign the person in offline, on the store at ``path``."""
    clock, bus, store = StandingClock(), Bus(), open_store(path)
    who = Person(
        ACTOR.person_id, "Nguyễn Thành An", ACTOR.unit_id, "", ACTOR.roles, ACTOR.units, frozenset(), "hue"
    )
    triage = Triage(ACTOR, store, bus, clock, lambda: None)
    centre = Centre(_NOWHERE, ec.generate_private_key(ec.SECP256R1()), clock, "bench")
    token = PersonToken(None, None, lambda _token: None)
    outgoing = UploadLoop(centre, token, store, lambda _: None, bus.publish, lambda: None)
    files = ReportFiles(centre, token, store, who.name, outgoing)
    means = Means(store, triage, files, Presence(centre, token, bus.publish))
    session = Session(who, Opening("reader", online=False), means)
    bridge = Bridge(bus)
    yield FullWorkplace(session, clock, bus, bridge)
    bridge.close()
    files.stop()
    store.close()
