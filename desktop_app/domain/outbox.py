"""A pending event: one user action, and the states it goes through until the server answers.

Source: the contract, "Up: commands as events".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop_app.domain.conflicts import KINDS, ConflictKind
from desktop_app.domain.hotline import HotlineCommand
from desktop_app.domain.workflow import Command

AnyCommand = Command | HotlineCommand
"""What a person can put into the outbox: a command on a report, or one of the hotline's."""

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
_OF_THE_HOTLINE = frozenset(map(str, HotlineCommand))
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

    type: AnyCommand


@dataclass(frozen=True, slots=True)
class Pending:
    """An event in the outbox with its state; ``problem`` is the server's answer in short."""

    event: Event
    state: OutboxState
    held_until: datetime | None = None
    group: str | None = None
    attempts: int = 0
    problem: dict[str, Any] = field(default_factory=dict)


def command_of(name: str) -> AnyCommand:
    """Return the command of this name; ValueError where this program knows none."""
    return HotlineCommand(name) if name in _OF_THE_HOTLINE else Command(name)


def hold_seconds(command: AnyCommand) -> float:
    """Return how long an event of this command is held for undo, in seconds."""
    if isinstance(command, HotlineCommand):
        return HOLD_SECONDS
    return 0.0 if KINDS[command] is ConflictKind.APPEND_ONLY else HOLD_SECONDS
