"""One report carried through the workflow table, command by command, as the server would carry it.

Nothing here sets a state: every step asks ``workflow.find_edge`` and goes through
``transition.apply``, so whatever comes out is lawful.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random

from desktop_app.domain import payloads as p
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.roles import Actor
from desktop_app.domain.transition import Step, apply, stake_of
from desktop_app.domain.workflow import Command, Edge, Refusal, find_edge
from desktop_app.sandbox.seed.seeded_ids import seeded_id

_INTERNAL = frozenset({Command.NOTE, Command.SEND_BACK, Command.URGE, Command.RETURN, Command.TAG})


class IllegalStep(Exception):
    """A case was to take a step that the workflow table refuses; a defect of the generator."""

    def __init__(self, command: Command, refusal: Refusal) -> None:
        super().__init__(f"{command}: {refusal}")
        self.command = command
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Doer:
    """Who carries out a step: the actor the rules see, and the name the timeline shows."""

    actor: Actor
    name: str


class Case:
    """A report and its timeline, growing by lawful steps in order of time."""

    def __init__(self, report: Report, rng: Random) -> None:
        self.report = report
        self.entries: list[Entry] = []
        self._rng = rng

    def do(self, command: Command, doer: Doer, payload: p.Payload, at: datetime, remark: str = "") -> None:
        """Carry out ``command`` at ``at``; raises ``IllegalStep``. ``remark`` is for what carries no text."""
        edge = find_edge(command, doer.actor, stake_of(self.report))
        if not isinstance(edge, Edge):
            raise IllegalStep(command, edge)
        self.report = apply(self.report, edge, payload, Step(doer.actor, at))
        self.entries.append(self._entry(command, doer, payload, at, remark))

    def _entry(self, command: Command, doer: Doer, payload: p.Payload, at: datetime, remark: str) -> Entry:
        return Entry(
            id=seeded_id(at, self._rng),
            report_id=self.report.id,
            kind=command.value,
            at=at,
            by=doer.actor.person_id,
            by_name=doer.name,
            unit=doer.actor.unit_id or None,
            capacity=getattr(payload, "capacity", None) or None,
            text=remark or words_of(payload),
            public=command not in _INTERNAL and not self.report.private,
            version=self.report.version,
        )


def words_of(payload: p.Payload) -> str:
    """Return what a payload says in words; an answer speaks for itself elsewhere."""
    if isinstance(payload, p.Submit):
        return ""
    for name in ("text", "question", "reason", "deliverable"):
        if said := getattr(payload, name, ""):
            return str(said)
    return ""
