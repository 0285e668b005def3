"""After a commit: whom does it concern? One question for all desks that wait, so that the others sleep on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.sandbox.database import head
from desktop_app.sandbox.ripple import Ripple
from desktop_app.sandbox.tables import announcement, presence

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

_SCOPES = sa.select(presence.c.scope).where(presence.c.changed > sa.bindparam("told")).distinct()
_PERSONS = sa.select(announcement.c.person_id).where(announcement.c.seq > sa.bindparam("told")).distinct()


class Herald:
    """Wakes who holds a scope in which something moved, and who was told of something. Thread-safe."""

    def __init__(self, engine: Engine, ripple: Ripple) -> None:
        self._engine = engine
        self._ripple = ripple
        self._turn = threading.Lock()
        with engine.connect() as connection:
            self._told = head(connection)

    def tell(self) -> None:
        """Something may have been committed, here or on another node: wake those concerned."""
        with self._turn, self._engine.connect() as connection:
            newest = head(connection)
            if newest == self._told:
                return
            concerned = self._concerned(connection)
            self._told = newest
        self._ripple.spread(concerned)

    def _concerned(self, connection: Connection) -> frozenset[str]:
        """Scopes and persons together: a person's id is no scope's name."""
        since = {"told": self._told}
        scopes, persons = connection.execute(_SCOPES, since), connection.execute(_PERSONS, since)
        return frozenset(scopes.scalars()) | frozenset(persons.scalars())
