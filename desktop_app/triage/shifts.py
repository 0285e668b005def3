"""Giao ca: what a shift of the hotline leaves to the next, and the next one's word that it was read.

Both are events of the person whose card is in the reader; the centre records who handed over and who took.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain import hotline, payloads
from desktop_app.domain.hotline import HandOver, Handover, HotlineCommand, HotlinePayload, OpenItem, TakeOver
from desktop_app.domain.ids import new_id
from desktop_app.domain.outbox import UNSENT, Event, OutboxState, Pending, hold_seconds
from desktop_app.domain.workflow import Refusal
from desktop_app.triage.triage import CommandRefused

if TYPE_CHECKING:
    from desktop_app.clock import Clock
    from desktop_app.domain.person import Person
    from desktop_app.store.account import AccountStore
    from desktop_app.store.calls import Call
    from desktop_app.triage.triage import Triage


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift's end as this desk knows it; ``waits`` while one's own word about it is not with the centre."""

    handover: Handover
    waits: OutboxState | None = None


class Shifts:
    """Handing over and taking over, for one signed-in person."""

    def __init__(self, person: Person, store: AccountStore, triage: Triage, clock: Clock) -> None:
        self._person, self._store, self._triage = person, store, triage
        self._clock = clock

    def open_items(self) -> tuple[OpenItem, ...]:
        """Return what the next shift must know: my calls that somebody still waits about, oldest first."""
        waiting = [call for call in self._store.calls.newest() if call.is_open and call.title]
        return tuple(_item(call) for call in reversed(waiting))[: hotline.MOST_ITEMS]

    def hand_over(self, notes: str, items: tuple[OpenItem, ...]) -> Pending:
        """End the shift. Raises ``CommandRefused``, ``PayloadInvalid`` (``notes`` where nothing is said)."""
        return self._send(HotlineCommand.HAND_OVER, HandOver(notes.strip(), items), new_id(), 0)

    def take_over(self, handover: Handover) -> Pending:
        """Begin with what another left. Raises ``CommandRefused`` where it is one's own, or taken already."""
        if handover.by == self._person.id:
            raise CommandRefused(Refusal.NOT_YOURS)
        if handover.taken_by is not None:
            raise CommandRefused(Refusal.WRONG_STATE)
        payload = TakeOver(len(handover.items))
        return self._send(HotlineCommand.TAKE_OVER, payload, handover.id, handover.version)

    def undo(self, event_id: str) -> bool:
        """Take it back while it is held; tell whether it was still possible."""
        return self._triage.undo(event_id)

    def all(self) -> list[Shift]:
        """Return the shifts, newest first; what waits here for the centre shows at once."""
        known = {each.id: Shift(each) for each in self._store.handovers.newest()}
        for pending in [*self._store.outbox.waiting(), *self._store.outbox.needs_person()]:
            event = pending.event
            if isinstance(event.type, HotlineCommand) and event.entity == hotline.HANDOVER:
                self._overlay(known, pending)
        return sorted(known.values(), key=lambda shift: shift.handover.id, reverse=True)

    def _overlay(self, known: dict[str, Shift], pending: Pending) -> None:
        event, person = pending.event, self._person
        payload = hotline.decode(HotlineCommand(event.type), event.payload)
        if isinstance(payload, HandOver):
            handed = Handover(
                event.entity_id, 0, person.id, person.name, event.occurred_at, payload.notes, payload.items
            )
            known[handed.id] = Shift(handed, pending.state)
        elif event.entity_id in known and pending.state in UNSENT:
            taken = replace(
                known[event.entity_id].handover, taken_by=person.id, taken_by_name=person.name,
                taken_at=event.occurred_at,
            )  # fmt: skip
            known[event.entity_id] = Shift(taken, pending.state)

    def _send(
        self, command: HotlineCommand, payload: HotlinePayload, shift_id: str, base_version: int
    ) -> Pending:
        if not hotline.takes_calls(self._triage.actor):
            raise CommandRefused(Refusal.NOT_YOURS)
        raw, now = payloads.encode(payload), self._clock.now()
        hotline.decode(command, raw)
        event = Event(
            id=new_id(), type=command, entity=hotline.HANDOVER, entity_id=shift_id,
            base_version=base_version, occurred_at=now, payload=raw,
            after=self._store.outbox.tail(shift_id),
        )  # fmt: skip
        with self._store.write() as tx:
            pending = self._store.outbox.add(tx, event, self._held(now, command))
        self._triage.announce(event, pending.state)
        return pending

    def _held(self, now: datetime, command: HotlineCommand) -> datetime:
        return now + timedelta(seconds=hold_seconds(command))


def _item(call: Call) -> OpenItem:
    return OpenItem(call.number, call.promise, call.report_id, call.promise_due)
