"""The outbox: one row per user action, moved from state to state by compare-and-set.

    held(until) → ready → sending → acknowledged | unknown | needs_person

An event waits behind an earlier one on the same report that is held, under way or failed; other
reports go on. ``unknown`` (the answer was lost) is asked about first, by sending it again under the same
id. An event that brings files waits for them, and what follows it on its report waits with it.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from desktop_app.domain.outbox import HOLD_SECONDS, PUBLIC_COMMANDS, Event, OutboxState, Pending
from desktop_app.store import uploads
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database, Transaction
from desktop_app.store.moments import to_micros
from desktop_app.store.outbox_rows import COLUMNS, pending_of

BATCH = 50
KEPT = timedelta(days=30)
_IN_THE_WAY = "('held', 'sending', 'needs_person')"
_NEVER_SENT = "('held', 'ready', 'needs_person')"
_UNSENT = "('held', 'ready', 'sending', 'unknown', 'needs_person')"
_UPLOADS_LACK = "EXISTS (SELECT 1 FROM upload AS u WHERE u.event_id = {event}.id AND u.sent = 0)"
_MOST_TRIES = 5
_FILE_MISSING = "attachment_missing"
_TAKEN = frozenset({"applied", "duplicate"})
S = OutboxState


class OutboxTable:
    """The pending events of one person. Methods without ``tx`` are transactions of their own."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    # --- the person's side ---------------------------------------------------------------------------------

    def add(
        self, tx: Transaction, event: Event, held_until: datetime | None, group: str | None = None
    ) -> Pending:
        """Append an event: held for undo until ``held_until``, or ready at once where that is None."""
        state = S.READY if held_until is None else S.HELD
        return self._insert(tx, Pending(event, state, held_until, group), None)

    def reword(self, tx: Transaction, event_id: str, payload: Mapping[str, Any]) -> bool:
        """Change what an event carries while it never left this desk; False when it may have."""
        changed = tx.connection.execute(
            "UPDATE outbox SET payload = ? WHERE id = ? AND state IN ('held', 'ready') AND attempts = 0",
            (msgspec.json.encode(dict(payload)), event_id),
        )
        if changed:
            tx.touch(tx.connection.value("SELECT entity_id FROM outbox WHERE id = ?", (event_id,)))
        return bool(changed)

    def recovered(self, tx: Transaction, event: Event) -> bool:
        """Take back an event of a store that is lost: its person looks at it first. False for a known id."""
        if tx.connection.value("SELECT 1 FROM outbox WHERE id = ?", (event.id,)) is not None:
            return False
        self._insert(tx, Pending(event, S.NEEDS_PERSON), None)
        problem = msgspec.json.encode({"status": "recovered"})
        tx.connection.execute("UPDATE outbox SET problem = ? WHERE id = ?", (problem, event.id))
        return True

    def tail(self, report_id: str) -> str | None:
        """Return the id of the last event under way on a report: what a next event comes ``after``."""
        with self._database.reading() as connection:
            found = connection.value(
                f"SELECT id FROM outbox WHERE entity_id = ? AND state IN {_UNSENT} "
                "ORDER BY position DESC LIMIT 1",
                (report_id,),
            )
        return None if found is None else str(found)

    def cancel(self, event_id: str) -> bool:
        """Undo: held or ready → cancelled; False when it was already on its way."""
        with self._database.write() as tx:
            return self._end(tx, event_id, S.CANCELLED, (S.HELD, S.READY))

    def cancel_group(self, group: str) -> tuple[str, ...]:
        """Undo a bulk action; return the ids of the events that could still be cancelled."""
        with self._database.write() as tx:
            members = tx.connection.rows(
                "SELECT id FROM outbox WHERE bulk = ? ORDER BY position DESC", (group,)
            )
            return tuple(id_ for (id_,) in members if self._end(tx, id_, S.CANCELLED, (S.HELD, S.READY)))

    def give_up(self) -> tuple[str, ...]:
        """Give up all that cannot have reached the centre; return the ids. What may have arrived stays."""
        with self._database.write() as tx:
            unsent = _select(tx.connection, f"WHERE state IN {_NEVER_SENT} ORDER BY position DESC")
            for pending in unsent:
                end = S.DISCARDED if pending.state is S.NEEDS_PERSON else S.CANCELLED
                self._end(tx, pending.event.id, end, (pending.state,), with_words=True)
        return tuple(pending.event.id for pending in unsent)

    def discard(self, tx: Transaction, event_id: str) -> bool:
        """Give up an event that needs a person (*theirs*); those behind it go on without it."""
        return self._end(tx, event_id, S.DISCARDED, (S.NEEDS_PERSON,), with_words=True)

    def retry(self, event_id: str) -> bool:
        """Send an event that needs a person once more, unchanged."""
        with self._database.write() as tx:
            return self._move(tx, event_id, S.READY, (S.NEEDS_PERSON,), {})

    def reissue(self, tx: Transaction, event_id: str, event: Event) -> Pending | None:
        """Put ``event`` in the place of one that needs a person (*mine*); None when that one moved on."""
        place = tx.connection.row(
            "SELECT position FROM outbox WHERE id = ? AND state = ?", (event_id, S.NEEDS_PERSON)
        )
        if place is None:
            return None
        tx.connection.execute(
            "UPDATE outbox SET position = (SELECT max(position) + 1 FROM outbox), state = ?, settled_at = ? "
            "WHERE id = ?",
            (S.DISCARDED, to_micros(self._now()), event_id),
        )
        tx.connection.execute("UPDATE outbox SET after = ? WHERE after = ?", (event.id, event_id))
        uploads.hand_over(tx.connection, event_id, event.id)
        return self._insert(tx, Pending(event, S.READY), place[0])

    # --- the sender's side ---------------------------------------------------------------------------------

    def release_due(self, now: datetime) -> tuple[Pending, ...]:
        """Held → ready for every hold that has run out; return them.

        A hold made while the clock was ahead ends when it should have: it begins anew, and lasts no longer.
        """
        longest = now + timedelta(seconds=HOLD_SECONDS)
        due = "state = 'held' AND held_until <= ?"
        beyond = "state = 'held' AND held_until > ?"
        with self._database.reading() as connection:
            found = connection.rows(
                f"SELECT held_until FROM outbox WHERE {due} OR {beyond} LIMIT 1",
                (to_micros(now), to_micros(longest)),
            )
        if not found:
            return ()
        with self._database.write() as tx:
            tx.connection.execute(
                f"UPDATE outbox SET held_until = ? WHERE {beyond}", (to_micros(longest), to_micros(longest))
            )
            ended = _select(tx.connection, f"WHERE {due} ORDER BY position", to_micros(now))
            return tuple(p for p in ended if self._move(tx, p.event.id, S.READY, (S.HELD,)))

    def next_release(self) -> datetime | None:
        """Return when the next hold runs out."""
        held = self._list("WHERE state = 'held' ORDER BY held_until LIMIT 1")
        return held[0].held_until if held else None

    def take_ready(self, limit: int = BATCH) -> list[Event]:
        """Ready or unknown → sending, in the person's order, ≤ 50, nothing past a failure on its report.

        What is unknown goes alone and first: the centre says what became of it before anything new is asked.
        """
        sendable = next((sql for sql in (_ASKED_FIRST, _SENDABLE) if self._list(sql, 1)), None)
        if sendable is None:
            return []
        with self._database.write() as tx:
            taken = _select(tx.connection, sendable, min(limit, BATCH))
            for pending in taken:
                self._move(tx, pending.event.id, S.SENDING, (S.READY, S.UNKNOWN))
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
            return S.READY if self._move(tx, event_id, S.READY, under_way) else None
        return S.NEEDS_PERSON if self._move(tx, event_id, S.NEEDS_PERSON, under_way, result) else None

    def _may_try_again(self, tx: Transaction, event_id: str, result: Mapping[str, Any]) -> bool:
        """Behind a failure: yes. Where the centre lacks a file of it: once that was sent again."""
        if result.get("rule") != _FILE_MISSING:
            return True
        tries = tx.connection.value("SELECT attempts FROM outbox WHERE id = ?", (event_id,)) or 0
        return tries < _MOST_TRIES and uploads.send_again(tx.connection, event_id)

    def refuse(self, event_id: str, problem: Mapping[str, Any]) -> bool:
        """A file of an event cannot be sent: the event needs a person. Tell whether it still waited."""
        with self._database.write() as tx:
            return self._move(tx, event_id, S.NEEDS_PERSON, (S.READY, S.UNKNOWN), problem)

    def lost_contact(self, event_ids: tuple[str, ...]) -> None:
        """Sending → unknown: the request went out and no answer came back."""
        with self._database.write() as tx:
            for event_id in event_ids:
                self._move(tx, event_id, S.UNKNOWN, (S.SENDING,))

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
        return state if self._move(tx, event_id, state, (S.SENDING,)) else None

    def _acknowledge(
        self, tx: Transaction, event_id: str, result: Mapping[str, Any], before: tuple[OutboxState, ...]
    ) -> OutboxState | None:
        if not self._move(tx, event_id, S.ACKNOWLEDGED, before, {}):
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
            for pending in _select(tx.connection, "WHERE state = 'sending'"):
                self._move(tx, pending.event.id, S.UNKNOWN, (S.SENDING,))
            return self._cut_holds(tx)

    def cut_public_holds(self) -> tuple[Pending, ...]:
        """At lock and logout: a public command that is still held asks again instead of going out."""
        with self._database.write() as tx:
            return self._cut_holds(tx)

    def _cut_holds(self, tx: Transaction) -> tuple[Pending, ...]:
        held = [p for p in _select(tx.connection, "WHERE state = 'held'") if p.event.type in PUBLIC_COMMANDS]
        problem = {"status": "hold_cut"}
        return tuple(p for p in held if self._move(tx, p.event.id, S.NEEDS_PERSON, (S.HELD,), problem))

    def strand(self, tx: Transaction, report_id: str) -> None:
        """The report left the scope: what never went out needs a person, who is told no more of it.

        What may have arrived goes on under its id: it must not be shown as failed where it was taken.
        """
        problem = {"status": "scope_lost"}
        for pending in _select(tx.connection, f"WHERE entity_id = ? AND state IN {_NEVER_SENT}", report_id):
            self._move(tx, pending.event.id, S.NEEDS_PERSON, (pending.state,), problem)

    def offer_again(self, tx: Transaction) -> None:
        """The server was restored from a backup: it is asked about acknowledged events, under their ids.

        They are unknown, not new: the backup may hold them, so nobody can undo them any more.
        """
        for pending in _select(tx.connection, "WHERE state = 'acknowledged' ORDER BY position"):
            self._move(tx, pending.event.id, S.UNKNOWN, (S.ACKNOWLEDGED,))

    def forget(self, durable_through: int) -> int:
        """Delete what ended ≥ 30 days ago, acknowledged only where durable at the centre; return how many."""
        over = (
            "settled_at <= ? AND (state IN ('cancelled', 'discarded') "
            "OR (state = 'acknowledged' AND answered_seq <= ?))"
        )
        bounds = (to_micros(self._now() - KEPT), durable_through)
        with self._database.write() as tx:
            for (event_id,) in tx.connection.rows(f"SELECT id FROM outbox WHERE {over}", bounds):
                tx.erases = True
                uploads.forget(tx.connection, event_id)
            return tx.connection.execute(f"DELETE FROM outbox WHERE {over}", bounds)

    # --- questions -----------------------------------------------------------------------------------------

    def get(self, event_id: str) -> Pending | None:
        """Return one event in whatever state, or None."""
        return next(iter(self._list("WHERE id = ?", event_id)), None)

    def pending(self, report_id: str) -> list[Pending]:
        """Return everything unsent on a report, in the person's order."""
        return self._list(f"WHERE entity_id = ? AND state IN {_UNSENT} ORDER BY position", report_id)

    def waiting(self) -> list[Pending]:
        """Return everything that will go out by itself."""
        return self._list("WHERE state IN ('held', 'ready', 'sending', 'unknown') ORDER BY position")

    def can_go_out(self) -> bool:
        """Tell whether anything will go out by itself: what waits behind a failure will not."""
        with self._database.reading() as connection:
            return bool(
                connection.rows(
                    "SELECT 1 FROM outbox AS o WHERE state IN ('held', 'ready', 'sending', 'unknown') "
                    "AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.entity_id = o.entity_id "
                    "AND e.position < o.position AND e.state = 'needs_person') LIMIT 1"
                )
            )

    def needs_person(self) -> list[Pending]:
        """Return everything that a person must decide on."""
        return self._list("WHERE state = 'needs_person' ORDER BY position")

    def counts(self) -> tuple[int, int]:
        """Return (waiting, needs a person)."""
        with self._database.reading() as connection:
            rows = connection.rows(
                f"SELECT state, count(*) FROM outbox WHERE state IN {_UNSENT} GROUP BY state"
            )
        found: dict[str, int] = dict(rows)
        needs = found.pop(S.NEEDS_PERSON, 0)
        return sum(found.values()), needs

    # --- moves ---------------------------------------------------------------------------------------------

    def _list(self, clause: str, *parameters: object) -> list[Pending]:
        with self._database.reading() as connection:
            return _select(connection, clause, *parameters)

    def _move(
        self, tx: Transaction, event_id: str, to: S, before: tuple[S, ...],
        problem: Mapping[str, Any] | None = None,
    ) -> bool:  # fmt: skip
        """Compare-and-set; touch the report so that its projection follows in the same transaction."""
        marks = ", ".join("?" * len(before))
        note = "" if problem is None else ", problem = ?"
        values = () if problem is None else (msgspec.json.encode(dict(problem)),)
        changed = tx.connection.execute(
            f"UPDATE outbox SET state = ?{note} WHERE id = ? AND state IN ({marks})",
            (to, *values, event_id, *before),
        )
        if changed:
            tx.touch(tx.connection.value("SELECT entity_id FROM outbox WHERE id = ?", (event_id,)))
        return bool(changed)

    def _end(
        self, tx: Transaction, event_id: str, to: S, before: tuple[S, ...], *, with_words: bool = False
    ) -> bool:
        """The person's own ends: the chain closes over the gap; what was given up leaves the disk at once."""
        if not self._move(tx, event_id, to, before):
            return False
        if with_words:
            tx.erases = True
            tx.connection.execute("UPDATE outbox SET payload = ? WHERE id = ?", (b"{}", event_id))
        tx.connection.execute(
            "UPDATE outbox SET settled_at = ? WHERE id = ?", (to_micros(self._now()), event_id)
        )
        tx.connection.execute(
            "UPDATE outbox SET after = (SELECT after FROM outbox WHERE id = ?) WHERE after = ?",
            (event_id, event_id),
        )
        uploads.forget(tx.connection, event_id)
        return True

    def _insert(self, tx: Transaction, pending: Pending, position: int | None) -> Pending:
        event = pending.event
        held = None if pending.held_until is None else to_micros(pending.held_until)
        tx.connection.execute(
            f"INSERT INTO outbox (position, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                position, event.id, event.entity, event.entity_id, event.type, event.base_version,
                to_micros(event.occurred_at), event.after, msgspec.json.encode(event.touches),
                msgspec.json.encode(event.payload), pending.state, held, pending.group, 0, b"{}",
            ),
        )  # fmt: skip
        tx.touch(event.entity_id)
        return pending


_BEHIND = (
    "AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.entity_id = o.entity_id AND e.position < o.position "
    f"AND (e.state IN {_IN_THE_WAY}{{more}} "
    f"OR (e.state IN {_UNSENT} AND {_UPLOADS_LACK.format(event='e')}))) "
    f"AND NOT {_UPLOADS_LACK.format(event='o')} ORDER BY position LIMIT ?"
)
_SENDABLE = "AS o WHERE state IN ('ready', 'unknown') " + _BEHIND.format(more="")
_ASKED_FIRST = "AS o WHERE state = 'unknown' " + _BEHIND.format(more=" OR e.state = 'ready'")


def _select(connection: Connection, clause: str, *parameters: object) -> list[Pending]:
    return [pending_of(row) for row in connection.rows(f"SELECT {COLUMNS} FROM outbox {clause}", parameters)]
