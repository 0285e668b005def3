"""The outbox: states by compare-and-set, order per report, faults, ends."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command, State
from desktop_app.store.account import AccountStore
from desktop_app.store.errors import RuleBroken
from tests.desktop_app.store.builders import KEY, add, event, put, report_json, settle
from tests.support.clock import NOON, ManualClock

S = OutboxState
HOLD = NOON + timedelta(seconds=5)


def state(store: AccountStore, event_id: str) -> OutboxState:
    found = store.outbox.get(event_id)
    assert found is not None
    return found.state


def taken(store: AccountStore) -> list[str]:
    return [each.id for each in store.outbox.take_ready()]


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


def test_an_id_is_used_once(store: AccountStore) -> None:
    once = event("r")
    add(store, once)
    with pytest.raises(RuleBroken):
        add(store, once)


def test_a_hold_made_while_the_clock_was_ahead_lasts_no_longer_than_any(store: AccountStore) -> None:
    held = event("r")
    add(store, held, held_until=NOON + timedelta(days=2))
    assert store.outbox.release_due(NOON) == ()
    assert store.outbox.next_release() == NOON + timedelta(seconds=5)
    ended = store.outbox.release_due(NOON + timedelta(seconds=5))
    assert [p.event.id for p in ended] == [held.id]


def test_a_hold_runs_out(store: AccountStore) -> None:
    held = event("r")
    add(store, held, held_until=HOLD)
    assert taken(store) == []
    assert store.outbox.next_release() == HOLD
    assert store.outbox.release_due(NOON) == ()
    assert [p.event.id for p in store.outbox.release_due(HOLD)] == [held.id]
    assert store.outbox.next_release() is None
    assert taken(store) == [held.id]
    assert state(store, held.id) is S.SENDING


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


def test_events_go_out_in_the_persons_order_at_most_fifty(store: AccountStore) -> None:
    events = [event(f"r{n % 7}", Command.NOTE, text=str(n)) for n in range(60)]
    add(store, *events)
    assert taken(store) == [e.id for e in events[:50]]
    assert [e.id for e in store.outbox.take_ready()] == []
    for each in events[:50]:
        settle(store, each.id, status="applied", version=4)
    assert taken(store) == [e.id for e in events[50:]]


@pytest.mark.parametrize("status", ["conflict", "rejected", "not_found", "teapot"])
def test_later_events_wait_behind_a_failure_and_other_reports_go_on(store: AccountStore, status: str) -> None:
    failing, behind, other = event("r1"), event("r1", Command.NOTE, text="x"), event("r2")
    add(store, failing, behind, other)
    assert taken(store) == [failing.id, behind.id, other.id]
    assert settle(store, failing.id, status=status, rule="wrong_state") is S.NEEDS_PERSON
    assert settle(store, behind.id, status="blocked") is S.READY
    assert settle(store, other.id, status="applied", version=4) is S.ACKNOWLEDGED
    assert taken(store) == []
    found = store.outbox.needs_person()
    assert [p.event.id for p in found] == [failing.id]
    assert found[0].problem["status"] == status
    assert store.outbox.counts() == (1, 1)


def test_behind_a_hold_on_the_same_report_one_waits(store: AccountStore) -> None:
    held, behind = event("r"), event("r", Command.NOTE, text="x")
    add(store, held, held_until=HOLD)
    add(store, behind)
    assert taken(store) == []
    store.outbox.release_due(HOLD)
    assert taken(store) == [held.id, behind.id]


def test_a_lost_answer_is_asked_for_again_under_the_same_id(store: AccountStore) -> None:
    sent = event("r")
    add(store, sent)
    assert taken(store) == [sent.id]
    store.outbox.lost_contact((sent.id,))
    assert state(store, sent.id) is S.UNKNOWN
    assert taken(store) == [sent.id]
    assert settle(store, sent.id, status="duplicate", version=4) is S.ACKNOWLEDGED
    found = store.outbox.get(sent.id)
    assert found is not None
    assert found.attempts == 2


def test_an_answer_to_what_is_not_under_way_changes_nothing(store: AccountStore) -> None:
    held = event("r")
    add(store, held, held_until=HOLD)
    for status in ("applied", "conflict", "blocked"):
        assert settle(store, held.id, status=status, version=4) is None
    assert state(store, held.id) is S.HELD


def test_after_a_crash(store: AccountStore, clock: ManualClock, path: Path) -> None:
    sending, held = event("r1"), event("r2")
    public = event("r3", Command.PUBLISH, content_sha256="x", preview_seen=True)
    add(store, sending)
    store.outbox.take_ready()
    add(store, held, public, held_until=HOLD)
    again = AccountStore.open(path, KEY, "a", now=clock.now)
    asked = again.outbox.recover_after_restart()
    assert [p.event.id for p in asked] == [public.id]
    assert [state(again, e.id) for e in (sending, held, public)] == [S.UNKNOWN, S.HELD, S.NEEDS_PERSON]
    found = again.outbox.get(public.id)
    assert found is not None
    assert found.problem == {"status": "hold_cut"}
    again.close()


def test_lock_cuts_the_holds_of_public_commands_only(store: AccountStore) -> None:
    held, public = event("r1"), event("r2", Command.REJECT, code="x", text="y")
    add(store, held, public, held_until=HOLD)
    assert [p.event.id for p in store.outbox.cut_public_holds()] == [public.id]
    assert state(store, held.id) is S.HELD


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


def test_a_restored_server_is_offered_everything_again(store: AccountStore) -> None:
    done = event("r")
    add(store, done)
    taken(store)
    settle(store, done.id, status="applied", version=4, seq=10)
    with store.write() as tx:
        store.outbox.offer_again(tx)
    assert taken(store) == [done.id]


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


def test_what_may_have_arrived_is_not_called_failed_when_its_report_leaves(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    away, behind = event(report_id, Command.NOTE), event(report_id, Command.NOTE)
    add(store, away)
    assert taken(store) == [away.id]
    store.outbox.lost_contact((away.id,))
    add(store, behind)
    with store.write() as tx:
        store.lose_scope(tx, report_id)
    assert (state(store, away.id), state(store, behind.id)) == (S.UNKNOWN, S.NEEDS_PERSON)
    assert taken(store) == [away.id]
    assert settle(store, away.id, status="duplicate", version=4) is S.ACKNOWLEDGED


def test_what_never_left_is_ready_again_unless_it_may_have_arrived_before(store: AccountStore) -> None:
    once, twice = event("r"), event("s")
    for each in (once, twice):
        add(store, each)
    assert taken(store) == [once.id, twice.id]
    assert store.outbox.not_sent((once.id,)) == {once.id: S.READY}
    store.outbox.lost_contact((twice.id,))
    assert [taken(store), taken(store)] == [[twice.id], [once.id]]  # what is unknown is asked about first
    assert store.outbox.not_sent((once.id, twice.id)) == {once.id: S.READY, twice.id: S.UNKNOWN}
    assert store.outbox.not_sent((once.id,)) == {}
    assert store.outbox.cancel(once.id)
    assert not store.outbox.cancel(twice.id)


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
