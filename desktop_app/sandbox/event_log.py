"""What every event came to: written in the event's own transaction, kept for ever.

The same event sent again gets the same answer; the same id with other words is refused. The log
also tells what changed since a version, and which versions a client's own chain of events made.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.sandbox import wire
from desktop_app.sandbox.tables import event_log

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

MAX_CHAIN = 200


@dataclass(frozen=True, slots=True)
class Logged:
    """An event's outcome as kept: its fingerprint, status and the result that was answered."""

    fingerprint: str
    status: str
    result: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An event and what it came to, for the log."""

    id: str
    kind: str
    entity_id: str
    after: str | None
    fingerprint: str
    by: str
    by_name: str
    at: datetime
    result: dict[str, Any]


def fingerprint(event: dict[str, Any], person_id: str) -> str:
    """Return the SHA-256 (hex) of an event as sent, and by whom."""
    canonical = json.dumps([person_id, event], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def find(connection: Connection, event_id: str) -> Logged | None:
    """Return what the event of this id came to, or None."""
    row = connection.execute(sa.select(event_log).where(event_log.c.id == event_id)).first()
    return None if row is None else Logged(row.payload_sha256, row.status, row.result)


def is_own(connection: Connection, event_id: str, person_id: str) -> bool:
    """Tell whether the person sent an event of this id: another's is as unknown as none."""
    mine = sa.and_(event_log.c.id == event_id, event_log.c.by == person_id)
    return connection.execute(sa.select(event_log.c.id).where(mine)).first() is not None


def keep(connection: Connection, outcome: Outcome) -> None:
    """Write an outcome down."""
    connection.execute(
        sa.insert(event_log).values(
            id=outcome.id,
            payload_sha256=outcome.fingerprint,
            kind=outcome.kind,
            entity_id=outcome.entity_id,
            after=outcome.after,
            status=outcome.result["status"],
            version=outcome.result.get("version") if outcome.result["status"] == "applied" else None,
            by=outcome.by,
            by_name=outcome.by_name,
            at=outcome.at,
            result=outcome.result,
        )
    )


def changed_since(connection: Connection, entity_id: str, version: int) -> list[dict[str, Any]]:
    """Return what was done to the entity after ``version``, oldest first, as the contract's ``changed``."""
    columns = event_log.c
    here = sa.and_(columns.entity_id == entity_id, columns.version > version)
    rows = connection.execute(sa.select(event_log).where(here).order_by(columns.version))
    return [
        {"kind": r.kind, "by": r.by, "by_name": r.by_name, "at": wire.instant(r.at), "version": r.version}
        for r in rows
    ]


def own_versions(connection: Connection, after: str | None, entity_id: str) -> frozenset[int]:
    """Return the versions of the entity that the chain of events ending in ``after`` made."""
    found: set[int] = set()
    current, steps = after, 0
    while current is not None and steps < MAX_CHAIN:
        row = connection.execute(sa.select(event_log).where(event_log.c.id == current)).first()
        if row is None or row.entity_id != entity_id:
            break
        if row.version is not None:
            found.add(row.version)
        current, steps = row.after, steps + 1
    return frozenset(found)
