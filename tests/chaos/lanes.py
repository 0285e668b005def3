"""Victim after victim on one home, killed each time, and what the lane holds against the truth at the end."""

from __future__ import annotations

import math
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from desktop_app.attendance.audit import audit, read_evidence
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor
from tests.chaos import victims
from tests.chaos.centre import Centre
from tests.chaos.killing import Fate, Message, Victim, VictimFailed
from tests.chaos.ledger import Desk, Findings, History, judge_desk, judge_journal, judge_person
from tests.support.small_city import LEAD, OFFICERS, TEAM

REFUSALS = 30
"""How often in a row a sign-in may be refused (no network at a first sign-in) before that is a defect."""

ROTATES, LONG_AGO = 0.2, 1_500_000_000
"""How often a sign-in finds a vault so old (seconds since 1970) that its key is replaced."""


class Lane(Protocol):
    """One home that is worked on and killed."""

    def live(self, life: int) -> bool:
        """Start a victim and kill it; return False where it had ended by itself (refused)."""

    def settle(self) -> None:
        """Under a clear sky: let everything go out."""

    def judge(self) -> Findings:
        """At rest: hold what was confirmed against what is there."""

    @property
    def confirmed(self) -> int:
        """How many confirmations were heard."""


def run(lane: Lane, kills: int, end: float = math.inf) -> int:
    """Kill ``kills`` victims of a lane, one after the other, until ``end`` (monotonic); return how many."""
    done = refused = life = 0
    while done < kills and time.monotonic() < end:
        life += 1
        if lane.live(life):
            done, refused = done + 1, 0
        else:
            refused += 1
        if refused > REFUSALS:
            raise VictimFailed(f"{type(lane).__name__}: {refused} sign-ins refused in a row")
    return done


def fate(chance: random.Random, words: int) -> Fate:
    """Return a moment: anywhere in a life, sign-in included, or just after one of ``words`` confirmations."""
    if chance.random() < 0.4:
        return Fate(chance.uniform(0.0, 1.0))
    return Fate(chance.uniform(0.0, 0.03), chance.randint(1, words))


def enrol(root: Path, centre: Centre, url: str) -> str:
    """Enrol the workstation in ``root``; return its terminal's id."""
    said = Victim(victims.enrol, root, url, centre.city.service.codes.mint()).finish()
    return str(said[-1][1])


def insist(start: Callable[[], Victim]) -> list[Message]:
    """Let a victim end by itself under a clear sky; again where it was refused (the grace is just over)."""
    said: list[Message] = []
    for _ in range(3):
        said = start().finish()
        if said and said[-1][0] != "refused":
            return said
    raise VictimFailed(f"refused under a clear sky: {said}")


def actor(officer_id: str) -> Actor:
    """Return an officer of the small city as the rules see them."""
    officer = next(one for one in OFFICERS if one.id == officer_id)
    units = {officer.unit_id} | ({TEAM} if officer.unit_id == LEAD else set())
    return Actor(officer.id, officer.unit_id, frozenset(officer.roles), frozenset(units))


class PersonDesk:
    """A workstation with one person's card, seen from outside."""

    def __init__(self, centre: Centre, url: str, root: Path, officer: str) -> None:
        self.centre, self.root, self.officer = centre, root, officer
        self.card = centre.card(officer)
        enrol(root, centre, url)

    def see(self) -> Desk:
        """Return what is in the store once it has caught up with the centre."""
        reports, entries = self.due()
        versions = {id_: int(data["version"]) for id_, data in reports.items()}
        said = insist(lambda: Victim(victims.witness, self.root, self.card, versions, len(entries)))
        desk: Desk = said[-1][1]
        return desk

    def due(self) -> tuple[dict[str, dict[str, Any]], frozenset[str]]:
        """Return the reports and the entries that this person may see, as the centre has them."""
        me, reports = actor(self.officer), self.centre.entities("report")
        mine = {id_ for id_, report in self.centre.reports().items() if may_see(me, report)}
        entries = self.centre.entities("entry").items()
        return {id_: reports[id_] for id_ in mine}, frozenset(
            id_ for id_, entry in entries if entry["report_id"] in mine
        )

    def judge(self, desk: Desk) -> Findings:
        """Hold a store against that."""
        reports, entries = self.due()
        return judge_desk(desk, reports, entries, frozenset(self.centre.entities("report")))


