"""The staff at work: on some report, the next step that the workflow lets somebody take."""

from __future__ import annotations

from typing import Final

from desktop_app.domain import payloads as p
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Report
from desktop_app.domain.transition import stake_of
from desktop_app.domain.workflow import Command, Edge, State, find_edge
from desktop_app.sandbox.commands import Author
from desktop_app.sandbox.life.steps import draw_step
from desktop_app.sandbox.life.town import Town
from desktop_app.sandbox.seed.briefs import Brief
from desktop_app.sandbox.seed.circumstances import Circumstances
from desktop_app.sandbox.seed.enclosures import Enclosure
from desktop_app.sandbox.seed.texts import load_texts

_TRIES: Final = 60


class Colleagues:
    """All roles; each call lets one of them take one step."""

    def __init__(self, town: Town) -> None:
        self._town, self._rng = town, town.rng

    def act(self, present: list[Report]) -> Command | None:
        """Take one lawful step on one of ``present``; return it, None where nobody had one to take."""
        for report in self._rng.sample(present, min(len(present), _TRIES)):
            command = draw_step(self._rng, report)
            doer = self._doer(report, command) if command else None
            if command is None or doer is None:
                continue
            payload = self._payload(report, command, doer, present)
            if payload is not None and self._town.send(report, command, payload, doer):
                return command
        return None

    def _doer(self, report: Report, command: Command) -> Author | None:
        """Somebody who may; whoever owns the work comes first."""
        owner = report.assignment.owner if report.assignment else ""
        staff, stake = self._town.city.staff, stake_of(report)
        able = [
            one
            for one in self._town.working
            if isinstance(find_edge(command, staff.doer(one).actor, stake), Edge)
        ]
        if not able:
            return None
        author = self._town.author(owner if owner in able else self._rng.choice(able))
        may = author is not None and isinstance(find_edge(command, author.actor, stake), Edge)
        return author if may else None

    def _payload(
        self, report: Report, command: Command, doer: Author, present: list[Report]
    ) -> p.Payload | None:
        """What the step carries; None where there is nothing to carry (no team below, no earlier report)."""
        given = self._circumstances(report, command, doer, present)
        try:
            return Enclosure(given, report, doer, self._town.service.now()).payload(command)
        except (LookupError, StopIteration):
            return None

    def _circumstances(
        self, report: Report, command: Command, doer: Author, present: list[Report]
    ) -> Circumstances:
        city = self._town.city
        return Circumstances(
            self._rng, city, Brief(report.state, (command,)), self._category(report), report.place,
            doer.actor.person_id, self._earlier(report, present),
        )  # fmt: skip

    def _category(self, report: Report) -> Category:
        """The report's own field; before it has one, that of the text it was written after."""
        by_id = {each.id: each for each in self._town.city.organisation.categories}
        if report.category in by_id:
            return by_id[report.category or ""]
        told = report.title.casefold()
        likely = (text.category for text in load_texts() if _begins_alike(text.title, told))
        open_fields = [each for each in by_id.values() if not each.private]
        return by_id.get(next(likely, ""), self._rng.choice(open_fields))

    def _earlier(self, report: Report, present: list[Report]) -> str | None:
        """An earlier report of the same ward that this one may double."""
        fitting = [
            one.id
            for one in present
            if one.id != report.id
            and one.place.unit_code == report.place.unit_code
            and one.received_at < report.received_at
            and one.state is not State.DUPLICATE
            and one.duplicate_of is None
        ]
        return self._rng.choice(fitting) if fitting else None


def _begins_alike(pattern: str, told: str) -> bool:
    """Whether a title was made from ``pattern``: what stands before the first slot is the same."""
    start = pattern.partition("{")[0].strip().casefold()
    return bool(start) and told.startswith(start)
