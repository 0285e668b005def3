"""A pending event: one user action, and the states it goes through until the server answers.

Source: the contract, "Up: commands as events".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop_app.domain.conflicts import KINDS, ConflictKind
from desktop_app.domain.workflow import Command

HOLD_SECONDS = 5.0


class OutboxState(StrEnum):
    """Where a pending event stands. ``CANCELLED`` and ``DISCARDED`` are the person's own ends."""

    HELD = "held"
    READY = "ready"
    SENDING = "sending"
    ACKNOWLEDGED = "acknowledged"
    UNKNOWN = "unknown"
    NEEDS_PERSON = "needs_person"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"


UNSENT = frozenset(
    {OutboxState.HELD, OutboxState.READY, OutboxState.SENDING, OutboxState.UNKNOWN, OutboxState.NEEDS_PERSON}
)
PUBLIC_COMMANDS = frozenset({Command.PUBLISH, Command.ASK_CITIZEN, Command.REJECT})


@dataclass(frozen=True, slots=True)
class SentEvent:
    """One event as it travels: idempotent by ``id``, ordered per entity by ``after``.

    Its type is any name: the centre says of one it does not know that it is rejected.
    """

    id: str
    type: str
    entity: str
    entity_id: str
    base_version: int
    occurred_at: datetime
    payload: dict[str, Any]
    after: str | None = None
    touches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event(SentEvent):
    """An event of this program's: its type is a command it knows."""

    type: Command


@dataclass(frozen=True, slots=True)
class Pending:
    """An event in the outbox with its state; ``problem`` is the server's answer in short."""

    event: Event
    state: OutboxState
    held_until: datetime | None = None
    group: str | None = None
    attempts: int = 0
    problem: dict[str, Any] = field(default_factory=dict)


def hold_seconds(command: Command) -> float:
    """Return how long an event of this command is held for undo, in seconds."""
    return 0.0 if KINDS[command] is ConflictKind.APPEND_ONLY else HOLD_SECONDS
