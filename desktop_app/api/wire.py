"""The only place that knows field names: domain objects to JSON and back.

Fields that a newer server adds are ignored here and kept by the store, which holds the server's own
JSON. A field that is missing or of another kind raises ``Garbage`` with its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from desktop_app.api.errors import Garbage
from desktop_app.domain.attendance import JournalFacts, TapFacts
from desktop_app.domain.outbox import Event, SentEvent, command_of
from desktop_app.domain.person import Person
from desktop_app.domain.roles import Role

T = TypeVar("T")


def decode(shape: type[T], raw: object) -> T:
    """Return ``raw`` as a value of ``shape``; raise ``Garbage``."""
    try:
        return msgspec.convert(raw, shape, strict=True)
    except (msgspec.ValidationError, RecursionError):
        raise Garbage(shape.__name__.lower()) from None


def encode_event(event: SentEvent) -> dict[str, Any]:
    """Return an event as it travels in ``POST /v1/sync/events``."""
    return {
        "id": event.id,
        "type": str(event.type),
        "entity": event.entity,
        "entity_id": event.entity_id,
        "base_version": event.base_version,
        "after": event.after,
        "touches": list(event.touches),
        "occurred_at": instant(event.occurred_at),
        "payload": event.payload,
    }


def decode_event(raw: Mapping[str, Any]) -> Event:
    """Return an event as it travels; raise ``Garbage``."""
    sent = decode(SentEvent, dict(raw))
    try:
        command = command_of(sent.type)
    except ValueError:
        raise Garbage("event") from None
    return Event(**{spec.name: getattr(sent, spec.name) for spec in fields(sent)} | {"type": command})


def decode_person(raw: Mapping[str, Any]) -> Person:
    """Return the person of a token answer; roles of a newer server are left out. Raise ``Garbage``."""
    known = {str(role) for role in Role}
    return Person(
        id=text(raw, "id"),
        name=text(raw, "name"),
        unit_id=text(raw, "unit_id"),
        title=str(raw.get("title", "")),
        roles=frozenset(Role(role) for role in _texts(raw, "roles") if role in known),
        units=frozenset(_texts(raw, "units")),
        deputy_for=frozenset(_texts(raw, "deputy_for")),
        organisation=str(raw.get("organisation", "hue")),
    )


def encode_person(person: Person) -> dict[str, Any]:
    """Return a person as JSON, for keeping it through an offline sign-in."""
    return {
        "id": person.id, "name": person.name, "unit_id": person.unit_id, "title": person.title,
        "roles": sorted(person.roles), "units": sorted(person.units), "deputy_for": sorted(person.deputy_for),
        "organisation": person.organisation,
    }  # fmt: skip


def instant(moment: datetime) -> str:
    """Return a time as the contract writes it: UTC, microseconds, Z."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def text(raw: Mapping[str, Any], name: str) -> str:
    """Return a member that must be text; raise ``Garbage``."""
    value = raw.get(name)
    if not isinstance(value, str):
        raise Garbage(name)
    return value


def number(raw: Mapping[str, Any], name: str) -> int:
    """Return a member that must be a whole number; raise ``Garbage``."""
    value = raw.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Garbage(name)
    return value


def member(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a member that must be an object; raise ``Garbage``."""
    value = raw.get(name)
    if not isinstance(value, dict):
        raise Garbage(name)
    return value


def members(raw: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a member that must be a list of objects; raise ``Garbage``."""
    value = raw.get(name)
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise Garbage(name)
    return value


def _texts(raw: Mapping[str, Any], name: str) -> list[str]:
    value = raw.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Garbage(name)
    return value


def encode_facts(facts: TapFacts | JournalFacts) -> dict[str, Any]:
    """Return the claims that a card or the terminal signs."""
    claims: dict[str, Any] = msgspec.to_builtins(facts)
    return {**claims, "wall_utc": instant(facts.wall_utc)}
