"""*Ủy quyền*: made by who is away or their leader, for what the person has, for a season at most."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain import delegation as rules
from desktop_app.domain.delegation import Delegation
from desktop_app.domain.matters import DELEGATION, Delegate
from desktop_app.domain.organisation import Officer
from desktop_app.domain.payloads import Nothing
from desktop_app.sandbox.audience import Scope, person_scope, staff_scope
from desktop_app.sandbox.matters.matter import NOT_YOURS, Matter, Result, Unknown
from desktop_app.sandbox.people import posts_of
from desktop_app.sandbox.rules import RuleBroken


def delegate(matter: Matter, payload: Delegate) -> Result:
    """Make a delegation; raise ``RuleBroken``."""
    matter.require_new(DELEGATION)
    away = matter.officer(payload.from_person, "from_person")
    if not rules.may_arrange(matter.actor, away):
        raise RuleBroken(NOT_YOURS)
    tree = matter.people.units(matter.connection)
    if not rules.may_stand_in(matter.officer(payload.to_person, "to_person"), away, tree):
        raise RuleBroken("outside_unit", "to_person")
    if not set(payload.rights) <= set(rules.delegable(away)):
        raise RuleBroken("payload", "rights")
    if payload.ends <= matter.now or payload.ends - payload.starts > rules.LONGEST:
        raise RuleBroken("payload", "ends")
    made = Delegation(
        matter.event.entity_id, away.id, payload.to_person, tuple(dict.fromkeys(payload.rights)),
        tuple(sorted(posts_of(matter.connection, away.id))), payload.starts, payload.ends,
        matter.actor.person_id, payload.note.strip(),
    )  # fmt: skip
    result = matter.put(DELEGATION, made, _scope(made, away))
    matter.people.settle_scopes(matter.connection, made.to_person, matter.now)
    return result


def end(matter: Matter, _payload: Nothing) -> Result:
    """End a delegation before its time; raise ``RuleBroken``, ``Unknown``."""
    made = matter.found(Delegation, DELEGATION)
    away = matter.people.officer(matter.connection, made.from_person if made else "")  # asked in any case
    may = away is not None and rules.may_arrange(matter.actor, away)
    if made is None or away is None or not (may or matter.actor.person_id in {made.made_by, made.to_person}):
        raise Unknown
    if made.is_over(matter.now):
        raise RuleBroken("is_over")
    result = matter.put_next(DELEGATION, replace(made, ended_at=matter.now), _scope(made, away))
    matter.people.settle_scopes(matter.connection, made.to_person, matter.now)
    return result


def _scope(made: Delegation, away: Officer) -> Scope:
    """Both hear of it, who made it, and those who work beside who is away."""
    people = {person_scope(one) for one in (made.from_person, made.to_person, made.made_by)}
    return frozenset(people | {staff_scope(away.unit_id)})
