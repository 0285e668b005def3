"""The offline grace of each account, spent before the account opens."""

from __future__ import annotations

from datetime import datetime

from desktop_app.domain.grace import Grace, GraceEnded, GraceLimits
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database
from desktop_app.store.moments import from_micros, to_micros


class GraceTable:
    """Grace by account id; see ``desktop_app.domain.grace`` for the rule."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, account_id: str) -> Grace | None:
        """Return the grace of an account, None where the server never verified it here."""
        with self._database.reading() as connection:
            return _read(connection, account_id)

    def verified(self, account_id: str, server_time: datetime) -> None:
        """The server let this account in at ``server_time``: its grace is whole again."""
        with self._database.write() as tx:
            tx.connection.execute(
                "INSERT INTO grace VALUES (?, ?, 0) ON CONFLICT (account_id) DO UPDATE SET "
                "unlocks = 0, verified_at = max(verified_at, excluded.verified_at)",
                (account_id, to_micros(server_time)),
            )

    def spend(self, account_id: str, now: datetime, limits: GraceLimits) -> Grace:
        """Spend one offline unlock, durable when this returns; raise ``GraceEnded``."""
        with self._database.write() as tx:
            grace = _read(tx.connection, account_id)
            if grace is None:
                raise GraceEnded("never")
            spent = grace.spend(now, limits)
            tx.connection.execute(
                "UPDATE grace SET unlocks = ? WHERE account_id = ?", (spent.unlocks, account_id)
            )
        return spent


def _read(connection: Connection, account_id: str) -> Grace | None:
    found = connection.row("SELECT verified_at, unlocks FROM grace WHERE account_id = ?", (account_id,))
    return None if found is None else Grace(from_micros(found[0]), found[1])
