"""Anti-entropy: sums over what a person may see, and the rows of what differs.

Answered only at the head of the caller's feed: a sum is about one state, and the client must be in it.
The sums are made when they are asked for, from the rows themselves: a kept sum would not notice a lost row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from desktop_app.domain.digest import Member, Sum, slice_of, sums
from desktop_app.sandbox.cursor import Position
from desktop_app.sandbox.feed import Feed
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import entity, presence, scope_grant

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

KINDS: Final = (
    "report",
    "entry",
    "attachment",
    "unit",
    "officer",
    "category",
    "template",
    "calendar",
    "handover",
    "delegation",
    "takeover",
    "list",
    "campaign",
)


class Digests:
    """Compares a client's rows with the truth; needs only a read transaction."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed

    def sums(self, connection: Connection, position: Position) -> list[Sum]:
        """Return all sums at ``position``; raise ``Refused`` (409 ``cursor_behind``)."""
        self._require_head(connection, position)
        return [one for kind in KINDS for one in sums(kind, _members(connection, position.person_id, kind))]

    def members(self, connection: Connection, position: Position, kind: str, part: int) -> list[Member]:
        """Return the rows of one slice by id and version; raise ``Refused`` (409)."""
        self._require_head(connection, position)
        found = _members(connection, position.person_id, kind)
        return [(row_id, version) for row_id, version in found if slice_of(row_id) == part]

    def rows(
        self, connection: Connection, person_id: str, kind: str, ids: Iterable[str]
    ) -> list[dict[str, Any]]:
        """Return those of the rows asked for that the person may see, whole; of others not a word."""
        query = _visible(person_id, kind, entity.c.seq, entity.c.data).where(entity.c.id.in_(list(ids)))
        return [
            {
                "seq": row.seq,
                "entity": kind,
                "id": row.id,
                "op": "put",
                "version": row.version,
                "data": row.data,
            }
            for row in connection.execute(query)
        ]

    def _require_head(self, connection: Connection, position: Position) -> None:
        if not position.caught_up or self._feed.is_behind(connection, position):
            raise Refused(409, "cursor_behind")


def _members(connection: Connection, person_id: str, kind: str) -> list[Member]:
    return [(row.id, row.version) for row in connection.execute(_visible(person_id, kind).distinct())]


def _visible(person_id: str, kind: str, *more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """The rows of one kind that lie in a scope the person holds now."""
    held = sa.select(scope_grant.c.scope).where(
        scope_grant.c.person_id == person_id, scope_grant.c.left.is_(None)
    )
    seen = sa.select(presence.c.id).where(
        presence.c.entity == kind, presence.c.left.is_(None), presence.c.scope.in_(held)
    )
    columns = (entity.c.id, entity.c.version, *more)
    return sa.select(*columns).where(entity.c.entity == kind, ~entity.c.removed, entity.c.id.in_(seen))
