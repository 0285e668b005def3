"""The outbox: what a person puts in, takes back and decides; ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command, State
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import RuleBroken
from tests.desktop_app.store.builders import add, event, put, report_json, settle, state, taken
from tests.support.clock import NOON, ManualClock

S = OutboxState
HOLD = NOON + timedelta(seconds=5)


def test_an_id_is_used_once(store: AccountStore) -> None:
    once = event("r")
    add(store, once)
    with pytest.raises(RuleBroken):
        add(store, once)


def test_undo_wins_until_sending_starts(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    first, second = event(report_id), event(report_id)
    add(store, first, held_until=HOLD)
    assert store.outbox.cancel(first.id)
    assert store.reports.get(report_id).state is State.DISTRIBUTED
    assert not store.outbox.cancel(first.id)
    add(store, second)
    assert taken(store) == [second.id]
    assert not store.outbox.cancel(second.id)
    assert state(store, second.id) is S.SENDING


def test_undo_of_a_group_takes_what_can_still_be_taken(store: AccountStore) -> None:
    events = [event(f"r{n}") for n in range(3)]
    add(store, *events, group="g")
    sent = store.outbox.take_ready(limit=1)[0]
    assert set(store.outbox.cancel_group("g")) == {e.id for e in events} - {sent.id}


def test_cancelling_closes_the_chain(store: AccountStore) -> None:
    a = event("r")
    b = event("r", Command.NOTE, after=a.id, text="b")
    c = event("r", Command.NOTE, after=b.id, text="c")
    add(store, a, b, c)
    assert store.outbox.cancel(b.id)
    found = store.outbox.get(c.id)
    assert found is not None
    assert found.event.after == a.id


def test_mine_takes_the_old_ones_place(store: AccountStore) -> None:
    failed, behind = event("r"), event("r", Command.NOTE, text="x")
    behind = event("r", Command.NOTE, after=failed.id, text="x")
    add(store, failed, behind)
    taken(store)
    settle(store, failed.id, status="conflict")
    settle(store, behind.id, status="blocked")
    fresh = event("r")
    with store.write() as tx:
        assert store.outbox.reissue(tx, failed.id, fresh) is not None
        assert store.outbox.reissue(tx, failed.id, event("r")) is None
    assert state(store, failed.id) is S.DISCARDED
    sent = store.outbox.take_ready()
    assert [e.id for e in sent] == [fresh.id, behind.id]
    assert sent[1].after == fresh.id


def test_theirs_gives_mine_up_and_lets_the_rest_go_on(store: AccountStore) -> None:
    failed = event("r")
    behind = event("r", Command.NOTE, after=failed.id, text="x")
    add(store, failed, behind)
    taken(store)
    settle(store, failed.id, status="conflict")
    settle(store, behind.id, status="blocked")
    with store.write() as tx:
        assert store.outbox.discard(tx, failed.id)
        assert not store.outbox.discard(tx, failed.id)
    sent = store.outbox.take_ready()
    assert [e.id for e in sent] == [behind.id]
    assert sent[0].after is None


def test_a_person_may_send_once_more(store: AccountStore) -> None:
    failed = event("r")
    add(store, failed)
    taken(store)
    settle(store, failed.id, status="rejected", rule="wrong_state")
    assert store.outbox.retry(failed.id)
    assert not store.outbox.retry(failed.id)
    assert taken(store) == [failed.id]


def test_ends_are_kept_thirty_days_and_until_durable(store: AccountStore, clock: ManualClock) -> None:
    done, undone = event("r1"), event("r2")
    add(store, done, undone)
    store.outbox.cancel(undone.id)
    taken(store)
    settle(store, done.id, status="applied", version=4, seq=10)
    clock.advance(timedelta(days=29))
    assert store.outbox.forget(durable_through=10) == 0
    clock.advance(timedelta(days=1))
    assert store.outbox.forget(durable_through=9) == 1
    assert state(store, done.id) is S.ACKNOWLEDGED
    assert store.outbox.forget(durable_through=10) == 1
    assert store.outbox.get(done.id) is None
    assert store.outbox.get(undone.id) is None


def test_giving_up_spares_what_may_have_arrived(store: AccountStore) -> None:
    ids = put(store, *(report_json() for _ in range(4)))
    arrived, failed, ready, held = (event(report_id) for report_id in ids)
    add(store, arrived, failed)
    store.outbox.take_ready()
    store.outbox.lost_contact((arrived.id,))
    with store.write() as tx:
        store.outbox.settle(tx, failed.id, {"status": "conflict"})
    add(store, ready)
    add(store, held, held_until=NOON)
    assert set(store.outbox.give_up()) == {failed.id, ready.id, held.id}
    assert [p.event.id for p in store.outbox.waiting()] == [arrived.id]
    assert store.outbox.needs_person() == []
    states = [found.state for e in (failed, ready, held) if (found := store.outbox.get(e.id))]
    assert states == [OutboxState.DISCARDED, OutboxState.CANCELLED, OutboxState.CANCELLED]
