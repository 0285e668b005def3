"""Who may see a report, as scope keys: ``domain.rights.may_see`` in a form that SQL can join.

A report lies in scopes, a person holds scopes; they meet exactly where ``may_see`` says yes. A
test proves the two forms equal over every role, relation and state.
"""

from __future__ import annotations

from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import State

Scope = frozenset[str]
EVERYONE: Scope = frozenset({"everyone"})
"""Reference data: units, officers, categories, templates, the calendar."""

_PRIVATE, _WHOLE, _RECEIVED = "misconduct", "whole", "received"
_WHOLE_ROLES = frozenset({Role.DISPATCHER, Role.PUBLISHER, Role.SUPERVISOR})
_UNIT_ROLES = frozenset({Role.HANDLER, Role.APPROVER})


def of_report(report: Report) -> Scope:
    """Return the scopes that ``report`` and its timeline lie in."""
    if report.private:
        return frozenset({_PRIVATE})
    found = {_WHOLE}
    if report.state is State.RECEIVED:
        found.add(_RECEIVED)
    if job := report.assignment:
        found |= {f"unit:{unit}" for unit in (job.lead_unit, job.owner, *job.co_processors)}
        found.add(f"officer:{job.owner}")
    return frozenset(found)


def of_actor(actor: Actor) -> Scope:
    """Return the scopes that ``actor`` holds."""
    found = set(EVERYONE)
    if actor.holds(Role.MISCONDUCT_RECIPIENT):
        found.add(_PRIVATE)
    if actor.roles & _WHOLE_ROLES:
        found.add(_WHOLE)
    if actor.holds(Role.HOTLINE):
        found.add(_RECEIVED)
    if actor.roles & _UNIT_ROLES or actor.deputy_for:
        found |= {f"unit:{unit}" for unit in actor.units | actor.deputy_for}
        found.add(f"officer:{actor.person_id}")
    return frozenset(found)
