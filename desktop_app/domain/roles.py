"""Roles a person holds, and the actor that a rule is asked about."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a civil servant is appointed to do; one person may hold several."""

    HANDLER = "handler"
    APPROVER = "approver"
    DISPATCHER = "dispatcher"
    PUBLISHER = "publisher"
    HOTLINE = "hotline"
    SUPERVISOR = "supervisor"
    MISCONDUCT_RECIPIENT = "misconduct_recipient"
    CLERK = "clerk"
    SITE_ADMIN = "site_admin"


@dataclass(frozen=True, slots=True)
class StandIn:
    """A colleague in whose stead a person may act today: their name, units (all below too) and roles."""

    delegation_id: str
    person_id: str
    name: str
    units: frozenset[str]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who issues a command, reduced to what rules look at.

    ``units`` are the ids of the person's own unit and of every unit below it;
    ``deputy_for`` the units whose leader this person stands in for today by appointment, ``standing_in``
    the colleagues who delegated to them. ``approver_publishes`` is the organisation's policy: whether an
    approver may publish, too.
    """

    person_id: str
    unit_id: str
    roles: frozenset[Role]
    units: frozenset[str] = field(default_factory=frozenset)
    deputy_for: frozenset[str] = field(default_factory=frozenset)
    system: bool = False
    citizen: bool = False
    standing_in: tuple[StandIn, ...] = ()
    approver_publishes: bool = False

    def holds(self, role: Role) -> bool:
        """Tell whether the person holds ``role``."""
        return role in self.roles


SYSTEM = Actor(person_id="system", unit_id="", roles=frozenset(), system=True)
CITIZEN = Actor(person_id="citizen", unit_id="", roles=frozenset(), citizen=True)
