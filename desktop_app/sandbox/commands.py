"""Events from clients: each in its own transaction, its result stored in it, safe to send again.

``applied`` and ``duplicate`` mean done; ``conflict`` that a person must decide, side by side;
``rejected`` names a rule; ``not_found`` is the one answer to unknown, forbidden and recused;
``blocked`` waits behind a failed event and is stored nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_app.domain import payloads
from desktop_app.domain.conflicts import conflicts, guarded_field
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.outbox import SentEvent
from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import CITIZEN, SYSTEM, Actor
from desktop_app.domain.transition import NotAllowed, Step, apply, stake_of
from desktop_app.domain.workflow import (
    BOTH_ROLES,
    Command,
    Refusal,
    find_edge,
    in_stead_of,
    publishes_by_policy,
)
from desktop_app.sandbox import consequences, event_log, files, hotline, rules, wire
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.matters import table as matters
from desktop_app.sandbox.matters.matter import Matter
from desktop_app.sandbox.people import People
from desktop_app.sandbox.signed_approvals import SignedApprovals
from desktop_app.sandbox.timeline import entry_of, naming_whom

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer

Result = dict[str, Any]
_OF_THE_HOTLINE = frozenset(map(str, HotlineCommand))
_FAILED = frozenset({"conflict", "rejected", "not_found", "blocked"})


@dataclass(frozen=True, slots=True)
class Author:
    """Who sends: what the rules see, and the name that the timeline shows."""

    actor: Actor
    name: str


SYSTEM_AUTHOR = Author(SYSTEM, "Hệ thống")
CITIZEN_AUTHOR = Author(CITIZEN, "Người phản ánh")


class Commands:
    """Carries events out."""

    def __init__(
        self,
        writer: Writer,
        entities: Entities,
        people: People,
        now: Callable[[], datetime],
        committed: Callable[[], None],
        approvals: SignedApprovals,
    ) -> None:
        self.approvals = approvals
        self._writer = writer
        self._entities = entities
        self._people = people
        self._now = now
        self._committed = committed

    def handle(self, events: Sequence[SentEvent], author: Author) -> list[Result]:
        """Return one result per event, in order; behind a failed one the rest of its entity waits."""
        stuck: set[str] = set()
        results = []
        for event in events:
            concerned = {event.entity_id, *event.touches}
            result = self.carry_out(event, author, waits=bool(concerned & stuck))
            if result["status"] in _FAILED:
                stuck |= concerned
            results.append(result)
        return results

    def carry_out(self, event: SentEvent, author: Author, *, waits: bool = False) -> Result:
        """Return what ``event`` came to, now or when it was first sent.

        One that ``waits`` behind a failure is told what it came to before, and not carried out now.
        """
        with self._writer.transaction() as connection:
            sender = author.actor.person_id
            mark = event_log.fingerprint(wire.encode(event), sender)
            if known := event_log.find(connection, event.id):
                now = self._attempt(connection, event, author)
                return _again(now, known, mark)
            if waits or (event.after is not None and not event_log.is_own(connection, event.after, sender)):
                return _blocked(event)
            attempt = self._attempt(connection, event, author)
            result = {"id": event.id, **attempt.result()}
            if result["status"] == "blocked":  # a file of it is not whole yet: stored nowhere, sent again
                return result
            outcome = event_log.Outcome(
                id=event.id, kind=event.type, entity_id=event.entity_id, after=event.after, fingerprint=mark,
                by=sender, by_name=author.name, at=self._now(), result=result,
            )  # fmt: skip
            event_log.keep(connection, outcome)
        self._committed()
        return result

    def _attempt(self, connection: Connection, event: SentEvent, author: Author) -> _Attempt:
        now = self._now()
        return _Attempt(connection, self._entities, self._people, event, author, now, self.approvals)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One event meeting the report as it is now, inside its transaction."""

    connection: Connection
    entities: Entities
    people: People
    event: SentEvent
    author: Author
    now: datetime
    approvals: SignedApprovals

    def result(self) -> Result:
        if self.event.type in _OF_THE_HOTLINE:
            author = self.author
            return hotline.Call(
                self.connection, self.entities, self.event, author.actor, author.name, self.now
            ).result()
        if self.event.type in matters.TYPES:
            return self._matter()
        report = self._visible_report()
        if report is None:
            return {"status": "not_found"}
        try:
            command = Command(self.event.type)
        except ValueError:
            return {"status": "rejected", "rule": "unknown_command"}
        try:
            payload = payloads.decode(command, self.event.payload)
        except payloads.PayloadInvalid as invalid:
            return {"status": "rejected", "rule": "payload", "field": invalid.field}
        if conflicts(command, report, self._base(command, report)):
            return self._conflict(report)
        return self._apply(command, report, payload)

    def _matter(self) -> Result:
        author = self.author
        matter = Matter(
            self.connection, self.entities, self.people, self.event, author.actor, author.name, self.now
        )
        return matters.carry_out(matter)

    def _visible_report(self) -> Report | None:
        if self.event.entity != "report":
            return None
        report = self.entities.report(self.connection, self.event.entity_id)
        if report is None or not self._may_see(report):
            return None
        return report if all(self._knows(touched) for touched in self.event.touches) else None

    def _knows(self, report_id: str) -> bool:
        touched = self.entities.report(self.connection, report_id)
        return touched is not None and self._may_see(touched)

    def _may_see(self, report: Report) -> bool:
        actor = self.author.actor
        return actor.system or actor.citizen or may_see(actor, report)

    def _base(self, command: Command, report: Report) -> int:
        """The version to check against: a change that the client's own chain made is no news to it."""
        last = report.field_versions.get(guarded_field(command) or "", 0)
        own = event_log.own_versions(self.connection, self.event.after, report.id)
        return max(self.event.base_version, last) if last in own else self.event.base_version

    def conflict_again(self) -> Result:
        """A conflict asked about once more: still one, told as of now, and only to who may still see it."""
        report = self._visible_report()
        return {"status": "not_found"} if report is None else self._conflict(report)

    def _conflict(self, report: Report) -> Result:
        changed = event_log.changed_since(self.connection, report.id, self.event.base_version)
        told = {"version": report.version, "entity": wire.encode(report), "changed": changed}
        return {"status": "conflict", **told}

    def _apply(self, command: Command, report: Report, payload: payloads.Payload) -> Result:
        actor = self.author.actor
        stake = stake_of(report)
        edge = find_edge(command, actor, stake)
        if isinstance(edge, Refusal):
            return {"status": "rejected", "rule": str(edge)}
        tree = self.people.units(self.connection)
        case = rules.Case(self.connection, self.entities, tree, report, actor, self.now)
        try:
            rules.check(case, command, payload)
            changed = apply(report, edge, payload, Step(actor, self.now))
            changed = consequences.completed(case, command, payload, changed)
            if isinstance(payload, payloads.Approve):
                self.approvals.take(self.connection, report, actor.person_id, payload)
        except rules.RuleBroken as broken:
            waits = command is Command.ATTACH and broken.rule == files.MISSING
            status = "blocked" if waits else "rejected"
            return {"status": status, "rule": broken.rule, "field": broken.field}
        except NotAllowed as broken:
            return {"status": "rejected", "rule": broken.rule, "field": broken.field}
        seq = self.entities.put_report(self.connection, changed)
        at = min(self.event.occurred_at, self.now)
        if isinstance(payload, payloads.Attach):
            files.attach(self.connection, self.entities, changed, payload, (actor, self.author.name), at)
        line = entry_of(
            command, payload, changed, id=self.event.id, actor=actor, name=self.author.name, at=at
        )
        line = naming_whom(line, payload, changed, tree)
        if colleague := in_stead_of(command, actor, stake):
            line = replace(line, on_behalf=colleague.name)
        if command is Command.PUBLISH and publishes_by_policy(actor, stake):
            line = replace(line, roles=BOTH_ROLES)
        self.entities.put_entry(self.connection, line, changed)
        consequences.carried_over(case, command, payload, changed)
        return {"status": "applied", "version": changed.version, "seq": seq}


def _blocked(event: SentEvent) -> Result:
    return {"id": event.id, "status": "blocked"}


def _again(now: _Attempt, known: event_log.Logged, mark: str) -> Result:
    if known.fingerprint != mark:
        return {"id": now.event.id, "status": "rejected", "rule": "id_reused"}
    if known.status == "conflict":
        return {"id": now.event.id, **now.conflict_again()}
    return {**known.result, "status": "duplicate"} if known.status == "applied" else known.result
