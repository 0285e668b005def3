"""The anchors of citizens' documents: certificates with their revocation lists, and each signed change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.store.database import Database
from desktop_app.store.moments import from_micros, to_micros

if TYPE_CHECKING:
    from desktop_app.store.database import Transaction


@dataclass(frozen=True, slots=True)
class StoredAnchor:
    """An installed certificate; ``kinds`` are the values of ``DocumentKind`` that it vouches for."""

    sha256: str
    der: bytes = field(repr=False)
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnchorChange:
    """What a site admin's card signed (compact JWS), and when it took effect."""

    at: datetime
    statement: str = field(repr=False)


class AnchorTable:
    """What ``desktop_app.trust.document_anchors`` keeps; whoever writes has checked it before."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def anchors(self) -> list[StoredAnchor]:
        """Return what is installed, oldest first."""
        with self._database.reading() as connection:
            rows = connection.rows("SELECT sha256, der, kinds FROM document_anchor ORDER BY place")
        return [StoredAnchor(sha256, bytes(der), tuple(kinds.split())) for sha256, der, kinds in rows]

    def lists(self) -> list[bytes]:
        """Return the revocation lists, DER."""
        with self._database.reading() as connection:
            rows = connection.rows("SELECT der FROM document_anchor_list ORDER BY issuer_sha256")
        return [bytes(der) for (der,) in rows]

    def changes(self) -> list[AnchorChange]:
        """Return every change, oldest first."""
        with self._database.reading() as connection:
            rows = connection.rows("SELECT at, statement FROM anchor_change ORDER BY id")
        return [AnchorChange(from_micros(at), statement) for at, statement in rows]

    def keep(self, anchors: Iterable[StoredAnchor], statement: str) -> None:
        """Install ``anchors``, or give those that are there these kinds, as ``statement`` says."""
        with self._database.write() as tx:
            change = self._record(tx, statement)
            tx.connection.execute_many(
                "INSERT INTO document_anchor (sha256, der, kinds, change) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (sha256) DO UPDATE SET kinds = excluded.kinds, change = excluded.change",
                [(one.sha256, one.der, " ".join(one.kinds), change) for one in anchors],
            )

    def keep_list(self, issuer_sha256: str, der: bytes, statement: str) -> None:
        """Put an anchor's revocation list in force in place of the one before."""
        with self._database.write() as tx:
            change = self._record(tx, statement)
            tx.connection.execute(
                "INSERT OR REPLACE INTO document_anchor_list VALUES (?, ?, ?)", (issuer_sha256, der, change)
            )

    def remove(self, certificates: Iterable[str], statement: str) -> None:
        """Delete these anchors (SHA-256, hex) and their revocation lists, all by one ``statement``."""
        with self._database.write() as tx:
            self._record(tx, statement)
            tx.connection.execute_many(
                "DELETE FROM document_anchor WHERE sha256 = ?", [(sha256,) for sha256 in certificates]
            )

    def _record(self, tx: Transaction, statement: str) -> int:
        tx.connection.execute(
            "INSERT INTO anchor_change (at, statement) VALUES (?, ?)", (to_micros(self._now()), statement)
        )
        return int(tx.connection.value("SELECT last_insert_rowid()"))
