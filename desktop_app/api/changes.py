"""The change feed: what changed in a person's scope since a cursor, each entity once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from desktop_app.api import wire
from desktop_app.api.errors import Garbage
from desktop_app.api.session import ApiSession, Request, TokenSource

PAGE: Final = 500
LONGEST_WAIT: Final = 25
MARGIN: Final = 5.0
"""How much longer than it was asked to hold it the server may take to begin its answer, in seconds."""


class Operation(StrEnum):
    """What a line of the feed asks of the client."""

    PUT = "put"
    REMOVE = "remove"
    SCOPE_LOST = "scope_lost"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One entity at its latest seq; ``data`` is None unless the operation is ``put``."""

    seq: int
    entity: str
    id: str
    operation: Operation
    version: int
    data: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the feed; ``total`` counts the rows left of a first sync, this page included."""

    lines: tuple[ChangeLine, ...]
    next: str
    has_more: bool
    total: int | None
    epoch: str
    durable_through: int


def fetch(session: ApiSession, token: TokenSource, cursor: str, wait: int, most: int = PAGE) -> Page:
    """Return up to ``most`` rows after ``cursor``; the server holds its answer ≤ ``wait`` seconds for news.

    Raises ``Refused("cursor_expired", 410)`` for a cursor from before the oldest tombstone.
    """
    params = {"cursor": cursor, "limit": str(most), "wait": str(wait)}
    request = Request("GET", "/v1/sync/changes", params=params)
    if wait:
        request = replace(request, patience=wait + MARGIN, held=True)
    answer = session.call(request, token)
    total, more = answer.get("total"), answer.get("has_more")
    if not isinstance(more, bool):
        raise Garbage("has_more")
    return Page(
        lines=tuple(line_of(raw) for raw in wire.members(answer, "changes")),
        next=wire.text(answer, "next"),
        has_more=more,
        total=total if isinstance(total, int) else None,
        epoch=str(answer.get("epoch", "")),
        durable_through=wire.number(answer, "durable_through"),
    )


def line_of(raw: dict[str, Any]) -> ChangeLine:
    """Return one line of the feed; raise ``Garbage``."""
    try:
        operation = Operation(wire.text(raw, "op"))
    except ValueError:
        raise Garbage("op") from None
    data = wire.member(raw, "data") if operation is Operation.PUT else None
    return ChangeLine(
        wire.number(raw, "seq"), wire.text(raw, "entity"), wire.text(raw, "id"), operation,
        wire.number(raw, "version"), data,
    )  # fmt: skip
