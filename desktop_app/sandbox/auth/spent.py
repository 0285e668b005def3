"""Values that count once: ids of proofs and assertions, nonces a card has signed."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from desktop_app.sandbox.tables import spent

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_FIRST = {
    "sqlite": sqlite.insert(spent).on_conflict_do_nothing().returning(spent.c.kind),
    "postgresql": postgresql.insert(spent).on_conflict_do_nothing().returning(spent.c.kind),
}
"""One statement: of two that come at once the key lets one through, without a lock that others wait for."""


def spend(connection: Connection, kind: str, value: str, until: datetime) -> bool:
    """Note ``value`` as used until ``until``; False if it was used before (write transactions only)."""
    digest = hashlib.sha256(value.encode()).hexdigest()
    row = {"kind": kind, "digest": digest, "expires_at": until}
    return connection.execute(_FIRST[connection.dialect.name], row).first() is not None


def forget(connection: Connection, now: datetime) -> None:
    """Drop what could not be used again anyway."""
    connection.execute(sa.delete(spent).where(spent.c.expires_at < now))
