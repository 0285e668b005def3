"""Rows of the outbox table as domain values, and the query for what a projection lays over a report.

Conditions over states are said as the indexes over them are, letter for letter: only so SQLite uses those.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

import msgspec

from desktop_app.domain.outbox import Event, OutboxState, Pending, command_of
from desktop_app.store.connection import Connection, Row
from desktop_app.store.moments import from_micros

COLUMNS = (
    "id, entity, entity_id, command, base_version, occurred_at, after, touches, payload, "
    "state, held_until, bulk, attempts, problem"
)
UNSENT = "('held', 'ready', 'sending', 'unknown', 'needs_person')"
HELD = "state = 'held'"
TO_SEND = "state IN ('ready', 'unknown')"
TO_ASK = "state = 'unknown'"


def select(connection: Connection, clause: str, *parameters: object) -> list[Pending]:
    """Return the pending events that an SQL clause (``WHERE …``) over the table picks."""
    return [pending_of(row) for row in connection.rows(f"SELECT {COLUMNS} FROM outbox {clause}", parameters)]


def pending_of(row: Row) -> Pending:
    """Return the pending event in a row of ``COLUMNS``."""
    (
        id_,
        entity,
        entity_id,
        command,
        base,
        at,
        after,
        touches,
        payload,
        state,
        held,
        bulk,
        attempts,
        problem,
    ) = row
    event = Event(
        id=id_, type=command_of(command), entity=entity, entity_id=entity_id, base_version=base,
        occurred_at=from_micros(at), payload=msgspec.json.decode(payload), after=after,
        touches=tuple(msgspec.json.decode(touches)),
    )  # fmt: skip
    return Pending(
        event=event, state=OutboxState(state), held_until=None if held is None else from_micros(held),
        group=bulk, attempts=attempts, problem=msgspec.json.decode(problem),
    )  # fmt: skip


def overlay(connection: Connection, report_id: str, base_version: int) -> list[Pending]:
    """Return what lies over the server's row, in the person's order.

    That is every event under way, and those the server has taken whose effect the row does not show
    yet; one that needs a person lies over nothing.
    """
    rows = connection.rows(
        f"SELECT {COLUMNS} FROM outbox WHERE entity_id = ? "
        "AND (state IN ('held', 'ready', 'sending', 'unknown') "
        "OR (state = 'acknowledged' AND answered_version > ?)) ORDER BY position",
        (report_id, base_version),
    )
    return [pending_of(row) for row in rows]
