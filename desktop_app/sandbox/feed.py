"""The change feed: each entity once, at its latest number, as far as one person may see it.

A candidate is an entity that moved, since the cursor, in a scope the person holds, or that was
announced to them because a right changed. What they see now is sent as ``put``; what they saw at
the cursor, or where these pages began, and see no more as ``scope_lost`` (``remove`` where the
entity itself is gone); what they were not entitled to then is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.sandbox.cursor import CursorInvalid, Cursors, Position
from desktop_app.sandbox.database import head
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import announcement, entity, feed_head, presence, scope_grant

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

Key = tuple[str, str]
_STANDS = sa.select(feed_head.c.seq, feed_head.c.horizon)
_PERSON, _SEQ = sa.bindparam("person", type_=sa.String), sa.bindparam("seq", type_=sa.BigInteger)
_MOVED = sa.union_all(
    sa.select(presence.c.entity, presence.c.id, presence.c.changed.label("seq")).where(
        presence.c.scope.in_(
            sa.select(scope_grant.c.scope).where(
                scope_grant.c.person_id == _PERSON, scope_grant.c.left.is_(None)
            )
        ),
        presence.c.changed > _SEQ,
    ),
    sa.select(announcement.c.entity, announcement.c.id, announcement.c.seq).where(
        announcement.c.person_id == _PERSON, announcement.c.seq > _SEQ
    ),
).subquery()
"""What moved for a person since a number; an entity as often as it has scopes in sight."""
_LATEST = sa.func.max(_MOVED.c.seq).label("latest")
_CANDIDATES = (
    sa.select(_MOVED.c.entity, _MOVED.c.id, _LATEST)
    .group_by(_MOVED.c.entity, _MOVED.c.id)
    .order_by(_LATEST)
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_LEFT = sa.select(sa.func.count()).select_from(sa.select(_MOVED.c.entity, _MOVED.c.id).distinct().subquery())


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of the feed; ``total`` counts what is left of a bootstrap, this page included."""

    changes: list[dict[str, Any]]
    next: str
    has_more: bool
    durable_through: int
    total: int | None = None


class Feed:
    """Reads the feed for one person at a time; needs only a read transaction."""

    def __init__(self, cursors: Cursors, epoch: str) -> None:
        self._cursors = cursors
        self._epoch = epoch

    def position(self, connection: Connection, person_id: str, cursor: str) -> Position:
        """Return where ``cursor`` stands ("" begins a bootstrap); raise ``Refused`` (400, 410)."""
        return self.stands(connection, person_id, cursor)[0]

    def stands(self, connection: Connection, person_id: str, cursor: str) -> tuple[Position, int]:
        """Return where ``cursor`` stands and how far the feed is; raise ``Refused`` (400, 410)."""
        newest, horizon = connection.execute(_STANDS).one()
        if not cursor:
            return Position(person_id, self._epoch, began=newest), newest
        try:
            position = self._cursors.open(cursor)
        except CursorInvalid:
            raise Refused(400, "cursor_invalid") from None
        if position.person_id != person_id:
            raise Refused(400, "cursor_invalid")
        if position.epoch != self._epoch or max(position.seq, position.began) < horizon:
            raise Refused(410, "cursor_expired")
        return position, newest

    def seal(self, position: Position) -> str:
        """Return the cursor for ``position``."""
        return self._cursors.seal(position)

    def read(self, connection: Connection, position: Position, limit: int, newest: int | None = None) -> Page:
        """Return the next changes, at most ``limit``, in the order of their numbers.

        ``newest`` is how far the feed was before this look; what came since is told again at the next.
        """
        newest = head(connection) if newest is None else newest
        found = self._candidates(connection, position, limit + 1)
        has_more = len(found) > limit
        taken = found[:limit]
        reached = taken[-1][1] if has_more else newest
        changes = self._changes(connection, position, dict(taken))
        total = None if position.caught_up else self._left(connection, position)
        caught_up = position.caught_up or not has_more
        since = _since(position) if has_more else None
        after = Position(position.person_id, position.epoch, reached, position.began, caught_up, since)
        return Page(changes, self.seal(after), has_more, newest, total)

    def is_behind(self, connection: Connection, position: Position) -> bool:
        """Tell whether anything has moved for this person since ``position``."""
        return bool(self._candidates(connection, position, 1))

    def _candidates(self, connection: Connection, position: Position, limit: int) -> list[tuple[Key, int]]:
        asked = {"person": position.person_id, "seq": position.seq, "most": limit}
        return [((row.entity, row.id), row.latest) for row in connection.execute(_CANDIDATES, asked)]

    def _left(self, connection: Connection, position: Position) -> int:
        asked = {"person": position.person_id, "seq": position.seq}
        return int(connection.execute(_LEFT, asked).scalar_one())

    def _changes(
        self, connection: Connection, position: Position, moved: Mapping[Key, int]
    ) -> list[dict[str, Any]]:
        if not moved:
            return []
        now = self._visible(connection, position.person_id, moved, None)
        before = set[Key]()
        for at in {position.seq, _since(position)}:
            before |= self._visible(connection, position.person_id, moved, at)
        rows = _entities(connection, moved)
        told = ((seq, rows[key], key in now, key in before) for key, seq in moved.items())
        return [change for item in told if (change := _change(*item))]

    def _visible(
        self, connection: Connection, person_id: str, keys: Iterable[Key], at: int | None
    ) -> set[Key]:
        """Return which of ``keys`` the person saw when the feed stood at ``at`` (None: now)."""
        joined = presence.join(scope_grant, presence.c.scope == scope_grant.c.scope)
        query = sa.select(presence.c.entity, presence.c.id).select_from(joined).distinct()
        query = query.where(
            scope_grant.c.person_id == person_id, *_holds(presence, at), *_holds(scope_grant, at)
        )
        found: set[Key] = set()
        for kind, ids in _by_kind(keys):
            rows = connection.execute(query.where(presence.c.entity == kind, presence.c.id.in_(ids)))
            found |= {(row.entity, row.id) for row in rows}
        return found


def _since(position: Position) -> int:
    """Where the client last had everything.

    A right ends at one number and is told at many: within them a page's end lies behind the right's.
    """
    return position.seq if position.since is None else position.since


def _holds(interval: sa.Table, at: int | None) -> tuple[sa.ColumnElement[bool], ...]:
    if at is None:
        return (interval.c.left.is_(None),)
    return interval.c.entered <= at, sa.or_(interval.c.left.is_(None), interval.c.left > at)


def _by_kind(keys: Iterable[Key]) -> list[tuple[str, list[str]]]:
    kinds: dict[str, list[str]] = {}
    for kind, key in keys:
        kinds.setdefault(kind, []).append(key)
    return list(kinds.items())


def _entities(connection: Connection, keys: Iterable[Key]) -> dict[Key, sa.Row[Any]]:
    found: dict[Key, sa.Row[Any]] = {}
    for kind, ids in _by_kind(keys):
        query = sa.select(entity).where(entity.c.entity == kind, entity.c.id.in_(ids))
        found |= {(row.entity, row.id): row for row in connection.execute(query)}
    return found


def _change(seq: int, row: sa.Row[Any], visible: bool, was_visible: bool) -> dict[str, Any] | None:
    told = {"seq": seq, "entity": row.entity, "id": row.id}
    if visible:
        return {**told, "op": "put", "version": row.version, "data": row.data}
    if not was_visible:
        return None
    return {**told, "op": "remove" if row.removed else "scope_lost", "version": 0, "data": None}
