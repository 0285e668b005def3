"""What a person may do and see at a moment, read in two questions: each request of a desk asks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.domain.organisation import Officer
from desktop_app.domain.roles import Actor
from desktop_app.sandbox import policy
from desktop_app.sandbox.audience import Scope
from desktop_app.sandbox.tables import deputy, entity, post, scope_grant, setting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


@dataclass(frozen=True, slots=True)
class Standing:
    """A person as colleagues see them, as the rules see them, and the scopes they hold."""

    officer: Officer
    actor: Actor
    held: Scope


@dataclass(frozen=True, slots=True)
class Papers:
    """What is on file: officer and delegations as JSON, posts, deputyships and scopes held by name."""

    officer: dict[str, Any]
    delegations: list[dict[str, Any]]
    posts: frozenset[str]
    deputy_for: frozenset[str]
    held: Scope
    newest_unit: int
    approver_publishes: bool


_KINDS = ("post", "deputy", "scope", "unit", "policy")
_PERSON, _NOW = sa.bindparam("person", type_=sa.String), sa.bindparam("now", type_=deputy.c.starts.type)
_NAMES = sa.union_all(
    sa.select(sa.literal("post").label("kind"), post.c.unit_id.label("name")).where(
        post.c.person_id == _PERSON
    ),
    sa.select(sa.literal("deputy"), deputy.c.unit_id).where(
        deputy.c.person_id == _PERSON, deputy.c.starts <= _NOW, deputy.c.ends > _NOW
    ),
    sa.select(sa.literal("scope"), scope_grant.c.scope).where(
        scope_grant.c.person_id == _PERSON, scope_grant.c.left.is_(None)
    ),
    sa.select(sa.literal("unit"), sa.cast(sa.func.coalesce(sa.func.max(entity.c.seq), 0), sa.String)).where(
        entity.c.entity == "unit"
    ),
    sa.select(sa.literal("policy"), setting.c.value).where(setting.c.name == policy.KEPT),
)
_FILES = sa.union_all(
    sa.select(entity.c.entity, entity.c.data).where(
        entity.c.entity == "officer", entity.c.id == _PERSON, ~entity.c.removed
    ),
    sa.select(entity.c.entity, entity.c.data).where(
        entity.c.entity == "delegation", entity.c.lookup == _PERSON, ~entity.c.removed
    ),
)


def papers(connection: Connection, person_id: str, now: datetime) -> Papers | None:
    """Return what is on file about a person at ``now``; None for an unknown one."""
    files = connection.execute(_FILES, {"person": person_id}).all()
    officer = next((row.data for row in files if row.entity == "officer"), None)
    if officer is None:
        return None
    names = connection.execute(_NAMES, {"person": person_id, "now": now}).all()
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for kind, name in names:
        found[kind].add(name)
    return Papers(
        officer=officer,
        delegations=[row.data for row in files if row.entity == "delegation"],
        posts=frozenset(found["post"]),
        deputy_for=frozenset(found["deputy"]),
        held=frozenset(found["scope"]),
        newest_unit=int(*found["unit"]),
        approver_publishes=policy.read(next(iter(found["policy"]), None))[policy.APPROVER_PUBLISHES] is True,
    )
