"""Templates: a unit's leaders write their unit's, who publishes the city's; each change is a version."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.matters import TEMPLATE
from desktop_app.domain.payloads import Nothing
from desktop_app.domain.templates import (
    KEPT_VERSIONS,
    MOST_OF_A_UNIT,
    EarlierText,
    Template,
    WriteTemplate,
    keeps_templates,
)
from desktop_app.sandbox.audience import EVERYONE, Scope, staff_scope
from desktop_app.sandbox.matters.matter import NOT_YOURS, Matter, Result, Unknown
from desktop_app.sandbox.rules import RuleBroken

_CATEGORY: Final = "category"


def write(matter: Matter, payload: WriteTemplate) -> Result:
    """Write a new template, or the next version of one; raise ``RuleBroken``, ``Unknown``."""
    if not keeps_templates(matter.actor, payload.unit):
        raise RuleBroken(NOT_YOURS)
    before = matter.found(Template, TEMPLATE)
    if before is None:
        _require_room(matter, payload)
    elif before.unit != payload.unit:
        raise Unknown
    elif before.version != payload.seen:
        raise RuleBroken("changed_meanwhile")
    if payload.category and matter.entities.data(matter.connection, _CATEGORY, payload.category) is None:
        raise RuleBroken("payload", _CATEGORY)
    return matter.put(TEMPLATE, _next(matter, payload, before), _scope(matter, payload.unit))


def withdraw(matter: Matter, _payload: Nothing) -> Result:
    """Take a template away from everybody; raise ``Unknown``."""
    if not keeps_templates(matter.actor, matter.known(Template, TEMPLATE).unit):
        raise Unknown
    return matter.remove(TEMPLATE)


def _require_room(matter: Matter, payload: WriteTemplate) -> None:
    """A new one: an id of its own, and room in the unit."""
    if payload.seen:
        raise Unknown  # withdrawn while it was being written
    matter.require_new(TEMPLATE)
    if payload.unit and len(matter.entities.looked_up(matter.connection, TEMPLATE, payload.unit)) >= (
        MOST_OF_A_UNIT
    ):
        raise RuleBroken("too_many", "title")


def _next(matter: Matter, payload: WriteTemplate, before: Template | None) -> Template:
    earlier: tuple[EarlierText, ...] = ()
    if before is not None:
        said = EarlierText(before.version, before.title, before.text, before.written_by, before.written_at)
        earlier = (said, *before.earlier)[:KEPT_VERSIONS]
    return Template(
        id=matter.event.entity_id, state=payload.state, language=payload.language,
        title=" ".join(payload.title.split()), text=payload.text.strip(), category=payload.category,
        command=payload.command, unit=payload.unit, version=before.version + 1 if before else 1,
        written_by=matter.actor.person_id, written_at=matter.now, earlier=earlier,
    )  # fmt: skip


def _scope(matter: Matter, unit: str | None) -> Scope:
    """The city's are everybody's, a unit's its own people's and those of the units below it."""
    if unit is None:
        return EVERYONE
    return frozenset(map(staff_scope, matter.people.units(matter.connection).subtree(unit) | {unit}))
