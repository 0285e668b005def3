"""Power cuts: the stores as a cut at any moment would have left them still hold all that was confirmed.

A person and a kiosk work on the real core while every write and fsync is recorded; then the files are
rebuilt for cuts at random moments of the record, opened, and asked. The same with ``synchronous=NORMAL``
must lose something: otherwise the model would be blind.
"""

from __future__ import annotations

import pickle
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

from cardio.simulator import CardFile
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import StoreError
from desktop_app.store.journal_check import check_journal
from desktop_app.store.terminal import TerminalStore
from tests.chaos import victims
from tests.chaos.centre import Centre
from tests.chaos.disk import Record
from tests.chaos.killing import Victim, VictimFailed
from tests.chaos.lanes import PersonDesk
from tests.chaos.ledger import Findings, History
from tests.chaos.proxy import Proxy
from tests.chaos.recorder import Recorder

Synchronous = Literal["FULL", "NORMAL"]
CONFIRMATIONS = 120
"""Of one record; enough for the write-ahead log to be moved into the store meanwhile."""
REPORTS = 20


def record_triage(
    root: Path,
    card: CardFile,
    seed: str,
    targets: Sequence[str],
    to: Path,
    how: Synchronous,
    _pipe: Connection,
) -> None:
    """Work as a person under a recorder."""
    victims.triage(root, card, seed, targets, Recorder(to, CONFIRMATIONS, how))


def record_kiosk(
    root: Path, cards: Sequence[CardFile], seed: str, to: Path, how: Synchronous, _pipe: Connection
) -> None:
    """Take taps under a recorder."""
    victims.kiosk(root, cards, seed, Recorder(to, CONFIRMATIONS, how))


@dataclass(frozen=True, slots=True)
class Scene:
    """Something worth a power cut: how it is recorded on a copy of ``root``, how its stores are asked."""

    name: str
    root: Path
    record: Callable[[Path, Path, Synchronous], Victim]
    missing: Callable[[Path, Record, int], list[str]]


class PowerCuts:
    """A workstation below ``folder``; cuts of its power by ``seed``."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed

    def run(self, cuts: int) -> tuple[Findings, int]:
        """Cut the power ``cuts`` times; return what was missing, and how many cuts NORMAL did not survive."""
        found, blind = Findings(), 0
        with self._scenes() as (network, scenes):
            for scene in scenes:
                network.clear()
                share = -(-cuts // len(scenes))
                found.lost += [what for one in self._cut(scene, "FULL", share) for what in one]
                network.refuse()  # a copy of a workstation must not speak for it
                losses = sum(map(bool, self._cut(scene, "NORMAL", share)))
                if cuts and not losses:
                    found.diverged.append(
                        f"{scene.name}: synchronous=NORMAL lost nothing, the model is blind"
                    )
                blind += losses
        return found, blind

    def _cut(self, scene: Scene, how: Synchronous, cuts: int) -> list[list[str]]:
        """Return what is missing after each of the cuts of one record."""
        home, to = self._folder / f"{scene.name}-{how}", self._folder / f"{scene.name}-{how}.record"
        shutil.copytree(scene.root, home)
        scene.record(home, to, how).finish()
        if not to.exists():
            raise VictimFailed(f"{scene.name} left no record")
        record: Record = pickle.loads(to.read_bytes())
        before = {path.name: path.read_bytes() for path in scene.root.glob("*.db*")}
        chance = random.Random(f"{self._seed}:{scene.name}:{how}")
        return [self._after(scene, record, before, chance) for _ in range(cuts)]

    def _after(
        self, scene: Scene, record: Record, before: dict[str, bytes], chance: random.Random
    ) -> list[str]:
        cut = chance.randrange(len(record.ops) + 1)
        left = record.left(before, cut, chance if chance.random() < 0.5 else None)
        folder = self._folder / "after"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, content in left.items():
            (folder / name).write_bytes(content)
        try:
            return [f"{scene.name}, cut at {cut}: {what}" for what in scene.missing(folder, record, cut)]
        except StoreError as error:
            return [f"{scene.name}, cut at {cut}: the store does not open: {error.code} {error}"]

    @contextmanager
    def _scenes(self) -> Iterator[tuple[Proxy, list[Scene]]]:
        network = Proxy()
        centre = Centre(self._folder / "centre", network)
        centre.start()
        try:
            targets = centre.found(REPORTS)
            desk = PersonDesk(centre, network.url, self._folder / "desk", "o-handler")
            cards = [desk.card, centre.card("o-colleague"), centre.card("o-other")]
            Victim(victims.drain, desk.root, desk.card, "0").finish()
            desk.see()
            yield network, [
                Scene(
                    "triage", desk.root,
                    lambda home, to, how: Victim(
                        record_triage, home, desk.card, f"{self._seed}.1", targets, to, how
                    ),
                    missing_work,
                ),
                Scene(
                    "taps", desk.root,
                    lambda home, to, how: Victim(record_kiosk, home, cards, f"{self._seed}", to, how),
                    missing_taps,
                ),
            ]  # fmt: skip
        finally:
            network.close()
            centre.close()


def missing_work(folder: Path, record: Record, cut: int) -> list[str]:
    """Return what a person's store lacks of what was confirmed before ``cut``; raise ``StoreError``."""
    history = History()
    history.hear(record.confirmed(cut))
    [name] = [name for name in record.keys if name.startswith("account-")]
    store = AccountStore.open(folder / name, record.keys[name], name)
    try:
        states = {id_: pending.state if (pending := store.outbox.get(id_)) else None for id_ in history.done}
        lost = [f"{event.command} {id_}" for id_, event in history.done.items() if states[id_] is None]
        lost += [f"undo of {id_}" for id_ in history.undone if states[id_] != "cancelled"]
        for id_, text in history.drafts.items():
            kept = {draft.text for draft in store.drafts.revisions(id_)}
            lost += [f"draft {text}"] if text not in kept else []
        return lost + _damage(store)
    finally:
        store.close()


def missing_taps(folder: Path, record: Record, cut: int) -> list[str]:
    """Return which taps sounded before ``cut`` the journal lacks, and what is wrong with its chain."""
    name = "terminal.db"
    store = TerminalStore.open(folder / name, record.keys[name])
    try:
        rows = store.journal.rows(1, 10**9)
        held = {(row.seq, row.event_id) for row in rows}
        taps: list[tuple[Any, ...]] = [one[1:] for one in record.confirmed(cut) if one[0] == "tap"]
        fault = check_journal(row.signed for row in rows).fault
        return (
            [f"tap {tap}" for tap in taps if tap not in held]
            + ([str(fault)] if fault else [])
            + _damage(store)
        )
    finally:
        store.close()


def _damage(store: AccountStore | TerminalStore) -> list[str]:
    with store.reader() as connection:
        said = [row[0] for row in connection.rows("PRAGMA integrity_check(3)")]
    return [] if said == ["ok"] else [f"damaged: {said}"]
