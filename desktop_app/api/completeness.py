"""How far every check-in terminal is complete, and the signed decision that lists go on without some."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession, Request, TokenSource, read_time

_PATH = "/v1/attendance"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Who signed that lists through a moment go on without a terminal, when, and why."""

    through: datetime
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TerminalStanding:
    """One terminal as of the moment asked for.

    ``complete_through`` is None where it was never complete; ``said_goodbye``: its last row is a shutdown;
    ``begun_anew``: when a supervisor began its present epoch, which marks that day.
    """

    terminal_id: str
    name: str
    complete_through: datetime | None
    complete: bool
    said_goodbye: bool
    begun_anew: datetime | None
    left_out: LeftOut | None


def standings(session: ApiSession, token: TokenSource, through: datetime) -> tuple[TerminalStanding, ...]:
    """Return every terminal that ever recorded something; raise ``ApiError`` (404: not for this person)."""
    request = Request("GET", f"{_PATH}/terminals", params={"through": wire.instant(through)})
    return tuple(_standing(raw) for raw in wire.members(session.call(request, token), "terminals"))


def leave_out(session: ApiSession, token: TokenSource, order: str) -> int:
    """Have a supervisor's decision kept; return how many terminals it is about.

    Raises ``Refused``: ``not_entitled``, ``standing_changed``, ``through_ahead``, ``nothing_missing``.
    """
    request = Request("POST", f"{_PATH}/left-out", json={"order": order})
    return wire.number(session.call(request, token), "terminals")


def _standing(raw: dict[str, Any]) -> TerminalStanding:
    return TerminalStanding(
        terminal_id=wire.text(raw, "terminal_id"),
        name=wire.text(raw, "name"),
        complete_through=_time(raw, "complete_through"),
        complete=raw.get("complete") is True,
        said_goodbye=raw.get("said_goodbye") is True,
        begun_anew=_time(raw, "begun_anew"),
        left_out=_left_out(raw.get("left_out")),
    )


def _left_out(raw: object) -> LeftOut | None:
    if raw is None:
        return None
    if not isinstance(raw, dict):
        raise Garbage("left_out")
    through, at = (read_time(wire.text(raw, name)) for name in ("through", "at"))
    return LeftOut(through, wire.text(raw, "by"), wire.text(raw, "reason"), at)


def _time(raw: dict[str, Any], name: str) -> datetime | None:
    return None if raw.get(name) is None else read_time(wire.text(raw, name))
