"""One report carried through the workflow table, command by command, as the server would carry it.

Nothing here sets a state: every step asks ``workflow.find_edge`` and goes through
``transition.apply``, so whatever comes out is lawful.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random

from desktop_app.domain import payloads as p
from desktop_app.domain.report import Entry, Report
from desktop_app.domain.transition import Step, apply, stake_of
from desktop_app.domain.workflow import Command, Edge, Refusal, find_edge
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.seed.seeded_ids import seeded_id
from desktop_app.sandbox.timeline import entry_of


class IllegalStep(Exception):
    """A case was to take a step that the workflow table refuses; a defect of the generator."""

    def __init__(self, command: Command, refusal: Refusal) -> None:
        super().__init__(f"{command}: {refusal}")
        self.command = command
        self.refusal = refusal


class Case:
    """A report and its timeline, growing by lawful steps in order of time."""

    def __init__(self, report: Report, rng: Random) -> None:
        self.report = report
        self.entries: list[Entry] = []
        self._rng = rng

    def do(self, command: Command, doer: Author, payload: p.Payload, at: datetime, remark: str = "") -> None:
        """Carry out ``command`` at ``at``; raises ``IllegalStep``. ``remark`` is for what carries no text."""
        edge = find_edge(command, doer.actor, stake_of(self.report))
        if not isinstance(edge, Edge):
            raise IllegalStep(command, edge)
        self.report = apply(self.report, edge, payload, Step(doer.actor, at))
        entry_id = seeded_id(at, self._rng, len(self.entries) + 1)
        line = entry_of(command, payload, self.report, id=entry_id, actor=doer.actor, name=doer.name, at=at)
        self.entries.append(replace(line, text=remark) if remark else line)
