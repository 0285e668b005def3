"""The outbox: one row per user action, as the person puts it in, takes it back, or decides about it.

What the sender does with it is ``outbox_sender``, what is asked of it ``outbox_questions``, and every change
of state goes by ``outbox_moves``.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from desktop_app.domain.outbox import Event, OutboxState, Pending
from desktop_app.store import uploads
from desktop_app.store.database import Transaction
from desktop_app.store.moments import to_micros
from desktop_app.store.outbox_moves import end, insert, move, touch_report_of
from desktop_app.store.outbox_rows import select
from desktop_app.store.outbox_sender import NEVER_SENT, OutboxSender

KEPT = timedelta(days=30)
_OVER = (
    "settled_at <= ? AND (state IN ('cancelled', 'discarded') "
    "OR (state = 'acknowledged' AND answered_seq <= ?))"
)
S = OutboxState


class OutboxTable(OutboxSender):
    """The pending events of one person. Methods without ``tx`` are transactions of their own."""

    def add(
        self, tx: Transaction, event: Event, held_until: datetime | None, group: str | None = None
    ) -> Pending:
        """Append an event: held for undo until ``held_until``, or ready at once where that is None."""
        state = S.READY if held_until is None else S.HELD
        return insert(tx, Pending(event, state, held_until, group))

    def reword(self, tx: Transaction, event_id: str, payload: Mapping[str, Any]) -> bool:
        """Change what an event carries while it never left this desk; False when it may have."""
        changed = tx.connection.execute(
            "UPDATE outbox SET payload = ? WHERE id = ? AND state IN ('held', 'ready') AND attempts = 0",
            (msgspec.json.encode(dict(payload)), event_id),
        )
        if changed:
            touch_report_of(tx, event_id)
        return bool(changed)

    def recovered(self, tx: Transaction, event: Event) -> bool:
        """Take back an event of a store that is lost: its person looks at it first. False for a known id."""
        if tx.connection.value("SELECT 1 FROM outbox WHERE id = ?", (event.id,)) is not None:
            return False
        insert(tx, Pending(event, S.NEEDS_PERSON))
        problem = msgspec.json.encode({"status": "recovered"})
        tx.connection.execute("UPDATE outbox SET problem = ? WHERE id = ?", (problem, event.id))
        return True

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
            unsent = select(tx.connection, f"WHERE state IN {NEVER_SENT} ORDER BY position DESC")
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
            return move(tx, event_id, S.READY, (S.NEEDS_PERSON,), {})

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
        return insert(tx, Pending(event, S.READY), place[0])

    def forget(self, durable_through: int) -> int:
        """Delete what ended ≥ 30 days ago, acknowledged only where durable at the centre; return how many."""
        bounds = (to_micros(self._now() - KEPT), durable_through)
        with self._database.write() as tx:
            for (event_id,) in tx.connection.rows(f"SELECT id FROM outbox WHERE {_OVER}", bounds):
                tx.erases = True
                uploads.forget(tx.connection, event_id)
            return tx.connection.execute(f"DELETE FROM outbox WHERE {_OVER}", bounds)

    def _end(
        self, tx: Transaction, event_id: str, to: S, before: tuple[S, ...], *, with_words: bool = False
    ) -> bool:
        return end(tx, event_id, to, before, self._now(), with_words=with_words)
