"""The city with its desks, enrolled and in step, made once a process; each history begins with a copy."""

from __future__ import annotations

import atexit
import functools
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from cardio.simulator import CardFile
from desktop_app.domain.content import content_sha256
from desktop_app.domain.report import Answer, Outcome
from desktop_app.domain.workflow import State
from tests.model.desk import Desk, Identity
from tests.model.world import World
from tests.support.desk_client import enrolled
from tests.support.small_city import LEAD, SmallCity, found_small_city

DESKS = {
    "1": "o-handler",
    "2": "o-handler",
    "3": "o-approver",
    "4": "o-publisher",
    "5": "o-dispatcher",
}
"""Desk → officer. Two desks are one person's."""
STATES = (State.RECEIVED, State.DISTRIBUTED, State.IN_PROGRESS, State.AWAITING_APPROVAL)


@dataclass(frozen=True, slots=True)
class Template:
    """A folder to copy, and who works at the desks in it."""

    folder: Path
    identities: tuple[Identity, ...]

    def copy(self, to: Path) -> tuple[World, list[Desk]]:
        """Begin a history in the new folder ``to``."""
        shutil.copytree(self.folder, to)
        world = World(to / "centre")
        return world, [Desk(identity, to / identity.name, world) for identity in self.identities]


@functools.cache
def template() -> Template:
    """Make it."""
    folder = Path(tempfile.mkdtemp(prefix="model-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "centre").mkdir()
    world = World(folder / "centre")
    city = found_small_city(world.service, world.pki)
    cards = {officer: city.card(officer) for officer in dict.fromkeys(DESKS.values())}
    for number, state in enumerate(STATES):
        answer = _answer() if state is State.AWAITING_APPROVAL else None
        city.put(state, title=f"Title-{secrets.token_hex(8)}", text=f"Text {number}", answer=answer)
    identities = tuple(_identity(city, world.url, name, cards[officer]) for name, officer in DESKS.items())
    for identity in identities:
        (folder / identity.name / "life-0").mkdir(parents=True)
        desk = Desk(identity, folder / identity.name, world)
        while (pulled := desk.pull()) is not None and pulled.has_more:
            pass
        desk.close()
    world.close()
    return Template(folder, identities)


def _answer() -> Answer:
    content = content_sha256("Đã xong", Outcome.FIXED, LEAD)
    return Answer("Đã xong", content, Outcome.FIXED, LEAD, "o-handler", datetime.now(UTC))


def _identity(city: SmallCity, url: str, name: str, card: CardFile) -> Identity:
    with enrolled(url, city.service.codes.mint()) as client:
        key = client.key.private_key
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return Identity(name, DESKS[name], card, key, secrets.token_bytes(32))
