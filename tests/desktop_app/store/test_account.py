"""The account store as a whole: reopening, scope, bootstrap, and what is left on the disk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, State
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import open_encrypted
from desktop_app.store.errors import NewerSchema, Unavailable, WrongKey
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.reports import NoSuchReport
from tests.desktop_app.store.builders import KEY, ME, UNIT, add, event, put, report_json, wire
from tests.desktop_app.store.pages import decrypted_pages
from tests.support.clock import NOON, ManualClock


def test_everything_is_there_after_reopening(store: AccountStore, path: Path, clock: ManualClock) -> None:
    (report_id,) = put(store, report_json())
    note = event(report_id, Command.NOTE, text="x")
    add(store, note)
    store.close()
    again = AccountStore.open(path, KEY, "a", now=clock.now)
    assert again.actor == Actor(ME, UNIT, frozenset({Role.HANDLER}), frozenset({UNIT}))
    assert again.person == {"id": ME}
    assert [p.event for p in again.outbox.pending(report_id)] == [note]
    assert again.inbox.counts()[QuickFilter.UNSENT] == 1
    again.close()


def test_a_new_store_belongs_to_nobody_yet(tmp_path: Path) -> None:
    fresh = AccountStore.open(tmp_path / "b.db", KEY, "b")
    assert fresh.person is None
    assert fresh.actor.roles == frozenset()
    fresh.close()
    fresh.close()
    with pytest.raises(Unavailable):
        fresh.inbox.counts()


def test_another_key_opens_nothing(store: AccountStore, path: Path) -> None:
    store.close()
    with pytest.raises(WrongKey):
        AccountStore.open(path, bytes(32), "a")


def test_a_newer_programs_store_can_be_read(store: AccountStore, path: Path) -> None:
    (report_id,) = put(store, report_json())
    store.close()
    raw = open_encrypted(path, KEY)
    raw.execute("INSERT INTO migration VALUES ('9999_future.sql', 0)")
    raw.close()
    newer = AccountStore.open(path, KEY, "a")
    assert newer.newer == "9999_future.sql"
    assert newer.reports.get(report_id).state is State.DISTRIBUTED
    with pytest.raises(NewerSchema), newer.write():
        pass
    boss = Actor("boss", UNIT, frozenset({Role.APPROVER}))
    newer.adopt(boss, {"id": "boss"})
    assert newer.actor == boss
    newer.close()


def test_what_the_policy_lets_an_approver_do_marks_what_waits(store: AccountStore, path: Path) -> None:
    put(store, report_json(state="approved"))
    leader = Actor(ME, UNIT, frozenset({Role.APPROVER}), frozenset({UNIT}))
    store.adopt(leader, {"id": ME})
    allowed = [False]
    store.approver_publishes = lambda: allowed[0]
    assert not store.follow_delegations()
    assert store.inbox.counts()[QuickFilter.WAITING_FOR_ME] == 0
    allowed[0] = True
    assert store.follow_delegations()
    assert not store.follow_delegations()
    assert store.actor.approver_publishes
    assert store.inbox.counts()[QuickFilter.WAITING_FOR_ME] == 1
    store.adopt(leader, {"id": ME})
    assert store.actor.approver_publishes
    store.close()
    again = AccountStore.open(path, KEY, "a")
    assert again.actor.approver_publishes
    again.close()


def test_losing_scope_leaves_nothing_but_ones_own_work(store: AccountStore, path: Path) -> None:
    told = report_json(title="Rò rỉ amoniac ở kho lạnh", evidence={"camera": "cam-77-kho"})
    put(store, told, report_json())
    unsent = event(told["id"], Command.NOTE, text="việc của tôi")
    add(store, unsent)
    line = {"id": "e", "report_id": told["id"], "kind": "note", "at": wire(NOON), "by": "x", "by_name": "X"}
    with store.write() as tx:
        store.entries.put(tx, {**line, "text": "chủ kho tên Zebulon"})
    with store.write() as tx:
        store.lose_scope(tx, told["id"])
    with pytest.raises(NoSuchReport):
        store.reports.get(told["id"])
    (left,) = store.outbox.needs_person()
    assert (left.event, left.problem) == (unsent, {"status": "scope_lost"})
    assert left.state is OutboxState.NEEDS_PERSON
    store.close()
    assert not path.with_name(path.name + "-wal").exists()
    pages = decrypted_pages(path, KEY)
    for gone in ("amoniac", "Zebulon", "zebulon", "cam-77-kho"):
        assert gone.encode() not in pages
    assert "việc của tôi".encode() in pages
    assert b"CREATE TABLE report" in pages


def test_a_bootstrap_removes_what_it_did_not_deliver(store: AccountStore) -> None:
    kept, gone = report_json(), report_json()
    put(store, kept, gone)
    mine = event(gone["id"], Command.NOTE, text="chưa gửi")
    add(store, mine)
    with store.write() as tx:
        store.directory.put(tx, "unit", {"id": "u-old", "name": "Cũ", "kind": "ward"})
        store.sync_state.begin_bootstrap(tx)
    with store.write() as tx:
        store.reports.put_base(tx, kept)
        store.directory.put(tx, "unit", {"id": "u-new", "name": "Mới", "kind": "ward"})
    assert store.reports.has(gone["id"])
    with store.write() as tx:
        assert store.sweep(tx) == (gone["id"],)
    assert store.reports.has(kept["id"])
    assert not store.reports.has(gone["id"])
    assert [unit.id for unit in store.directory.units()] == ["u-new"]
    assert [p.event.id for p in store.outbox.needs_person()] == [mine.id]
    assert not store.sync_state.staging


def test_the_same_person_again_changes_no_marks(store: AccountStore) -> None:
    put(store, report_json())
    before = store.inbox.counts()
    store.adopt(store.actor, {"id": ME, "name": "Tên mới"})
    assert store.inbox.counts() == before
    assert store.person == {"id": ME, "name": "Tên mới"}


def test_opening_drops_what_was_kept_long_enough(store: AccountStore, path: Path, clock: ManualClock) -> None:
    undone, waiting = event("r1"), event("r2")
    add(store, undone, waiting)
    store.outbox.cancel(undone.id)
    store.close()
    clock.advance(timedelta(days=30))
    again = AccountStore.open(path, KEY, "a", now=clock.now)
    assert again.outbox.get(undone.id) is None
    assert again.outbox.get(waiting.id) is not None
    assert again.prune() == 0
    again.close()


def test_a_reader_works_beside_a_writer(store: AccountStore) -> None:
    put(store, report_json())
    with store.write() as tx, store.reader() as connection:
        tx.connection.execute("DELETE FROM report")
        assert connection.value("SELECT count(*) FROM report") == 1
