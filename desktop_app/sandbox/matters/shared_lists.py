"""Lists shared within a unit: anybody there shares, who shared or leads takes back."""

from __future__ import annotations

import json
from typing import Final

from desktop_app.domain.matters import LIST, SharedList, ShareList
from desktop_app.domain.payloads import Nothing
from desktop_app.domain.roles import Role
from desktop_app.sandbox.audience import staff_scope
from desktop_app.sandbox.matters.matter import Matter, Result, Unknown
from desktop_app.sandbox.rules import RuleBroken

MOST: Final = 50
"""Lists of one unit."""
_LONGEST_QUERY: Final = 4_000


def share(matter: Matter, payload: ShareList) -> Result:
    """Share a list with everybody of one's own unit; raise ``RuleBroken``."""
    matter.require_new(LIST)
    unit, name = matter.actor.unit_id, " ".join(payload.name.split())
    if len(json.dumps(payload.query, ensure_ascii=False)) > _LONGEST_QUERY:
        raise RuleBroken("payload", "query")
    there = matter.entities.looked_up(matter.connection, LIST, unit)
    if len(there) >= MOST:
        raise RuleBroken("too_many", "name")
    if any(one["name"].casefold() == name.casefold() for one in there):
        raise RuleBroken("name_taken", "name")
    made = SharedList(matter.event.entity_id, name, unit, matter.actor.person_id, payload.query)
    return matter.put(LIST, made, frozenset({staff_scope(unit)}))


def unshare(matter: Matter, _payload: Nothing) -> Result:
    """Take a shared list back; raise ``Unknown``."""
    shared, actor = matter.known(SharedList, LIST), matter.actor
    leads = actor.holds(Role.APPROVER) and shared.unit_id in actor.units
    if actor.person_id != shared.shared_by and not leads:
        raise Unknown
    return matter.remove(LIST)
