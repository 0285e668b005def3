"""The outbox as its sender sees it: what may go out, what the centre answered, what a fault leaves.

An event waits behind an earlier one on the same report that is held, under way or failed; other
reports go on. ``unknown`` (the answer was lost) is asked about first, by sending it again under the same
id. An event that brings files waits for them, and what follows it on its report waits with it.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from desktop_app.domain.outbox import HOLD_SECONDS, PUBLIC_COMMANDS, Event, OutboxState, Pending
from desktop_app.store import uploads
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import to_micros
from desktop_app.store.outbox_moves import move
from desktop_app.store.outbox_questions import OutboxQuestions
from desktop_app.store.outbox_rows import HELD, TO_ASK, TO_SEND, UNSENT, select

BATCH = 50
_IN_THE_WAY = "('held', 'sending', 'needs_person')"
NEVER_SENT = "('held', 'ready', 'needs_person')"
_UPLOADS_LACK = "EXISTS (SELECT 1 FROM upload AS u WHERE u.event_id = {event}.id AND u.sent = 0)"
_BEHIND = (
    "AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.entity_id = o.entity_id AND e.position < o.position "
    f"AND (e.state IN {_IN_THE_WAY}{{more}} "
    f"OR (e.state IN {UNSENT} AND {_UPLOADS_LACK.format(event='e')}))) "
    f"AND NOT {_UPLOADS_LACK.format(event='o')} ORDER BY position LIMIT ?"
)
SENDABLE = f"AS o WHERE {TO_SEND} " + _BEHIND.format(more="")
ASKED_FIRST = f"AS o WHERE {TO_ASK} " + _BEHIND.format(more=" OR e.state = 'ready'")
_MOST_TRIES = 5
_FILE_MISSING = "attachment_missing"
_TAKEN = frozenset({"applied", "duplicate"})
S = OutboxState


class OutboxSender(OutboxQuestions):
    """Moves events out and takes their answers. Methods without ``tx`` are transactions of their own."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        super().__init__(database)
        self._now = now

    def release_due(self, now: datetime) -> tuple[Pending, ...]:
        """Held → ready for every hold that has run out; return them.

        A hold made while the clock was ahead ends when it should have: it begins anew, and lasts no longer.
        """
        longest = now + timedelta(seconds=HOLD_SECONDS)
        due, beyond = f"{HELD} AND held_until <= ?", f"{HELD} AND held_until > ?"
        with self._database.reading() as connection:
            found = connection.rows(
                f"SELECT 1 FROM outbox WHERE {HELD} AND (held_until <= ? OR held_until > ?) LIMIT 1",
                (to_micros(now), to_micros(longest)),
            )
        if not found:
            return ()
        with self._database.write() as tx:
            tx.connection.execute(
                f"UPDATE outbox SET held_until = ? WHERE {beyond}", (to_micros(longest), to_micros(longest))
            )
            ended = select(tx.connection, f"WHERE {due} ORDER BY position", to_micros(now))
            return tuple(p for p in ended if move(tx, p.event.id, S.READY, (S.HELD,)))

    def take_ready(self, limit: int = BATCH) -> list[Event]:
        """Ready or unknown → sending, in the person's order, ≤ 50, nothing past a failure on its report.

        What is unknown goes alone and first: the centre says what became of it before anything new is asked.
        """
        sendable = next((sql for sql in (ASKED_FIRST, SENDABLE) if self._list(sql, 1)), None)
        if sendable is None:
            return []
        with self._database.write() as tx:
            taken = select(tx.connection, sendable, min(limit, BATCH))
            for pending in taken:
                move(tx, pending.event.id, S.SENDING, (S.READY, S.UNKNOWN))
                tx.connection.execute(
                    "UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", (pending.event.id,)
                )
        return [pending.event for pending in taken]

    def settle(self, tx: Transaction, event_id: str, result: Mapping[str, Any]) -> OutboxState | None:
        """Record the server's answer to an event; return its new state, None when it was not under way.

        ``result`` is one of the contract's results: ``status`` and what goes with it. ``blocked`` is
        stored nowhere by the server and waits here again. Anything that is not one of the known
        good answers needs a person.
        """
        status = str(result.get("status"))
        under_way = (S.SENDING, S.UNKNOWN)
        if status in _TAKEN:
            return self._acknowledge(tx, event_id, result, under_way)
        if status == "blocked" and self._may_try_again(tx, event_id, result):
            return S.READY if move(tx, event_id, S.READY, under_way) else None
        return S.NEEDS_PERSON if move(tx, event_id, S.NEEDS_PERSON, under_way, result) else None

    def _may_try_again(self, tx: Transaction, event_id: str, result: Mapping[str, Any]) -> bool:
        """Behind a failure: yes. Where the centre lacks a file of it: once that was sent again."""
        if result.get("rule") != _FILE_MISSING:
            return True
        tries = tx.connection.value("SELECT attempts FROM outbox WHERE id = ?", (event_id,)) or 0
        return tries < _MOST_TRIES and uploads.send_again(tx.connection, event_id)

    def refuse(self, event_id: str, problem: Mapping[str, Any]) -> bool:
        """A file of an event cannot be sent: the event needs a person. Tell whether it still waited."""
        with self._database.write() as tx:
            return move(tx, event_id, S.NEEDS_PERSON, (S.READY, S.UNKNOWN), problem)

    def lost_contact(self, event_ids: tuple[str, ...]) -> None:
        """Sending → unknown: the request went out and no answer came back."""
        with self._database.write() as tx:
            for event_id in event_ids:
                move(tx, event_id, S.UNKNOWN, (S.SENDING,))

    def not_sent(self, event_ids: tuple[str, ...]) -> dict[str, OutboxState]:
        """The request provably never left: back to ready, or unknown where an earlier one may have arrived.

        Return the new states by id.
        """
        with self._database.write() as tx:
            return {id_: state for id_ in event_ids if (state := self._take_back(tx, id_)) is not None}

    def _take_back(self, tx: Transaction, event_id: str) -> OutboxState | None:
        earlier = tx.connection.value(
            "UPDATE outbox SET attempts = attempts - 1 WHERE id = ? AND state = 'sending' RETURNING attempts",
            (event_id,),
        )
        state = S.UNKNOWN if earlier else S.READY
        return state if move(tx, event_id, state, (S.SENDING,)) else None

    def _acknowledge(
        self, tx: Transaction, event_id: str, result: Mapping[str, Any], before: tuple[OutboxState, ...]
    ) -> OutboxState | None:
        if not move(tx, event_id, S.ACKNOWLEDGED, before, {}):
            return None
        version = result.get("version")
        tx.connection.execute(
            "UPDATE outbox SET answered_version = ?, answered_seq = ?, settled_at = ? WHERE id = ?",
            (version, result.get("seq"), to_micros(self._now()), event_id),
        )
        tx.connection.execute(  # what one did oneself is not news when it comes back in the feed
            "UPDATE report SET seen_version = max(seen_version, ?) "
            "WHERE id = (SELECT entity_id FROM outbox WHERE id = ?)",
            (version or 0, event_id),
        )
        return S.ACKNOWLEDGED

    # --- faults --------------------------------------------------------------------------------------------

    def recover_after_restart(self) -> tuple[Pending, ...]:
        """After a crash: what was being sent is unknown; public commands ask again. Return those."""
        with self._database.write() as tx:
            for pending in select(tx.connection, "WHERE state = 'sending'"):
                move(tx, pending.event.id, S.UNKNOWN, (S.SENDING,))
            return self._cut_holds(tx)

    def cut_public_holds(self) -> tuple[Pending, ...]:
        """At lock and logout: a public command that is still held asks again instead of going out."""
        with self._database.write() as tx:
            return self._cut_holds(tx)

    def _cut_holds(self, tx: Transaction) -> tuple[Pending, ...]:
        held = [p for p in select(tx.connection, f"WHERE {HELD}") if p.event.type in PUBLIC_COMMANDS]
        problem = {"status": "hold_cut"}
        return tuple(p for p in held if move(tx, p.event.id, S.NEEDS_PERSON, (S.HELD,), problem))

    def strand(self, tx: Transaction, report_id: str) -> None:
        """The report left the scope: what never went out needs a person, who is told no more of it.

        What may have arrived goes on under its id: it must not be shown as failed where it was taken.
        """
        problem = {"status": "scope_lost"}
        for pending in select(tx.connection, f"WHERE entity_id = ? AND state IN {NEVER_SENT}", report_id):
            move(tx, pending.event.id, S.NEEDS_PERSON, (pending.state,), problem)

    def offer_again(self, tx: Transaction) -> None:
        """The server was restored from a backup: it is asked about acknowledged events, under their ids.

        They are unknown, not new: the backup may hold them, so nobody can undo them any more.
        """
        for pending in select(tx.connection, "WHERE state = 'acknowledged' ORDER BY position"):
            move(tx, pending.event.id, S.UNKNOWN, (S.ACKNOWLEDGED,))
