"""How an event of the outbox moves from state to state: by compare-and-set, inside a transaction.

    held(until) → ready → sending → acknowledged | unknown | needs_person

Each move touches the report, so that its projection follows in the same transaction.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from desktop_app.domain.outbox import OutboxState, Pending
from desktop_app.store import uploads
from desktop_app.store.database import Transaction
from desktop_app.store.moments import to_micros
from desktop_app.store.outbox_rows import COLUMNS

_INSERT = f"INSERT INTO outbox (position, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def insert(tx: Transaction, pending: Pending, position: int | None = None) -> Pending:
    """Put an event into the outbox: last, or at a ``position`` that is free."""
    event = pending.event
    held = None if pending.held_until is None else to_micros(pending.held_until)
    values = (
        position, event.id, event.entity, event.entity_id, event.type, event.base_version,
        to_micros(event.occurred_at), event.after, msgspec.json.encode(event.touches),
        msgspec.json.encode(event.payload), pending.state, held, pending.group, 0, b"{}",
    )  # fmt: skip
    tx.connection.execute(_INSERT, values)
    tx.touch(event.entity_id)
    return pending


def move(
    tx: Transaction, event_id: str, to: OutboxState, before: tuple[OutboxState, ...],
    problem: Mapping[str, Any] | None = None,
) -> bool:  # fmt: skip
    """Move an event that is in one of the states ``before``; tell whether it was."""
    marks = ", ".join("?" * len(before))
    note = "" if problem is None else ", problem = ?"
    values = () if problem is None else (msgspec.json.encode(dict(problem)),)
    changed = tx.connection.execute(
        f"UPDATE outbox SET state = ?{note} WHERE id = ? AND state IN ({marks})",
        (to, *values, event_id, *before),
    )
    if changed:
        touch_report_of(tx, event_id)
    return bool(changed)


def end(
    tx: Transaction, event_id: str, to: OutboxState, before: tuple[OutboxState, ...], at: datetime,
    *, with_words: bool = False,
) -> bool:  # fmt: skip
    """The person's own ends: the chain closes over the gap; what was given up leaves the disk at once."""
    if not move(tx, event_id, to, before):
        return False
    if with_words:
        tx.erases = True
        tx.connection.execute("UPDATE outbox SET payload = ? WHERE id = ?", (b"{}", event_id))
    tx.connection.execute("UPDATE outbox SET settled_at = ? WHERE id = ?", (to_micros(at), event_id))
    tx.connection.execute(
        "UPDATE outbox SET after = (SELECT after FROM outbox WHERE id = ?) WHERE after = ?",
        (event_id, event_id),
    )
    uploads.forget(tx.connection, event_id)
    return True


def touch_report_of(tx: Transaction, event_id: str) -> None:
    """Have the projection of the event's report follow in this transaction."""
    tx.touch(tx.connection.value("SELECT entity_id FROM outbox WHERE id = ?", (event_id,)))
