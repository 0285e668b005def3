"""Commands up: a batch of events, each with its own result; one failing event says nothing of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession, Request, TokenSource, read_time
from desktop_app.domain.outbox import SentEvent

MOST_EVENTS: Final = 50
Told = TypeVar("Told")


class Status(StrEnum):
    """What came of an event."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    REJECTED = "rejected"
    NOT_FOUND = "not_found"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody else did to a report meanwhile."""

    kind: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EventResult:
    """The server's word on one event.

    ``entity`` is the report's present JSON where it was sent, ``code`` that of a report which a call made.
    """

    id: str
    status: Status
    version: int | None = None
    seq: int | None = None
    code: str | None = None
    rule: str | None = None
    field: str | None = None
    entity: dict[str, Any] | None = None
    changed: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class PushAnswer:
    """The results of a batch by event id; ``durable_through`` is the seq the server will not lose."""

    results: dict[str, EventResult] = field(default_factory=dict)
    durable_through: int = 0


def send(session: ApiSession, token: TokenSource, events: Sequence[SentEvent]) -> PushAnswer:
    """Send at most ``MOST_EVENTS`` events; sending one again by the same id is harmless.

    An event that the answer leaves out has no result: its fate is unknown. Raises ``ApiError``.
    """
    body = {"events": [wire.encode_event(event) for event in events[:MOST_EVENTS]]}
    answer = session.call(Request("POST", "/v1/sync/events", json=body), token)
    results = [_result(raw) for raw in wire.members(answer, "results")]
    asked = {event.id for event in events}
    durable = _told(answer, "durable_through", int) or 0
    return PushAnswer({result.id: result for result in results if result.id in asked}, durable)


def decode_changes(raw: Sequence[dict[str, Any]]) -> tuple[Change, ...]:
    """Return what changed and by whom, as the server told it with a conflict; raise ``Garbage``."""
    return tuple(
        Change(wire.text(item, "kind"), str(item.get("by_name", "")), read_time(wire.text(item, "at")))
        for item in raw
    )


def _result(raw: dict[str, Any]) -> EventResult:
    try:
        status = Status(wire.text(raw, "status"))
    except ValueError:
        raise Garbage("status") from None
    return EventResult(
        id=wire.text(raw, "id"),
        status=status,
        version=_told(raw, "version", int),
        seq=_told(raw, "seq", int),
        code=_told(raw, "code", str),
        rule=_told(raw, "rule", str),
        field=_told(raw, "field", str),
        entity=_told(raw, "entity", dict),
        changed=tuple(wire.members(raw, "changed")) if raw.get("changed") else (),
    )


def _told(raw: dict[str, Any], name: str, kind: type[Told]) -> Told | None:
    """What is not told, or of another kind, is not known: the result itself still counts."""
    value = raw.get(name)
    return value if isinstance(value, kind) else None
