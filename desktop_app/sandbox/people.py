"""Persons, their posts and deputyships; and what the feed tells when a right changes.

A person's scopes are kept as intervals of ``seq``. When a right changes, what enters the person's
sight is announced as ``put`` and what leaves it as ``scope_lost``, at new numbers, in the
transaction that changed the right.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.domain.delegation import Delegation, stand_ins
from desktop_app.domain.organisation import Officer, Unit, UnitTree
from desktop_app.domain.roles import Actor, StandIn
from desktop_app.sandbox import audience, wire
from desktop_app.sandbox.audience import Scope
from desktop_app.sandbox.database import allocate
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.standing import Standing, papers
from desktop_app.sandbox.tables import (
    announcement,
    card_certificate,
    entity,
    feed_head,
    person,
    post,
    presence,
    scope_grant,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


_HELD = sa.select(scope_grant.c.scope).where(
    scope_grant.c.person_id == sa.bindparam("person"), scope_grant.c.left.is_(None)
)
_NEWEST_UNIT = sa.select(sa.func.max(entity.c.seq)).where(entity.c.entity == "unit")


class People:
    """Who works here, as the server knows it; works in the caller's transaction."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._tree: tuple[int | None, UnitTree | None] = None, None

    def register(
        self, connection: Connection, officer: Officer, further_units: Iterable[str] = (), *, now: datetime
    ) -> None:
        """Make ``officer`` (already an entity) a person who may sign in, with any further posts."""
        fresh = {"id": officer.id, "person_ref": secrets.token_hex(16), "active": officer.active}
        connection.execute(sa.insert(person).values(**fresh))
        units = dict.fromkeys((officer.unit_id, *further_units))
        rows = [{"person_id": officer.id, "unit_id": unit} for unit in units]
        connection.execute(sa.insert(post), rows)
        self.settle_scopes(connection, officer.id, now)

    def give_cards(self, connection: Connection, person_id: str, certificates: Mapping[str, str]) -> None:
        """Note whose cards these are: SHA-256 (hex, of the DER) → ``9A`` or ``9E``; of a number → ``ID``."""
        rows = [
            {"sha256": digest, "person_id": person_id, "slot": slot} for digest, slot in certificates.items()
        ]
        connection.execute(sa.insert(card_certificate), rows)

    def holder(self, connection: Connection, certificate_sha256: str) -> str | None:
        """Return the id of the person whose card carries this certificate, or None."""
        query = sa.select(card_certificate.c.person_id).where(card_certificate.c.sha256 == certificate_sha256)
        found: str | None = connection.execute(query).scalar()
        return found

    def is_active(self, connection: Connection, person_id: str) -> bool:
        """Tell whether the person exists and may work."""
        found = connection.execute(sa.select(person.c.active).where(person.c.id == person_id)).scalar()
        return bool(found)

    def officer(self, connection: Connection, person_id: str) -> Officer | None:
        """Return the person as colleagues see them, or None."""
        data = self._entities.data(connection, "officer", person_id)
        return None if data is None else wire.decode(data, Officer)

    def units(self, connection: Connection) -> UnitTree:
        """Return the organisation's tree as it is now."""
        return self._units_as_of(connection, connection.execute(_NEWEST_UNIT).scalar())

    def _units_as_of(self, connection: Connection, newest: int | None) -> UnitTree:
        """Return the tree; whatever changes a unit gives it a new number."""
        known, tree = self._tree
        if tree is None or known != newest:
            tree = UnitTree(wire.decode(data, Unit) for data in self._entities.all(connection, "unit"))
            if not connection.get_execution_options().get("writes"):  # a number may be rolled back
                self._tree = newest, tree
        return tree

    def actor(self, connection: Connection, person_id: str, now: datetime) -> Actor | None:
        """Return the person as the rules see them at ``now``; None for an unknown one."""
        standing = self.standing(connection, person_id, now)
        return None if standing is None else standing.actor

    def standing(self, connection: Connection, person_id: str, now: datetime) -> Standing | None:
        """Return the person with all that counts at ``now``; None for an unknown one."""
        filed = papers(connection, person_id, now)
        if filed is None:
            return None
        officer, tree = wire.decode(filed.officer, Officer), self._units_as_of(connection, filed.newest_unit)
        below = [tree.subtree(unit) for unit in filed.posts]
        actor = Actor(
            person_id=person_id,
            unit_id=officer.unit_id,
            roles=frozenset(officer.roles),
            units=frozenset().union(*below),
            deputy_for=filed.deputy_for,
            standing_in=self._standing_in(connection, person_id, filed.delegations, tree, now),
            approver_publishes=filed.approver_publishes,
        )
        return Standing(officer, actor, filed.held)

    def change_posts(
        self, connection: Connection, person_id: str, units: Iterable[str], now: datetime
    ) -> None:
        """Replace the person's posts; the feed tells what they gain and lose."""
        connection.execute(sa.delete(post).where(post.c.person_id == person_id))
        rows = [{"person_id": person_id, "unit_id": unit} for unit in dict.fromkeys(units)]
        if rows:
            connection.execute(sa.insert(post), rows)
        self.settle_scopes(connection, person_id, now)

    def settle_scopes(self, connection: Connection, person_id: str, now: datetime) -> None:
        """Bring the scopes held in line with the person's rights; announce what changed in sight."""
        held, wanted = self.scopes(connection, person_id), self._rightful(connection, person_id, now)
        if held == wanted:
            return
        first_time = connection.execute(
            sa.select(scope_grant).where(scope_grant.c.person_id == person_id)
        ).first()
        self._regrant(connection, person_id, held, wanted)
        if first_time is not None:  # whoever never held a scope has received nothing yet
            self._announce(connection, person_id, gained=wanted - held, lost=held - wanted)

    def is_settled(self, connection: Connection, person_id: str, now: datetime) -> bool:
        """Tell whether the scopes held are those that the person's rights give at ``now``."""
        return self.scopes(connection, person_id) == self._rightful(connection, person_id, now)

    def scopes(self, connection: Connection, person_id: str) -> Scope:
        """Return the scopes the person holds now."""
        return frozenset(connection.execute(_HELD, {"person": person_id}).scalars())

    def _rightful(self, connection: Connection, person_id: str, now: datetime) -> Scope:
        actor = self.actor(connection, person_id, now)
        active = actor is not None and self.is_active(connection, person_id)
        return audience.of_actor(actor) if actor and active else frozenset()

    def _standing_in(
        self,
        connection: Connection,
        person_id: str,
        delegations: Iterable[dict[str, Any]],
        tree: UnitTree,
        now: datetime,
    ) -> tuple[StandIn, ...]:
        made = [wire.decode(data, Delegation) for data in delegations]
        away = (self.officer(connection, each.from_person) for each in made)
        officers = {officer.id: officer for officer in away if officer is not None}
        return stand_ins(made, officers, tree, person_id, now)

    def _regrant(self, connection: Connection, person_id: str, held: Scope, wanted: Scope) -> None:
        seq = allocate(connection)
        mine = sa.and_(scope_grant.c.person_id == person_id, scope_grant.c.left.is_(None))
        if lost := held - wanted:
            ended = sa.update(scope_grant).where(mine, scope_grant.c.scope.in_(lost))
            connection.execute(ended.values(left=seq))
        if gained := wanted - held:
            rows = [{"person_id": person_id, "scope": scope, "entered": seq} for scope in sorted(gained)]
            connection.execute(sa.insert(scope_grant), rows)

    def _announce(self, connection: Connection, person_id: str, *, gained: Scope, lost: Scope) -> None:
        """Tell of what lies in these scopes, and of what left a lost one while it was held.

        That was the scope's to tell, which nobody asks any more; the feed leaves out what the person's
        cursor had never seen. Older departures than the oldest cursor are told by a bootstrap.
        """
        here, left = presence.c.scope, presence.c.left
        horizon = sa.select(feed_head.c.horizon).scalar_subquery()
        lying = sa.and_(here.in_(gained | lost), left.is_(None))
        untold = sa.and_(here.in_(lost), left > horizon)
        query = sa.select(presence.c.entity, presence.c.id).where(sa.or_(lying, untold)).distinct()
        found = connection.execute(query.order_by(presence.c.entity, presence.c.id)).all()
        if not found:
            return
        first = allocate(connection, len(found))
        connection.execute(
            sa.delete(announcement).where(
                announcement.c.person_id == person_id,
                sa.tuple_(announcement.c.entity, announcement.c.id).in_([tuple(row) for row in found]),
            )
        )
        rows = [
            {"person_id": person_id, "entity": row.entity, "id": row.id, "seq": seq}
            for seq, row in enumerate(found, start=first)
        ]
        connection.execute(sa.insert(announcement), rows)


def posts_of(connection: Connection, person_id: str) -> frozenset[str]:
    """Return the units in which a person holds a post."""
    query = sa.select(post.c.unit_id).where(post.c.person_id == person_id)
    return frozenset(connection.execute(query).scalars())
