"""The outbox as its sender sees it: order per report, answers, faults."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.outbox_rows import COLUMNS, HELD
from desktop_app.store.outbox_sender import ASKED_FIRST, SENDABLE
from tests.desktop_app.store.builders import KEY, add, event, put, report_json, settle, state, taken
from tests.support.clock import NOON, ManualClock

S = OutboxState
HOLD = NOON + timedelta(seconds=5)


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


def test_a_restored_server_is_offered_everything_again(store: AccountStore) -> None:
    done = event("r")
    add(store, done)
    taken(store)
    settle(store, done.id, status="applied", version=4, seq=10)
    with store.write() as tx:
        store.outbox.offer_again(tx)
    assert taken(store) == [done.id]


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


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        (SENDABLE, "outbox_to_send"),
        (ASKED_FIRST, "outbox_to_ask"),
        (f"WHERE {HELD} AND held_until <= ?", "outbox_held"),
    ],
)
def test_what_goes_out_is_not_looked_for_among_all_that_waits(
    store: AccountStore, asked: str, index: str
) -> None:
    with store.reader() as connection:
        plan = connection.rows(f"EXPLAIN QUERY PLAN SELECT {COLUMNS} FROM outbox {asked}", (1,))
    steps = [detail for *_, detail in plan]
    assert index in steps[0]
    assert not any("TEMP B-TREE" in step for step in steps)


def test_a_hold_that_is_due_is_found_by_its_end(store: AccountStore) -> None:
    held, later = event("r1"), event("r2")
    add(store, later, held_until=HOLD)
    add(store, held, held_until=NOON)
    assert store.outbox.next_release() == NOON
    assert [p.event.id for p in store.outbox.release_due(NOON)] == [held.id]
    assert store.outbox.next_release() == HOLD
