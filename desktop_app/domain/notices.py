"""Which news is told to whom, what may break a quiet hour, and when an hour is quiet. Pure.

Told is what makes a person's next step possible or late, and what others did to their own work: never what
they did themselves, and nothing that only passes by.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Final

from desktop_app.domain.deadlines import ZONE, Calendar
from desktop_app.domain.report import QUESTION_WANTED, Entry, Procedure, Report
from desktop_app.domain.roles import Actor
from desktop_app.domain.transition import stake_of
from desktop_app.domain.workflow import Command, Party, parties

RECALCULATED: Final = "recalculate"
NOT_ACCEPTED: Final = "not_accepted"
"""The kind of the centre's line on what no unit has accepted in time."""


class NoticeKind(StrEnum):
    """Why somebody is told."""

    INSTANT = "instant"
    ASSIGNED = "assigned"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_MOVED = "due_moved"
    SENT_BACK = "sent_back"
    TO_APPROVE = "to_approve"
    TO_PUBLISH = "to_publish"
    RETURNED = "returned"
    REPLIED = "replied"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    REOPEN_ASKED = "reopen_asked"
    URGED = "urged"
    CONTRIBUTED = "contributed"
    QUESTION_WANTED = "question_wanted"
    NOT_ACCEPTED = "not_accepted"


@dataclass(frozen=True, slots=True)
class Notice:
    """One telling. ``number`` orders them; ``subject`` is a line's id, or a deadline."""

    number: int
    at: datetime
    kind: NoticeKind
    report_id: str
    subject: str
    urgent: bool
    read_at: datetime | None = None


K, C, P = NoticeKind, Command, Party
_URGENT: Final = frozenset({K.INSTANT})
_Rule = Callable[[Report, Actor, frozenset[Party]], bool]


def _owner(report: Report, actor: Actor, _standing: frozenset[Party]) -> bool:
    return report.assignment is not None and report.assignment.owner == actor.person_id


def _team(report: Report, actor: Actor, standing: frozenset[Party]) -> bool:
    """Mine, or given to my unit as such: somebody of it must take it up."""
    job = report.assignment
    units_own = job is not None and job.owner in actor.units and P.LEAD_UNIT in standing
    return units_own or _owner(report, actor, standing)


def _answerable(report: Report, actor: Actor, standing: frozenset[Party]) -> bool:
    """Who should have taken it up, their leader, and who watches over deadlines."""
    return _team(report, actor, standing) or bool(standing & {P.APPROVER, P.SUPERVISOR})


def _as(*wanted: Party) -> _Rule:
    return lambda _report, _actor, standing: not standing.isdisjoint(wanted)


def _dispatcher_or_owner(report: Report, actor: Actor, standing: frozenset[Party]) -> bool:
    return _owner(report, actor, standing) or P.DISPATCHER in standing


_RULES: Final[dict[str, tuple[NoticeKind, _Rule]]] = {
    C.DISTRIBUTE: (K.ASSIGNED, _team),
    C.HAND_DOWN: (K.ASSIGNED, _team),
    C.SEND_BACK: (K.SENT_BACK, _owner),
    C.SUBMIT: (K.TO_APPROVE, _as(P.APPROVER)),
    C.APPROVE: (K.TO_PUBLISH, _as(P.PUBLISHER, P.APPROVER_BY_POLICY)),
    C.RETURN: (K.RETURNED, _as(P.DISPATCHER)),
    C.REPLY: (K.REPLIED, _dispatcher_or_owner),
    C.REQUEST_EXTENSION: (K.EXTENSION_ASKED, _as(P.DISPATCHER)),
    C.DECIDE_EXTENSION: (K.EXTENSION_DECIDED, _owner),
    C.REQUEST_REOPEN: (K.REOPEN_ASKED, _as(P.DISPATCHER)),
    C.URGE: (K.URGED, _team),
    C.CONTRIBUTE: (K.CONTRIBUTED, _owner),
    QUESTION_WANTED: (K.QUESTION_WANTED, _as(P.DISPATCHER)),
    RECALCULATED: (K.DUE_MOVED, _owner),
    NOT_ACCEPTED: (K.NOT_ACCEPTED, _answerable),
}


def kind_of(line: Entry, report: Report, actor: Actor) -> NoticeKind | None:
    """Return why ``actor`` is told of a line of a timeline; None where they are not."""
    kind, told = _RULES.get(line.kind, (None, None))
    if kind is None or told is None or line.by == actor.person_id:
        return None
    return kind if told(report, actor, parties(actor, stake_of(report))) else None


def is_urgent(kind: NoticeKind, report: Report) -> bool:
    """Tell whether it breaks a quiet hour: an instant case, when it comes in and when it is given to me."""
    return kind in _URGENT or (kind is K.ASSIGNED and report.procedure is Procedure.INSTANT)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nothing may pop up: from ``begins`` to ``ends`` each day, in the city's zone, and on days off."""

    begins: time
    ends: time
    days_off: bool = True

    def cover(self, now: datetime, calendar: Calendar) -> bool:
        """Tell whether ``now`` is quiet."""
        local = now.astimezone(ZONE)
        if self.days_off and not calendar.is_working_day(local.date()):
            return True
        at = local.time()
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


def clock_time(text: str) -> time | None:
    """Return ``HH:MM`` as a time of day; None for anything else."""
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone
    except ValueError:
        return None
