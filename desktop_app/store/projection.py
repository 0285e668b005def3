"""Pure: the server's row overlaid by pending events, and the marks a list shows and filters by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.domain import transition
from desktop_app.domain.clocks import accept_by, deadline_of
from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.outbox import Event, Pending
from desktop_app.domain.payloads import PayloadInvalid, decode
from desktop_app.domain.report import Assignment, Procedure, Report
from desktop_app.domain.rights import units_of
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.transition import NotAllowed, Step, stake_of
from desktop_app.domain.workflow import (
    OPEN_STATES,
    RUNNING,
    TABLE,
    Command,
    Edge,
    Party,
    State,
    find_edge,
    parties,
)

S, P = State, Party
_DISPATCHERS = frozenset({S.RECEIVED, S.VERIFIED, S.RETURNED, S.REOPENED, S.REOPEN_REQUESTED})
_NEXT: dict[State, frozenset[Party]] = {
    **dict.fromkeys(_DISPATCHERS, frozenset({P.DISPATCHER})),
    **dict.fromkeys((S.DISTRIBUTED, S.IN_PROGRESS, S.MONITORING), frozenset({P.LEAD_UNIT})),
    S.AWAITING_APPROVAL: frozenset({P.APPROVER}),
    S.APPROVED: frozenset({P.PUBLISHER, P.APPROVER_BY_POLICY}),
}
"""Whose turn it is."""
_OWNED = frozenset({S.IN_PROGRESS, S.MONITORING})
_FIRST_LOOK = frozenset({S.RECEIVED, S.DISTRIBUTED})


@dataclass(frozen=True, slots=True)
class Marks:
    """What the quick filters ask of a report, for one person at one time; ``open`` bounds most of them."""

    open: bool
    mine: bool
    unit: bool
    overdue: bool
    due_today: bool
    new: bool
    waiting: bool
    instant: bool
    conflict: bool
    unsent: bool
    unowned: bool
    unaccepted: bool


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What marks depend on besides the report: the person, the time, the outbox, what was seen.

    ``unseen`` tells that the server changed the workflow since the person last opened the report;
    ``officers`` are those who work here now (None: not known).
    """

    actor: Actor
    now: datetime
    unseen: bool = False
    unsent: bool = False
    conflict: bool = False
    officers: frozenset[str] | None = None


def project(report: Report, pending: Iterable[Pending], actor: Actor) -> Report:
    """Return ``report`` as it will be once the server has taken ``pending``.

    The right to each command was checked when it was given. One that no longer fits the row (the
    server moved on) changes nothing here: its answer will be a conflict.
    """
    for each in pending:
        report = _after(report, each.event, actor)
    return report


def _after(report: Report, event: Event, actor: Actor) -> Report:
    command = event.type
    if not isinstance(command, Command):  # a further caller's words: the report itself stays as it is
        return report
    edge = _edge(report, command, actor)
    if edge is None:
        return report
    try:
        return transition.apply(report, edge, decode(command, event.payload), Step(actor, event.occurred_at))
    except (NotAllowed, PayloadInvalid):
        return report


def _edge(report: Report, command: Command, actor: Actor) -> Edge | None:
    """The edge open to the person, else (rights changed meanwhile) the table's first from this state."""
    found = find_edge(command, actor, stake_of(report))
    if isinstance(found, Edge):
        return found
    return next((e for e in TABLE if e.command is command and report.state in e.sources), None)


def marks_of(report: Report, around: Circumstance) -> Marks:
    """Return the marks of a projected report."""
    actor, job = around.actor, report.assignment
    is_open = report.state in OPEN_STATES
    concerned = {job.lead_unit, *job.co_processors} if job else set()
    waiting = is_open and _waits_for(report, actor)
    due = deadline_of(report) if is_open else None
    overdue = due is not None and due <= around.now
    accept = accept_by(report)
    return Marks(
        open=is_open,
        mine=is_open and job is not None and job.owner == actor.person_id,
        unit=is_open and bool(concerned & units_of(actor)),
        overdue=overdue,
        due_today=due is not None and not overdue and _day(due) == _day(around.now),
        new=waiting and report.state in _FIRST_LOOK and around.unseen,
        waiting=waiting,
        instant=is_open and report.procedure is Procedure.INSTANT,
        conflict=around.conflict,
        unsent=around.unsent,
        unowned=is_open and job is not None and not _is_held(job, around.officers),
        unaccepted=accept is not None and accept <= around.now,
    )


def _is_held(job: Assignment, officers: frozenset[str] | None) -> bool:
    """Tell whether a person who works here owns it: neither a unit as a whole nor one who has left does."""
    return job.owner in officers if officers else job.owner != job.lead_unit


def _waits_for(report: Report, actor: Actor) -> bool:
    """Tell whether the next step is this person's own."""
    standing = parties(actor, stake_of(report))
    asked = report.extension is not None and report.extension.granted is None and report.state in RUNNING
    if (asked or report.question_wanted) and Party.DISPATCHER in standing and report.state in RUNNING:
        return True
    if standing.isdisjoint(_NEXT.get(report.state, ())):
        return False
    if report.state in _OWNED:
        return report.assignment is not None and report.assignment.owner == actor.person_id
    return report.state is not State.DISTRIBUTED or actor.holds(Role.HANDLER) or report.private


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
