"""What a person does to reports: commands, undo, drafts, and the choice between mine and theirs.

Called on the main thread; each call is at most one short transaction. A command becomes one outbox
row and nothing else: base rows change only from the server's answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from desktop_app.api.events import Change, decode_changes
from desktop_app.domain import payloads, transition, workflow
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import Event, OutboxState, Pending, hold_seconds
from desktop_app.domain.payloads import Payload
from desktop_app.domain.report import Outcome, Report
from desktop_app.domain.roles import Actor
from desktop_app.domain.workflow import Command, Edge, Refusal
from desktop_app.news import OutboxChanged, ReportsChanged
from desktop_app.store.reports import NoSuchReport

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.clock import Clock
    from desktop_app.store.account import AccountStore
    from desktop_app.store.database import Transaction


class CommandRefused(Exception):
    """The command is not legal now; ``refusal`` is a ``workflow.Refusal`` or another rule's code."""

    def __init__(self, refusal: str) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class DraftContent:
    """What a person has written so far on one report."""

    text: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event the server could not take: the report as I would have it, and as it is there."""

    pending: Pending
    mine: Report
    theirs: Report
    changed: tuple[Change, ...]


class Triage:
    """The commands of one signed-in person on the reports of their account store."""

    def __init__(
        self, actor: Actor, store: AccountStore, bus: Bus, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self.actor = actor
        self._store = store
        self._bus = bus
        self._clock = clock
        self._wake = wake

    def legal(self, report: Report) -> tuple[Command, ...]:
        """Return the commands open to this person on ``report`` now, in the table's order."""
        return workflow.legal_commands(self.actor, transition.stake_of(report))

    def do(self, report: Report, command: Command, payload: Payload, group: str | None = None) -> Pending:
        """Put ``command`` into the outbox and show its effect at once.

        ``group`` ties the events of one bulk action together for undo. Raises ``CommandRefused``
        when the table (asked about the present projection, not the screen's) does not allow it,
        ``PayloadInvalid`` when the payload lacks something.
        """
        try:
            current, base = self._store.reports.get(report.id), self._store.reports.base(report.id)
        except NoSuchReport:
            raise CommandRefused("not_found") from None
        self._check(current, command, payload)
        event = Event(
            id=new_id(), type=command, entity="report", entity_id=report.id, base_version=base.version,
            occurred_at=self._clock.now(), payload=payloads.encode(payload),
            after=self._last_pending(report.id), touches=_touches(report.id, payload),
        )  # fmt: skip
        return self._issue((event,), group)[0]

    def undo(self, event_id: str) -> bool:
        """Take back an event that has not begun to travel; tell whether it was still possible."""
        pending = self._store.outbox.get(event_id)
        if pending is None or not self._store.outbox.cancel(event_id):
            return False
        self._reproject(pending.event.entity_id)
        self._announce(pending.event, OutboxState.CANCELLED)
        return True

    def save_draft(self, report_id: str, draft: DraftContent) -> None:
        """Append a revision of this person's draft; older revisions stay."""
        self._store.drafts.save(report_id, draft)

    def draft(self, report_id: str) -> DraftContent | None:
        """Return the newest revision of this person's draft, if any."""
        return self._store.drafts.latest(report_id)

    def conflicts(self) -> list[Conflict]:
        """Return the events that wait for this person's choice, oldest first."""
        found = (self._conflict(pending) for pending in self._store.outbox.needs_person())
        return [conflict for conflict in found if conflict is not None]

    def resolve_mine(self, event_id: str) -> Pending:
        """Issue my command again on the server's present version; what I did after it follows.

        Raises ``CommandRefused`` when it is no longer legal there.
        """
        failed = self._required(event_id)
        base = self._base(failed)
        if base is None:
            raise CommandRefused("not_found")
        self._check(base, failed.event.type, payloads.decode(failed.event.type, failed.event.payload))
        return self._reissue(failed, (failed, *self._later(failed)))[0]

    def resolve_theirs(self, event_id: str) -> None:
        """Give up my event for the server's version; the draft stays, later events are tried anew."""
        failed = self._required(event_id)
        self._reissue(failed, self._later(failed))

    def retry(self, event_id: str) -> None:
        """Send an event again as it is, same id: for answers that time or a colleague has changed."""
        failed = self._required(event_id)
        with self._store.write() as tx:
            self._store.outbox.retry(tx, event_id)
        self._announce(failed.event, OutboxState.READY)

    # --- checks --------------------------------------------------------------------------------

    def _check(self, report: Report, command: Command, payload: Payload) -> Edge:
        edge = workflow.find_edge(command, self.actor, transition.stake_of(report))
        if isinstance(edge, Refusal):
            raise CommandRefused(edge)
        decoded = payloads.decode(command, payloads.encode(payload))
        try:
            transition.apply(report, edge, decoded, transition.Step(self.actor, self._clock.now()))
        except transition.ContentChanged:
            raise CommandRefused("content_changed") from None
        return edge

    def _required(self, event_id: str) -> Pending:
        pending = self._store.outbox.get(event_id)
        if pending is None or pending.state is not OutboxState.NEEDS_PERSON:
            raise CommandRefused("not_waiting")
        return pending

    def _base(self, pending: Pending) -> Report | None:
        try:
            return self._store.reports.base(pending.event.entity_id)
        except NoSuchReport:
            return None

    def _last_pending(self, report_id: str) -> str | None:
        waiting = self._store.outbox.pending(report_id)
        return waiting[-1].event.id if waiting else None

    def _later(self, failed: Pending) -> tuple[Pending, ...]:
        waiting = self._store.outbox.pending(failed.event.entity_id)
        ids = [pending.event.id for pending in waiting]
        return tuple(waiting[ids.index(failed.event.id) + 1 :]) if failed.event.id in ids else ()

    # --- writing -------------------------------------------------------------------------------

    def _issue(self, events: tuple[Event, ...], group: str | None) -> list[Pending]:
        issued = [self._pending(event, group) for event in events]
        with self._store.write() as tx:
            self._add(tx, issued)
        self._announce_all(issued)
        return issued

    def _reissue(self, failed: Pending, chain: tuple[Pending, ...]) -> list[Pending]:
        """Discard ``failed`` and put ``chain`` into the outbox anew on the server's present version."""
        base = self._base(failed)
        version = base.version if base else failed.event.base_version
        issued = [self._pending(event, None) for event in _renewed([p.event for p in chain], version)]
        with self._store.write() as tx:
            for old in dict.fromkeys([failed.event.id, *(pending.event.id for pending in chain)]):
                self._store.outbox.discard(tx, old)
            self._add(tx, issued)
            self._store.reports.reproject(tx, failed.event.entity_id)
        self._announce(failed.event, OutboxState.DISCARDED)
        self._announce_all(issued)
        return issued

    def _pending(self, event: Event, group: str | None) -> Pending:
        hold = hold_seconds(event.type)
        until = self._clock.now() + timedelta(seconds=hold) if hold else None
        return Pending(event, OutboxState.HELD if until else OutboxState.READY, until, group)

    def _add(self, tx: Transaction, issued: list[Pending]) -> None:
        for pending in issued:
            self._store.outbox.add(tx, pending.event, pending.held_until, pending.group)
        for report_id in {pending.event.entity_id for pending in issued}:
            self._store.reports.reproject(tx, report_id)

    def _reproject(self, report_id: str) -> None:
        with self._store.write() as tx:
            self._store.reports.reproject(tx, report_id)

    def _announce_all(self, issued: list[Pending]) -> None:
        for pending in issued:
            self._announce(pending.event, pending.state)

    def _announce(self, event: Event, state: OutboxState) -> None:
        self._bus.publish(ReportsChanged((event.entity_id,)))
        self._bus.publish(OutboxChanged(event.id, event.entity_id, state))
        self._wake()

    # --- conflicts -----------------------------------------------------------------------------

    def _conflict(self, pending: Pending) -> Conflict | None:
        theirs = self._base(pending)
        if theirs is None:
            return None
        return Conflict(pending, self._as_mine(theirs, pending), theirs, _changes(pending.problem))

    def _as_mine(self, theirs: Report, pending: Pending) -> Report:
        """Return the report with my command carried out on it, however the table judges it now."""
        command = pending.event.type
        payload = payloads.decode(command, pending.event.payload)
        edge = next(edge for edge in workflow.TABLE if edge.command is command)
        try:
            return transition.apply(
                theirs, edge, payload, transition.Step(self.actor, pending.event.occurred_at)
            )
        except transition.ContentChanged:
            return theirs


def _touches(report_id: str, payload: Payload) -> tuple[str, ...]:
    """Return every entity the event affects: the report, and the one it is tied to."""
    other = getattr(payload, "original_id", None) or getattr(payload, "into_id", None)
    return (report_id, other) if other else (report_id,)


def _renewed(events: list[Event], base_version: int) -> list[Event]:
    """Return the events as new ones: fresh ids, on ``base_version``, each after the one before."""
    fresh: list[Event] = []
    for event in events:
        after = fresh[-1].id if fresh else None
        fresh.append(replace(event, id=new_id(), base_version=base_version, after=after))
    return fresh


def _changes(problem: dict[str, Any]) -> tuple[Change, ...]:
    return decode_changes(problem.get("changed", []))
