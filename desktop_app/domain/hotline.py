"""What a hotline does that no report's workflow knows: taking a call in, and handing a shift over.

A call becomes a new report, or a further voice on one that is open already. These commands travel as events
like those of ``workflow`` and are judged by rules of their own: no state comes before a report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from desktop_app.domain.payloads import PayloadInvalid, check_text, shaped
from desktop_app.domain.report import Place, Priority, Procedure
from desktop_app.domain.roles import Actor, Role

LONGEST_TITLE: Final = 200
LONGEST_SEALED: Final = 8_000
MOST_ITEMS: Final = 200
LANGUAGES: Final = ("vi", "en")
"""In which a caller speaks and is answered."""
HANDOVER: Final = "handover"
"""The entity of a shift's end: its id is made where it is written."""


class HotlineCommand(StrEnum):
    """What those who take calls do."""

    RECEIVE = "receive"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"


@dataclass(frozen=True, slots=True)
class Receive:
    """A call as the call-taker wrote it down; the event's entity is the report it makes.

    ``caller`` is the caller's identity as a compact JWE for the centre's reporter key, or None. With
    ``joins`` the entity is an open report, which gets the words as a contribution: no second one is made.
    ``reference`` is the number told to the caller before the centre gave a code.
    """

    title: str
    text: str
    place: Place
    reference: str
    category: str | None = None
    procedure: Procedure = Procedure.TIMED
    priority: Priority = Priority.NORMAL
    language: str = "vi"
    caller: str | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What the next shift must know of one call: its number, what was promised, until when."""

    reference: str
    promise: str
    report_id: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """The end of a shift: what is open, and what else the next one should know."""

    notes: str
    items: tuple[OpenItem, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeOver:
    """The next shift has read it; ``items`` is how many it saw: nobody takes over what was not shown."""

    items: int


@dataclass(frozen=True, slots=True)
class Handover:
    """A shift's end as the centre records it; ``taken_by`` is None until somebody took over."""

    id: str
    version: int
    by: str
    by_name: str
    at: datetime
    notes: str
    items: tuple[OpenItem, ...] = ()
    taken_by: str | None = None
    taken_by_name: str = ""
    taken_at: datetime | None = None


HotlinePayload = Receive | HandOver | TakeOver
SHAPES: Final[dict[HotlineCommand, type[HotlinePayload]]] = {
    HotlineCommand.RECEIVE: Receive,
    HotlineCommand.HAND_OVER: HandOver,
    HotlineCommand.TAKE_OVER: TakeOver,
}
_AT_THE_DESK: Final = frozenset({Role.HOTLINE, Role.DISPATCHER})


def takes_calls(actor: Actor) -> bool:
    """Tell whether ``actor`` may take calls in and shifts over: hotline and dispatchers."""
    return bool(actor.roles & _AT_THE_DESK)


def temporary_number(report_id: str) -> str:
    """Return the number told to a caller until the centre gave a code: six digits, from the report's id."""
    number = int(report_id.replace("-", "")[-8:], 16) % 1_000_000
    return f"{number // 1000:03d} {number % 1000:03d}"


def decode(command: HotlineCommand, raw: Mapping[str, Any]) -> HotlinePayload:
    """Return the payload of ``command``; raise ``PayloadInvalid`` that names the first bad field."""
    payload = shaped(SHAPES[command], raw)
    if isinstance(payload, Receive):
        _check_call(payload)
    elif isinstance(payload, HandOver):
        _check_shift(payload)
    elif payload.items < 0:
        raise PayloadInvalid("items", "count")
    return payload


def _check_call(call: Receive) -> None:
    check_text("title", call.title)
    if len(call.title) > LONGEST_TITLE:
        raise PayloadInvalid("title", "too_long")
    check_text("text", call.text)
    check_text("reference", call.reference)
    if call.language not in LANGUAGES:
        raise PayloadInvalid("language", "malformed")
    if call.place.unit_code is None and not (call.place.address or "").strip():
        raise PayloadInvalid("place", "missing")
    if call.caller is not None and not _is_sealed(call.caller):
        raise PayloadInvalid("caller", "malformed")


def _is_sealed(text: str) -> bool:
    """Tell whether ``text`` has the form of a compact JWE (RFC 7516, clause 7.1), which no typed name has."""
    return len(text) <= LONGEST_SEALED and text.isascii() and text.count(".") == 4 and " " not in text


def _check_shift(shift: HandOver) -> None:
    check_text("notes", shift.notes, may_be_empty=bool(shift.items))
    if len(shift.items) > MOST_ITEMS:
        raise PayloadInvalid("items", "count")
    for item in shift.items:
        check_text("items", item.reference)
        check_text("items", item.promise, may_be_empty=True)
        if item.due_at is not None and item.due_at.tzinfo is None:
            raise PayloadInvalid("items", "no_zone")
