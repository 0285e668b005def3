"""Absence: who acts in whose stead, for what, from when to when; and work that goes to another for good.

A delegation gives rights, never sight of a misconduct report, and ends by itself. Server and client ask
the same functions, so a deputy's screen offers what the server will take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain.organisation import Officer, UnitTree
from desktop_app.domain.report import Outcome
from desktop_app.domain.roles import Actor, Role, StandIn

LONGEST: Final = timedelta(days=92)
"""Whoever is away longer is replaced, not deputised for."""


class Right(StrEnum):
    """What can be delegated: *xử lý*, *duyệt*."""

    HANDLE = "handle"
    APPROVE = "approve"


ROLES: Final[Mapping[Right, Role]] = {Right.HANDLE: Role.HANDLER, Right.APPROVE: Role.APPROVER}


@dataclass(frozen=True, slots=True)
class Delegation:
    """``to_person`` acts in the stead of ``from_person`` while ``starts`` ≤ now < ``ends``.

    ``units`` are the posts of who is away when it was made; ``ended_at`` an end before its time.
    """

    id: str
    from_person: str
    to_person: str
    rights: tuple[Right, ...]
    units: tuple[str, ...]
    starts: datetime
    ends: datetime
    made_by: str
    note: str = ""
    ended_at: datetime | None = None
    version: int = 1

    def in_force(self, now: datetime) -> bool:
        """Tell whether it holds at ``now``."""
        return self.starts <= now < (self.ended_at or self.ends)

    def is_over(self, now: datetime) -> bool:
        """Tell whether it will never hold again."""
        return now >= (self.ended_at or self.ends)


class TakeoverState(StrEnum):
    """Where a *bàn giao* stands."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class HandedDraft:
    """What the one who leaves had written so far on a report."""

    report_id: str
    text: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Takeover:
    """*Bàn giao*: all open work of ``from_person``, its drafts and its clocks, offered to ``to_person``.

    ``reports`` is the list as it was offered; what was closed meanwhile stays where it is.
    """

    id: str
    from_person: str
    to_person: str
    note: str
    reports: tuple[str, ...]
    offered_by: str
    offered_at: datetime
    drafts: tuple[HandedDraft, ...] = ()
    state: TakeoverState = TakeoverState.OFFERED
    answered_at: datetime | None = None
    answer: str = ""
    version: int = 1


def stand_ins(
    delegations: Iterable[Delegation],
    officers: Mapping[str, Officer],
    tree: UnitTree,
    person_id: str,
    now: datetime,
) -> tuple[StandIn, ...]:
    """Return in whose stead ``person_id`` may act at ``now``, in the order of the delegations' ids.

    A right counts as long as who is away holds its role; nobody passes on what was delegated to them.
    """
    mine = [d for d in delegations if d.to_person == person_id and d.in_force(now)]
    known = (each for each in sorted(mine, key=lambda d: d.id) if each.from_person in officers)
    found = (_stand_in(each, officers[each.from_person], tree) for each in known)
    return tuple(one for one in found if one.roles)


def _stand_in(delegation: Delegation, away: Officer, tree: UnitTree) -> StandIn:
    roles = frozenset(ROLES[right] for right in delegation.rights) & frozenset(away.roles)
    below = frozenset().union(*(tree.subtree(unit) for unit in delegation.units))
    return StandIn(delegation.id, away.id, away.name, below, roles)


def may_arrange(actor: Actor, officer: Officer) -> bool:
    """Tell whether ``actor`` may arrange for ``officer``'s absence: they, their leader, a site admin."""
    leads = actor.holds(Role.APPROVER) and officer.unit_id in actor.units
    return actor.person_id == officer.id or leads or actor.holds(Role.SITE_ADMIN)


def may_stand_in(deputy: Officer, away: Officer, tree: UnitTree) -> bool:
    """Tell whether ``deputy`` may act for ``away``: active, and of their unit, one above or one below."""
    near = tree.subtree(away.unit_id) | {unit.id for unit in tree.path(away.unit_id)}
    return deputy.active and deputy.id != away.id and deputy.unit_id in near


def delegable(officer: Officer) -> tuple[Right, ...]:
    """Return what ``officer`` has to delegate."""
    return tuple(right for right in Right if ROLES[right] in officer.roles)


def may_take_over(taker: Officer) -> bool:
    """Tell whether work may be handed to ``taker``: an active officer who handles or leads."""
    return taker.active and bool({Role.HANDLER, Role.APPROVER} & set(taker.roles))
