"""A dispatcher who takes calls, at a real store; the centre's key is a test's own."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from pytestqt.qtbot import QtBot

from desktop_app import jose
from desktop_app.domain.caller import Caller, read_caller
from desktop_app.triage.calls import Calls
from tests.ui import city
from tests.ui.seated import Hire, Workplace
from ui.hotline.page import HotlinePage
from ui.tasks import Tasks

KEYS = ec.generate_private_key(ec.SECP256R1())


@dataclass
class Desk:
    """What the pages take from a core, and the person at it."""

    workplace: Workplace
    core: Any

    @property
    def calls(self) -> Calls:
        """The calls as the pages see them."""
        key = self.core.enrolment.bundle.reporter_key
        session = self.workplace.session
        return Calls(session.person, session.store, session.triage, self.workplace.clock, lambda: key)

    def answered(self, code: str) -> None:
        """Let the centre take everything that waits."""
        store, clock = self.workplace.store, self.workplace.clock
        clock.go_on(10)
        store.outbox.release_due(clock.now())
        for event in store.outbox.take_ready():
            with store.write() as tx:
                store.outbox.settle(tx, event.id, {"status": "applied", "version": 1, "seq": 9})
                store.calls.told(tx, event.id, code)

    def opened(self, sealed: str) -> Caller:
        """Open what was sealed, as the centre would."""
        return read_caller(jose.unseal(sealed, KEYS))


@pytest.fixture
def desk(hire: Hire) -> Desk:
    """The desk of a dispatcher."""
    workplace = hire(city.DISPATCHER)
    bundle = SimpleNamespace(reporter_key=jose.public_jwk(KEYS))
    return Desk(workplace, SimpleNamespace(clock=workplace.clock, enrolment=SimpleNamespace(bundle=bundle)))


@pytest.fixture
def page(desk: Desk, tasks: Tasks, qtbot: QtBot) -> HotlinePage:
    """The page of a call, shown."""
    made = HotlinePage(desk.workplace.session, desk.core, desk.workplace.bridge, tasks)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made
