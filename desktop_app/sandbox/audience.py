"""Who may see a report, as scope keys: ``domain.rights.may_see`` in a form that SQL can join.

A report lies in scopes, a person holds scopes; they meet exactly where ``may_see`` says yes. A
test proves the two forms equal over every role, relation and state.
"""

from __future__ import annotations

from desktop_app.domain.hotline import takes_calls
from desktop_app.domain.report import Report
from desktop_app.domain.rights import people_of, units_of
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import OPEN_STATES

Scope = frozenset[str]
EVERYONE: Scope = frozenset({"everyone"})
"""Reference data: units, officers, categories, the city's templates, the calendar."""

_PRIVATE, _WHOLE, _OPEN, _CALLS = "misconduct", "whole", "open", "calls"
CALL_TAKERS: Scope = frozenset({_CALLS})
"""Shifts handed over: for those who take calls."""

_WHOLE_ROLES = frozenset({Role.DISPATCHER, Role.PUBLISHER, Role.SUPERVISOR})
_UNIT_ROLES = frozenset({Role.HANDLER, Role.APPROVER})


def of_report(report: Report) -> Scope:
    """Return the scopes that ``report`` and its timeline lie in."""
    if report.private:
        return frozenset(f"recipient:{one}" for one in report.recipients) or frozenset({_PRIVATE})
    found = {_WHOLE}
    if report.state in OPEN_STATES:
        found.add(_OPEN)
    if job := report.assignment:
        found |= {f"unit:{unit}" for unit in (job.lead_unit, job.owner, *job.co_processors)}
        found.add(f"officer:{job.owner}")
    return frozenset(found)


def of_actor(actor: Actor) -> Scope:
    """Return the scopes that ``actor`` holds."""
    found = set(EVERYONE)
    if actor.holds(Role.MISCONDUCT_RECIPIENT):
        found |= {_PRIVATE, f"recipient:{actor.person_id}"}
    if actor.roles & _WHOLE_ROLES:
        found.add(_WHOLE)
    if actor.holds(Role.HOTLINE):
        found.add(_OPEN)
    if takes_calls(actor):
        found.add(_CALLS)
    if actor.roles & _UNIT_ROLES or actor.deputy_for or actor.standing_in:
        found |= {f"unit:{unit}" for unit in units_of(actor)}
        found |= {f"officer:{person}" for person in people_of(actor)}
    found |= {person_scope(actor.person_id), staff_scope(actor.unit_id)}
    if actor.holds(Role.APPROVER):
        found |= {staff_scope(unit) for unit in actor.units}
    return frozenset(found)


def person_scope(person_id: str) -> str:
    """Return the scope of what is told to one person."""
    return f"person:{person_id}"


def staff_scope(unit_id: str) -> str:
    """Return the scope of what is told to those who work in a unit, and to its leaders."""
    return f"staff:{unit_id}"
