"""Remote wipe: ordered for a workstation, told at its next contact, done when it says so.

The order ends every person's tokens there at once; the workstation's own stay, so that taps still arrive
and the confirmation can.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.domain.ids import new_id
from desktop_app.sandbox.fleet_tables import wipe_order
from desktop_app.sandbox.refusal import not_found
from desktop_app.sandbox.tables import token

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer


class Wipes:
    """Orders wipes and takes their confirmations."""

    def __init__(self, writer: Writer, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._now = now

    def order(self, workstation_id: str, by: str) -> str:
        """Have a workstation wiped, by the word of ``by``; return the order's id (the open one's again)."""
        with self._writer.transaction() as connection:
            open_order = pending(connection, workstation_id)
            if open_order is not None:
                return open_order
            row = {"id": new_id(), "workstation_id": workstation_id, "by": by, "at": self._now()}
            connection.execute(sa.insert(wipe_order).values(**row))
            persons = sa.and_(token.c.workstation_id == workstation_id, token.c.person_id.is_not(None))
            connection.execute(sa.delete(token).where(persons))
            return str(row["id"])

    def confirm(self, workstation_id: str, order_id: str, accounts: int, sealed: int) -> None:
        """Note that it was done; once more is harmless. Raises ``Refused`` (404) for another's order."""
        here = sa.and_(wipe_order.c.id == order_id, wipe_order.c.workstation_id == workstation_id)
        with self._writer.transaction() as connection:
            row = connection.execute(sa.select(wipe_order).where(here)).first()
            if row is None:
                raise not_found()
            if row.confirmed_at is None:
                done = {"confirmed_at": self._now(), "accounts": accounts, "sealed": sealed}
                connection.execute(sa.update(wipe_order).where(here).values(**done))


def pending(connection: Connection, workstation_id: str) -> str | None:
    """Return the id of the order that the workstation has not carried out, or None."""
    here = sa.and_(wipe_order.c.workstation_id == workstation_id, wipe_order.c.confirmed_at.is_(None))
    found: str | None = connection.execute(sa.select(wipe_order.c.id).where(here)).scalar()
    return found
