"""How an assignment stands against its deadlines: on time, late with an extension, late, and idle.

What counts is work that a unit was given: it begins with the distribution and ends with the publication of
the answer. An answer that is out (or, while none is, the present moment) is judged by the deadline first
given and by the one in force. Overdue begins with the deadline itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain.clocks import accept_by
from desktop_app.domain.deadlines import IDLE_WORKING_DAYS, ZONE, Calendar
from desktop_app.domain.organisation import Category
from desktop_app.domain.report import Report
from desktop_app.domain.workflow import Command, State

ON_THE_UNIT: Final = frozenset({State.DISTRIBUTED, State.IN_PROGRESS})
"""States in which it is the unit's turn to act."""

STEPS: Final = frozenset({
    Command.ACCEPT, Command.HAND_DOWN, Command.RETURN, Command.ASK_CITIZEN, Command.MONITOR, Command.RESUME,
    Command.SUBMIT, Command.REQUEST_EXTENSION, Command.NOTE, Command.CONTRIBUTE, Command.ATTACH,
    Command.SPLIT, Command.MERGE, Command.SEND_BACK, Command.REPLY, Command.EXPIRE,
})  # fmt: skip
"""What counts as a step on a unit's work: what the unit does, and what gives it the turn back.

An urging, a tag, another priority or a deadline that was moved is no sign that anybody acts.
"""


class Standing(StrEnum):
    """Against its deadlines; of work under way: as it stands now."""

    ON_TIME = "on_time"
    EXTENDED = "extended"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Track:
    """The moments by which an assignment is judged; ``first_due_at`` is never after ``due_at``.

    ``finished_at`` is None while it runs. ``acted_at`` is when the unit last did something, None where it
    is not the unit's turn; ``accept_due`` until when it accepts what it was given, None once it has.
    """

    given_at: datetime
    first_due_at: datetime
    due_at: datetime
    finished_at: datetime | None = None
    acted_at: datetime | None = None
    accept_due: datetime | None = None

    def standing(self, now: datetime) -> Standing:
        """Return how it stands: for good once it is finished, else at ``now``."""
        moment = self.finished_at or now
        if moment < self.first_due_at:
            return Standing.ON_TIME
        return Standing.EXTENDED if moment < self.due_at else Standing.LATE

    def is_idle(self, since: datetime, now: datetime) -> bool:
        """Tell whether the unit has not acted after ``since`` (``idle_since``), or not accepted in time."""
        if self.accept_due is not None and self.accept_due <= now:
            return True
        return self.acted_at is not None and self.acted_at <= since


def track_of(report: Report, last_step: datetime | None = None) -> Track | None:
    """Return the track of ``report``'s assignment, None where no unit was given anything.

    ``last_step`` is the newest line of its timeline that is a step (one of ``STEPS``).
    """
    job, given = report.assignment, report.distributed_at
    if job is None or given is None:
        return None
    published = report.answer.published_at if report.answer else None
    finished = published if published is not None and published >= given else None
    acted = max(given, last_step or given) if report.state in ON_THE_UNIT else None
    first = min(job.first_due_at or job.due_at, job.due_at)
    return Track(given, first, job.due_at, finished, acted, accept_by(report))


@dataclass(frozen=True, slots=True)
class Handing:
    """A unit gave work back; ``to_unit`` is who had it next, None while nobody has."""

    from_unit: str
    to_unit: str | None
    at: datetime


def handings(report: Report) -> tuple[Handing, ...]:
    """Return how ``report`` went from unit to unit by being returned, oldest first."""
    present = report.assignment.lead_unit if report.assignment else None
    known = [(each.by_unit, each.at) for each in report.returns if each.by_unit and each.at]
    following = [*(unit for unit, _ in known[1:]), present]
    return tuple(Handing(unit, to_unit, at) for (unit, at), to_unit in zip(known, following, strict=False))


def idle_within(
    now: datetime, calendar: Calendar, categories: Iterable[Category]
) -> tuple[tuple[str, datetime], ...]:
    """Return, for each category that counts another number of days than usual, its id and its moment."""
    own = (each for each in categories if each.idle_days != IDLE_WORKING_DAYS)
    return tuple((each.id, idle_since(now, calendar, each.idle_days)) for each in own)


def idle_since(now: datetime, calendar: Calendar, working_days: int = IDLE_WORKING_DAYS) -> datetime:
    """Return the moment since which ``working_days`` whole working days have passed at ``now``.

    On a day off the count begins with the midnight that ended the last working day.
    """
    local = now.astimezone(ZONE)
    if not calendar.is_working_day(local.date()):
        local = datetime.combine(local.date(), time(), tzinfo=ZONE)
    day, left = local.date(), working_days
    while left:
        day -= timedelta(days=1)
        left -= calendar.is_working_day(day)
    return datetime.combine(day, local.timetz()).astimezone(now.tzinfo)