class PersonLane:
    """One person's triage."""

    def __init__(self, desk: PersonDesk, chance: random.Random, name: str, targets: list[str]) -> None:
        self._desk, self._chance, self._name, self._targets = desk, chance, name, targets
        self.history = History()
        self.desk: Desk | None = None

    @property
    def confirmed(self) -> int:
        """Commands, undos and decisions."""
        return len(self.history.done) + len(self.history.undone) + len(self.history.discarded)

    def live(self, life: int) -> bool:
        """One life of the desk; now and then with a key that has served its time."""
        if self._chance.random() < ROTATES:
            for vault in self._desk.root.glob("account-*.vault"):
                os.utime(vault, (LONG_AGO, LONG_AGO))
        victim = Victim(
            victims.triage, self._desk.root, self._desk.card, f"{self._name}.{life}", self._targets
        )
        said, alive = victim.meet(fate(self._chance, 20), "done")
        self.history.hear(said)
        return alive

    def settle(self) -> None:
        """Everything goes out; what needs a person is decided."""
        seed = f"{self._name}.drain"
        self.history.hear(insist(lambda: Victim(victims.drain, self._desk.root, self._desk.card, seed)))

    def judge(self) -> Findings:
        """This person's part."""
        self.desk = self._desk.see()
        entries = self._desk.centre.entities("entry").values()
        texts = [str(entry["text"]) for entry in entries if f"<{self._name}." in entry["text"]]
        found = judge_person(self.history, self.desk, self._desk.centre.applied(), texts)
        found.add(self._desk.judge(self.desk))
        return found


class KioskLane:
    """One terminal's check-in."""

    def __init__(self, centre: Centre, url: str, root: Path, chance: random.Random, name: str) -> None:
        self._centre, self._root, self._chance, self._name = centre, root, chance, name
        self._cards = [centre.card(officer.id) for officer in OFFICERS[:5]]
        self._terminal = enrol(root, centre, url)
        self._taps: list[tuple[int, str]] = []

    @property
    def confirmed(self) -> int:
        """Taps that were sounded."""
        return len(self._taps)

    def live(self, life: int) -> bool:
        """One life of the kiosk."""
        victim = Victim(victims.kiosk, self._root, self._cards, f"{self._name}.{life}")
        said, alive = victim.meet(fate(self._chance, 12), "tap")
        self._taps += [(seq, event_id) for _, seq, event_id in said]
        return alive

    def settle(self) -> None:
        """Every row gets its receipt."""
        self._export = self._root.with_name(f"{self._root.name}.jsonl")
        said = insist(lambda: Victim(victims.receipts, self._root, self._export))
        _, self._rows, self._key = said[-1]

    def judge(self) -> Findings:
        """The journal against what was sounded, its own signatures and receipts, and the centre's copy."""
        found = judge_journal(self._taps, self._rows, self._centre.delivered(self._terminal))
        evidence = audit(read_evidence(self._export), self._key)
        if not evidence.holds or evidence.receipted != len(self._rows):
            found.diverged.append(f"evidence: {evidence}")
        return found


class NewcomerLane:
    """First syncs cut off in the middle: several homes, each of which is killed a few times."""

    def __init__(
        self, centre: Centre, url: str, root: Path, chance: random.Random, officer: str, homes: int
    ) -> None:
        roots = [root.with_name(f"{root.name}-{number}") for number in range(homes)]
        self._desks = [PersonDesk(centre, url, one, officer) for one in roots]
        self._chance = chance
        self.confirmed = 0

    def live(self, life: int) -> bool:
        """One life of a new colleague's desk."""
        desk = self._chance.choice(self._desks)
        moment = Fate(self._chance.uniform(0.0, 0.4), 1 if self._chance.random() < 0.7 else None)
        said, alive = Victim(victims.first_sync, desk.root, desk.card).meet(moment, "rows")
        self.confirmed += any(message[0] == "rows" for message in said)
        return alive

    def settle(self) -> None:
        """Nothing waits here."""

    def judge(self) -> Findings:
        """Each of the homes converges to what the centre has."""
        found = Findings()
        for desk in self._desks:
            found.add(desk.judge(desk.see()))
        return found
