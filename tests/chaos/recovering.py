"""Work sealed for a lost card, and brought back by two admins' cards: killed in either, it is there once.

Sealing: the copy beside the store opens, and has everything that it was told of. Bringing back: whenever the
program was killed meanwhile, at the end each act waits for its person exactly once, and each draft is there.
"""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from desktop_app import jose
from desktop_app.api.errors import ApiError
from desktop_app.ceremonies import recovery
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import StoreError
from desktop_app.vault.sealed_work import SealedWork
from desktop_app.workstation.workplace import Workplace
from tests.chaos.centre import Centre
from tests.chaos.killing import Fate, Victim
from tests.chaos.lanes import enrol, insist
from tests.chaos.ledger import Findings
from tests.chaos.victims import Tell, core_on
from tests.support.orders import order, site_admins

PERSON, KEY = "o-handler", bytes(range(32))
PIECES = 60
"""So much work in one store; then it is lost, and another one begins."""
BRINGS_BACK = 0.4
"""How often a life brings work back, where there is some."""
_AGAIN = 0.05
"""Seconds between two tries where the network is bad."""


def opened(path: Path) -> AccountStore:
    """Open the store as its person's."""
    store = AccountStore.open(path, KEY, PERSON)
    store.adopt(store.actor, {"id": PERSON})
    return store


def seal_work(path: Path, sealed: Path, jwk: Mapping[str, Any], tell: Tell) -> None:
    """Do one thing after the other, each sealed; say what is."""
    store = opened(path)
    copy = SealedWork(store, sealed, PERSON, lambda: jwk)
    tell.send(("opening",))
    for number in itertools.count():
        now = datetime.now(UTC)
        report_id = new_id()
        event = Event(new_id(), Command.NOTE, "report", report_id, 1, now, {"text": f"{number}"})
        with store.write() as tx:
            store.outbox.add(tx, event, None)
            store.drafts.save(tx, report_id, f"nháp {event.id}", None, now)
        copy.keep()
        tell.send(("sealed", event.id, report_id))


def bring_back(root: Path, path: Path, sealed: str, orders: Sequence[str], tell: Tell) -> None:
    """Have the work opened and taken into a new store, however bad the network; say when it is there."""
    with core_on(root) as (core, _):
        workplace = core.workplace
        if workplace is None:
            raise AssertionError("not enrolled any more")
        store = opened(path)
        tell.send(("opening",))
        while not _came_back(workplace, store, sealed, orders):
            threading.Event().wait(_AGAIN)
        store.close()
        tell.send(("back",))


def _came_back(workplace: Workplace, store: AccountStore, sealed: str, orders: Sequence[str]) -> bool:
    try:
        with workplace.resource() as centre:
            recovery.recover(centre, store, sealed, orders)
    except ApiError:
        return False
    return True


Work = dict[str, str]
"""Events by id, and the report each is about."""


def missing_in_copy(content: bytes, told: Work) -> list[str]:
    """Return what the opened copy lacks of what was said to be in it."""
    work = msgspec.json.decode(content)
    held = [one["id"] for one in work["events"]]
    texts = {one["text"] for one in work["drafts"]}
    found = [f"sealed {id_}" for id_ in told if held.count(id_) != 1]
    return found + [f"sealed draft of {id_}" for id_ in told if f"nháp {id_}" not in texts]


def missing_in_store(path: Path, told: Work) -> list[str]:
    """Return what did not come back into the store at ``path``, or does not wait for its person there."""
    try:
        store = opened(path)
    except StoreError as failure:
        return [f"recovery: the store does not open: {failure.code}"]
    try:
        back = [one.event.id for one in store.outbox.needs_person() if one.problem["status"] == "recovered"]
        kept = {id_: store.drafts.latest(report_id) for id_, report_id in told.items()}
    finally:
        store.close()
    found = [f"recovered {id_}: {back.count(id_)} times" for id_ in told if back.count(id_) != 1]
    return found + [f"recovered draft of {id_}" for id_, draft in kept.items() if draft is None]


class RecoveryLane:
    """One person whose card is lost again and again, and two admins."""

    def __init__(self, centre: Centre, url: str, root: Path, chance: random.Random) -> None:
        self._root, self._chance = root, chance
        enrol(root, centre, url)
        self._admins = site_admins(centre.city, "o-admin-1", "o-admin-2")
        self._key = centre.city.pki.recovery_key
        self._number, self._told = 0, Work()
        self._coming_back: tuple[int, Work] | None = None
        self._found = Findings()
        self.confirmed = 0

    def live(self, life: int) -> bool:
        """One life that seals, or one that brings back what an earlier store had."""
        del life
        if self._coming_back is not None and self._chance.random() < BRINGS_BACK:
            return self._bring_back()
        return self._seal()

    def settle(self) -> None:
        """What is on its way back comes back whole."""
        if self._coming_back is not None:
            number, told = self._coming_back
            asked = self._asked(number)
            insist(lambda: Victim(bring_back, *asked))
            self._look_at_what_came(number, told)

    def judge(self) -> Findings:
        """What was wrong with any of it."""
        return self._found

    def _seal(self) -> bool:
        jwk = jose.public_jwk(self._key)
        moment = Fate(self._chance.uniform(0.0, 0.02), self._chance.randint(1, 12))
        victim = Victim(seal_work, self._store(self._number), self._sealed(self._number), jwk)
        said, alive = victim.meet(moment, "sealed")
        self._told |= {message[1]: message[2] for message in said if message[0] == "sealed"}
        self.confirmed += len(said) - 1
        if self._told:
            self._look_at_the_copy()
        if len(self._told) > PIECES and self._coming_back is None:
            self._coming_back = self._number, self._told
            self._number, self._told = self._number + 1, Work()
        return alive

    def _look_at_the_copy(self) -> None:
        try:
            content = jose.unseal(self._sealed(self._number).read_text(encoding="ascii"), self._key)
        except (OSError, jose.JwsInvalid) as torn:
            self._found.lost.append(f"the sealed copy {self._number}: {type(torn).__name__}")
        else:
            self._found.lost += missing_in_copy(content, self._told)

    def _bring_back(self) -> bool:
        assert self._coming_back is not None
        number, told = self._coming_back
        moment = Fate(self._chance.uniform(0.0, 0.1), 1)
        said, alive = Victim(bring_back, *self._asked(number)).meet(moment, "opening")
        if any(message[0] == "back" for message in said):
            self._look_at_what_came(number, told)
            self.confirmed += 1
        return alive

    def _look_at_what_came(self, number: int, told: Work) -> None:
        self._found.lost += missing_in_store(self._back(number), told)
        self._coming_back = None

    def _asked(self, number: int) -> tuple[Path, Path, str, list[str]]:
        """What a life that brings back is given; orders are good for ten minutes."""
        sealed = self._sealed(number).read_text(encoding="ascii")
        claims = {"person_id": PERSON, "sealed_sha256": jose.sha256_hex(sealed)}
        orders = [order(admin, str(jose.Kind.RECOVERY), **claims) for admin in self._admins]
        return self._root, self._back(number), sealed, orders

    def _store(self, number: int) -> Path:
        return self._beside(f"lost-{number}.db")

    def _sealed(self, number: int) -> Path:
        return self._beside(f"lost-{number}.sealed")

    def _back(self, number: int) -> Path:
        return self._beside(f"back-{number}.db")

    def _beside(self, name: str) -> Path:
        return self._root.with_name(f"{self._root.name}-{name}")
