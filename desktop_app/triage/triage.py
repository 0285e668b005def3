"""What a person does to reports: commands, undo, drafts, and the choice between mine and theirs.

Called on the main thread; each call is at most one short transaction. A command becomes one outbox
row and nothing else: base rows change only from the server's answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.api.events import Change, decode_changes
from desktop_app.domain import payloads, transition, workflow
from desktop_app.domain.due_days import day_fault
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import HOLD_SECONDS, Event, OutboxState, Pending, hold_seconds
from desktop_app.domain.payloads import Payload
from desktop_app.domain.report import Outcome, Report
from desktop_app.domain.roles import Actor
from desktop_app.domain.workflow import Command, Refusal
from desktop_app.news import OutboxChanged, ReportsChanged
from desktop_app.store.projection import project
from desktop_app.store.reports import NoSuchReport
from desktop_app.triage.report_files import FileToAttach

if TYPE_CHECKING:
    from desktop_app.bus import Bus
    from desktop_app.clock import Clock
    from desktop_app.store.account import AccountStore


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
        self,
        actor: Actor,
        store: AccountStore,
        bus: Bus,
        clock: Clock,
        wake: Callable[[], None],
        read_only: Callable[[], bool] = lambda: False,
        signed_approvals: Callable[[], bool] = lambda: False,
    ) -> None:
        """``read_only``: whether the program is too old for new commands; those that wait still go out.

        ``signed_approvals``: whether the policy wants the card's signature under each approval.
        """
        self._own = actor
        self._store = store
        self._bus = bus
        self._clock = clock
        self._wake = wake
        self._read_only = read_only
        self._signed_approvals = signed_approvals

    @property
    def actor(self) -> Actor:
        """The person as rules see them now, absences of colleagues counted."""
        known = self._store.actor
        return known if known.person_id == self._own.person_id else self._own

    def legal(self, report: Report) -> tuple[Command, ...]:
        """Return the commands open to this person on ``report`` now, in the table's order.

        What was merged into another is decided there.
        """
        if self._read_only():
            return ()
        legal = workflow.legal_commands(self.actor, transition.stake_of(report))
        return tuple(each for each in legal if not transition.decided_elsewhere(report, each))

    def do(self, report: Report, command: Command, payload: Payload, group: str | None = None) -> Pending:
        """Put ``command`` into the outbox and show its effect at once.

        ``group`` ties the events of one bulk action together for undo; each of them is held. Raises
        ``CommandRefused`` when the table (asked about the present projection, not the screen's) does not
        allow it, ``PayloadInvalid`` when the payload lacks something.
        """
        event = self._begin(report.id, command, payload)
        hold = HOLD_SECONDS if group else hold_seconds(command)
        until = event.occurred_at + timedelta(seconds=hold) if hold else None
        with self._store.write() as tx:
            pending = self._store.outbox.add(tx, event, until, group)
        self.announce(event, pending.state)
        return pending

    def after(self, report: Report, pending: Pending) -> Report:
        """Return ``report``, as the person saw it, as their command ``pending`` leaves it."""
        return project(report, (pending,), self.actor)

    def attach(self, report_id: str, *files: FileToAttach, redacts: str | None = None) -> Pending:
        """Add files to a report: they wait here, encrypted, and the event waits for the last of them.

        ``redacts`` is the hash of the file that these replace in public. Megabytes are written: call it
        off the main thread. Raises ``FileRefused``, ``CommandRefused``, ``PayloadInvalid``.
        """
        kept = [file.checked() for file in files]
        small = [FileToAttach("", file.thumbnail).checked() if file.thumbnail else None for file in files]
        payload = payloads.Attach(
            sha256=tuple(one.sha256 for one in kept), names=tuple(file.name for file in files),
            thumbnails=tuple(one.sha256 if one else "" for one in small), redacts=redacts,
        )  # fmt: skip
        event = self._begin(report_id, Command.ATTACH, payload)
        with self._store.write() as tx:
            pending = self._store.outbox.add(tx, event, None)
            for one in (*small, *kept):
                if one is not None:
                    self._store.uploads.add(tx, event, one)
        self.announce(event, pending.state)
        return pending

    def undo(self, event_id: str) -> bool:
        """Take back an event that has not begun to travel; tell whether it was still possible."""
        if not self._store.outbox.cancel(event_id):
            return False
        self._cancelled(event_id)
        return True

    def undo_group(self, group: str) -> int:
        """Take back what has not begun to travel of a bulk action; return how many events."""
        cancelled = self._store.outbox.cancel_group(group)
        for event_id in cancelled:
            self._cancelled(event_id)
        return len(cancelled)

    def opened(self, report_id: str) -> None:
        """Note that the person has looked at a report: it is new no longer."""
        with self._store.write() as tx:
            self._store.reports.mark_seen(tx, report_id)
            self._store.notices.mark_report_read(tx, report_id)
        self._bus.publish(ReportsChanged((report_id,)))

    # --- drafts --------------------------------------------------------------------------------

    def save_draft(self, report_id: str, draft: DraftContent) -> None:
        """Append a revision of this person's draft; older revisions stay."""
        with self._store.write() as tx:
            self._store.drafts.save(tx, report_id, draft.text, draft.outcome, self._clock.now())

    def draft(self, report_id: str) -> DraftContent | None:
        """Return the newest revision of this person's draft, if any."""
        latest = self._store.drafts.latest(report_id)
        return DraftContent(latest.text, latest.outcome) if latest else None

    # --- mine or theirs ------------------------------------------------------------------------

    def conflicts(self) -> list[Conflict]:
        """Return the events that wait for this person's choice, oldest first."""
        found = (self._conflict(pending) for pending in self._store.outbox.needs_person())
        return [conflict for conflict in found if conflict is not None]

    def resolve_mine(self, event_id: str) -> Pending:
        """Issue my command again on the server's present version; what I did after it follows.

        Raises ``CommandRefused`` when it is no longer legal there, or waits for no choice any more.
        """
        failed = self._waiting(event_id)
        return self._again(event_id, payloads.decode(_on_a_report(failed), failed.event.payload))

    def _again(self, event_id: str, payload: Payload) -> Pending:
        failed = self._waiting(event_id)
        base = self._base(failed)
        if base is None:
            raise CommandRefused("not_found")
        command = _on_a_report(failed)
        self._check(base, command, payload)
        event = self._event(base, command, payload, failed.event.after)
        with self._store.write() as tx:
            pending = self._store.outbox.reissue(tx, event_id, event)
        if pending is None:
            raise CommandRefused("not_waiting")
        self.announce(failed.event, OutboxState.DISCARDED)
        self.announce(event, pending.state)
        return pending

    def resolve_theirs(self, event_id: str) -> None:
        """Give up my event for the server's version; the draft stays, later events are tried anew."""
        failed = self._waiting(event_id)
        with self._store.write() as tx:
            self._store.outbox.discard(tx, event_id)
        self.announce(failed.event, OutboxState.DISCARDED)

    def reword(self, event_id: str, text: str) -> None:
        """Say in other words what an event says that waits here; it keeps its place.

        One that the centre has judged already goes as a new one. Raises ``CommandRefused`` (``not_waiting``
        once it travels, ``not_editable`` where words are bound to a hash), ``PayloadInvalid``.
        """
        pending = self._store.outbox.get(event_id)
        field = editable_field(pending) if pending is not None else None
        if pending is None or field is None:
            raise CommandRefused("not_editable")
        payload = {**pending.event.payload, field: text}
        decoded = payloads.decode(_on_a_report(pending), payload)
        with self._store.write() as tx:
            changed = self._store.outbox.reword(tx, event_id, payload)
        if changed:
            self.announce(pending.event, pending.state)
        else:
            self._again(event_id, decoded)

    def retry(self, event_id: str) -> None:
        """Send an event again as it is, same id: for answers that time or a colleague has changed."""
        failed = self._waiting(event_id)
        if self._store.outbox.retry(event_id):
            self.announce(failed.event, OutboxState.READY)

    def _conflict(self, pending: Pending) -> Conflict | None:
        theirs = self._base(pending)
        if theirs is None or not isinstance(pending.event.type, Command):
            return None
        changed = decode_changes(pending.problem.get("changed") or [])
        return Conflict(pending, self._as_mine(theirs, pending), theirs, changed)

    def _as_mine(self, theirs: Report, pending: Pending) -> Report:
        """Return the report with my command carried out on it, however the table judges it now."""
        command = _on_a_report(pending)
        payload = payloads.decode(command, pending.event.payload)
        edge = next(edge for edge in workflow.TABLE if edge.command is command)
        step = transition.Step(self.actor, pending.event.occurred_at)
        try:
            return transition.apply(theirs, edge, payload, step)
        except transition.NotAllowed:
            return theirs

    # --- parts ---------------------------------------------------------------------------------

    def _begin(self, report_id: str, command: Command, payload: Payload) -> Event:
        """The event of a command that is legal on the present projection; raise ``CommandRefused``."""
        try:
            base, current = self._store.reports.both(report_id)
        except NoSuchReport:
            raise CommandRefused("not_found") from None
        self._check(current, command, payload)
        return self._event(base, command, payload, self._store.outbox.tail(report_id))

    def _check(self, report: Report, command: Command, payload: Payload) -> None:
        if self._read_only():
            raise CommandRefused("too_old_to_act")
        edge = workflow.find_edge(command, self.actor, transition.stake_of(report))
        if isinstance(edge, Refusal):
            raise CommandRefused(edge)
        if isinstance(payload, payloads.Approve) and not payload.signature and self._signed_approvals():
            raise CommandRefused(transition.SignatureRequired.rule)
        decoded, now = payloads.decode(command, payloads.encode(payload)), self._clock.now()
        if fault := day_fault(report, decoded, now):
            raise payloads.PayloadInvalid(*fault)
        try:
            transition.apply(report, edge, decoded, transition.Step(self.actor, now))
        except transition.NotAllowed as problem:
            if problem.field is not None and not isinstance(problem, transition.ContentChanged):
                raise payloads.PayloadInvalid(problem.field, problem.rule) from None
            raise CommandRefused(problem.rule) from None

    def _event(self, base: Report, command: Command, payload: Payload, after: str | None) -> Event:
        return Event(
            id=new_id(),
            type=command,
            entity="report",
            entity_id=base.id,
            base_version=base.version,
            occurred_at=self._clock.now(),
            payload=payloads.encode(payload),
            after=after,
            touches=_touches(base.id, payload),
        )

    def _waiting(self, event_id: str) -> Pending:
        pending = self._store.outbox.get(event_id)
        if pending is None or pending.state is not OutboxState.NEEDS_PERSON:
            raise CommandRefused("not_waiting")
        return pending

    def _base(self, pending: Pending) -> Report | None:
        try:
            return self._store.reports.base(pending.event.entity_id)
        except NoSuchReport:
            return None

    def _cancelled(self, event_id: str) -> None:
        pending = self._store.outbox.get(event_id)
        if pending is not None:
            self.announce(pending.event, pending.state)

    def announce(self, event: Event, state: OutboxState) -> None:
        """Tell everybody that an event is in the outbox or moved on there, and have it sent."""
        self._bus.publish(ReportsChanged((event.entity_id,)))
        self._bus.publish(OutboxChanged(event.id, event.entity_id, state))
        self._wake()


def _on_a_report(pending: Pending) -> Command:
    """The command of the workflow that waits; a call or a shift knows no other version to decide against."""
    if not isinstance(pending.event.type, Command):
        raise CommandRefused("not_editable")
    return pending.event.type


_EDITABLE = frozenset({
    Command.NOTE, Command.CONTRIBUTE, Command.URGE, Command.RETURN, Command.REJECT, Command.ASK_CITIZEN,
    Command.REQUEST_EXTENSION, Command.SEND_BACK, Command.DECIDE_EXTENSION, Command.DECIDE_REOPEN,
})  # fmt: skip
"""Commands whose words are bound to nothing else: an answer's are bound to its hash."""


def editable_field(pending: Pending) -> str | None:
    """Return the field whose words a person may change while the event waits here, or None."""
    if pending.event.type not in _EDITABLE or pending.state not in _HERE:
        return None
    return next((name for name in ("text", "question", "reason") if name in pending.event.payload), None)


_HERE = frozenset({OutboxState.HELD, OutboxState.READY, OutboxState.NEEDS_PERSON})


def _touches(report_id: str, payload: Payload) -> tuple[str, ...]:
    """Return every entity the event affects: the report, and the one it is tied to."""
    other = getattr(payload, "original_id", None) or getattr(payload, "into_id", None)
    return (report_id, other) if other else (report_id,)
