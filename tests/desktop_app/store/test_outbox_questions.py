"""What is asked of the outbox."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import add, event, put, report_json
from tests.support.clock import NOON

S = OutboxState
HOLD = NOON + timedelta(seconds=5)


def test_what_was_put_in_comes_back(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    first = event(report_id, Command.NOTE, text="đã gọi")
    add(store, first, held_until=HOLD, group="bulk")
    found = store.outbox.get(first.id)
    assert found is not None
    assert (found.event, found.state, found.held_until, found.group) == (first, S.HELD, HOLD, "bulk")
    assert store.outbox.pending(report_id) == store.outbox.waiting() == [found]
    assert store.outbox.counts() == (1, 0)
    assert store.outbox.tail(report_id) == first.id
    assert store.outbox.tail("elsewhere") is None
    assert store.outbox.get("none") is None


def test_what_waits_behind_a_failure_cannot_go_out(store: AccountStore) -> None:
    [report_id] = put(store, report_json())
    assert not store.outbox.can_go_out()
    first = event(report_id)
    add(store, first, event(report_id, after=first.id))
    assert store.outbox.can_go_out()
    assert [e.id for e in store.outbox.take_ready(1)] == [first.id]
    with store.write() as tx:
        store.outbox.settle(tx, first.id, {"status": "conflict"})
    assert not store.outbox.can_go_out()
    with store.write() as tx:
        store.outbox.discard(tx, first.id)
    assert store.outbox.can_go_out()


def test_of_very_many_the_first_are_read(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    events = [event(report_id, Command.NOTE, text=f"{n}") for n in range(4)]
    add(store, *events)
    assert [one.event.id for one in store.outbox.waiting(3)] == [one.id for one in events[:3]]
    assert store.outbox.waiting(0) == store.outbox.needs_person(3) == []
    for one in events[:2]:
        store.outbox.refuse(one.id, {"status": "rejected"})
    assert [one.event.id for one in store.outbox.needs_person(1)] == [events[0].id]
    assert len(store.outbox.needs_person()) == 2
