"""Values that count once: ids of proofs and assertions, nonces a card has signed."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.sandbox.tables import spent

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


def spend(connection: Connection, kind: str, value: str, until: datetime) -> bool:
    """Note ``value`` as used until ``until``; False if it was used before (write transactions only)."""
    digest = hashlib.sha256(value.encode()).hexdigest()
    here = sa.and_(spent.c.kind == kind, spent.c.digest == digest)
    if connection.execute(sa.select(spent.c.kind).where(here)).first() is not None:
        return False
    connection.execute(sa.insert(spent).values(kind=kind, digest=digest, expires_at=until))
    return True


def forget(connection: Connection, now: datetime) -> None:
    """Drop what could not be used again anyway."""
    connection.execute(sa.delete(spent).where(spent.c.expires_at < now))
