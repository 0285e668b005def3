"""The server's rows: kept whole, changed only by the server, projected for the person."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desktop_app.domain.workflow import Command, State
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.reports import Malformed, NoSuchReport
from tests.desktop_app.store.builders import add, event, put, report_json, settle, wire
from tests.support.clock import NOON


def test_unknown_fields_of_a_newer_server_are_kept(store: AccountStore) -> None:
    told = report_json(hologram={"depth": 3})
    put(store, told)
    assert json.loads(store.reports.base_json(told["id"])) == told
    assert store.reports.base(told["id"]).title == told["title"]
    assert store.reports.has(told["id"])


def test_an_older_version_is_not_taken(store: AccountStore) -> None:
    told = report_json(version=5)
    put(store, told)
    with store.write() as tx:
        assert not store.reports.put_base(tx, {**told, "version": 4, "title": "cũ"})
        assert store.reports.put_base(tx, {**told, "version": 5})
    assert store.reports.base(told["id"]).version == 5


def test_an_answer_beside_the_feed_refreshes_but_never_brings_back(store: AccountStore) -> None:
    told = report_json(version=5)
    put(store, told)
    newer = {**told, "version": 6, "title": "mới"}
    with store.write() as tx:
        assert not store.reports.refresh(tx, {**told, "title": "như cũ"})
        assert store.reports.refresh(tx, newer)
    assert store.reports.base(told["id"]).title == "mới"
    with store.write() as tx:
        store.lose_scope(tx, told["id"])
        assert not store.reports.refresh(tx, {**newer, "version": 7})
    assert not store.reports.has(told["id"])


def test_a_refreshed_report_is_still_swept_where_a_bootstrap_leaves_it_out(store: AccountStore) -> None:
    told = report_json(version=5)
    put(store, told)
    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
        assert store.reports.refresh(tx, {**told, "version": 6})
        assert store.sweep(tx) == (told["id"],)


def test_after_a_new_bootstrap_an_older_version_is_the_truth(store: AccountStore) -> None:
    told = report_json(version=5)
    put(store, told)
    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
        assert store.reports.put_base(tx, {**told, "version": 4})
    assert store.reports.base(told["id"]).version == 4


def test_a_malformed_row_is_refused_by_field(store: AccountStore) -> None:
    with store.write() as tx, pytest.raises(Malformed) as malformed:
        store.reports.put_base(tx, report_json(state="teleported"))
    assert (malformed.value.entity, malformed.value.field) == ("report", "state")


def test_a_pending_event_projects_and_leaves_the_base_alone(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    add(store, event(report_id))
    assert store.reports.get(report_id).state is State.IN_PROGRESS
    assert store.reports.base(report_id).state is State.DISTRIBUTED


def test_the_projection_holds_until_the_servers_row_shows_it(store: AccountStore) -> None:
    told = report_json()
    put(store, told)
    accept = event(told["id"])
    add(store, accept)
    store.outbox.take_ready()
    settle(store, accept.id, status="applied", version=4)
    assert store.reports.get(told["id"]).state is State.IN_PROGRESS
    put(store, {**told, "version": 4, "state": "in_progress"})
    assert store.reports.get(told["id"]).state is State.IN_PROGRESS
    put(store, {**told, "version": 5, "state": "monitoring"})
    assert store.reports.get(told["id"]).state is State.MONITORING


def test_what_needs_a_person_projects_nothing(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    accept = event(report_id)
    add(store, accept)
    store.outbox.take_ready()
    settle(store, accept.id, status="conflict")
    assert store.reports.get(report_id).state is State.DISTRIBUTED


def test_what_is_not_there_is_named(store: AccountStore) -> None:
    for ask in (store.reports.get, store.reports.base, store.reports.base_json):
        with pytest.raises(NoSuchReport) as unknown:
            ask("nowhere")
        assert unknown.value.report_id == "nowhere"
    assert not store.reports.has("nowhere")


def test_reports_of_the_same_moment_all_have_a_place(store: AccountStore) -> None:
    same = wire(NOON)
    next_one = wire(NOON + timedelta(microseconds=2))
    told = [report_json(received_at=same) for _ in range(4)] + [report_json(received_at=next_one)]
    ids = put(store, *told)
    rows = store.inbox.rows(store.inbox.ids(InboxQuery(sort=SortKey.RECEIVED)))
    assert {row.id for row in rows} == set(ids)
    assert len({row.rowid for row in rows}) == 5


def test_opening_a_report_ends_its_being_new(store: AccountStore) -> None:
    told = report_json()
    put(store, told)
    assert store.inbox.counts()[QuickFilter.NEW] == 1
    with store.write() as tx:
        store.reports.mark_seen(tx, told["id"])
    assert store.inbox.counts()[QuickFilter.NEW] == 0
    put(store, {**told, "version": 4, "field_versions": {"workflow": 4}})
    assert store.inbox.counts()[QuickFilter.NEW] == 1


def test_ones_own_change_coming_back_is_not_new(store: AccountStore) -> None:
    told = report_json(state="in_progress")
    put(store, told)
    down = event(
        told["id"], Command.HAND_DOWN, unit="unit-1", owner="officer-1", deliverable="x", due_at=wire(NOON)
    )
    add(store, down)
    store.outbox.take_ready()
    settle(store, down.id, status="applied", version=4)
    put(store, {**told, "version": 4, "state": "distributed", "field_versions": {"workflow": 4}})
    assert store.inbox.counts()[QuickFilter.NEW] == 0


def test_removing_takes_row_timeline_and_terms(store: AccountStore) -> None:
    told = report_json(title="Rò rỉ khí amoniac")
    put(store, told)
    line = {"id": "e1", "report_id": told["id"], "kind": "note", "at": wire(NOON), "by": "x", "by_name": "X"}
    with store.write() as tx:
        store.entries.put(tx, {**line, "text": "đã gọi"})
    assert len(store.search.ids("amoniac")) == 1
    with store.write() as tx:
        store.reports.remove(tx, told["id"])
    assert len(store.search.ids("amoniac")) == 0
    assert store.entries.of(told["id"]) == []
    assert store.inbox.counts()[QuickFilter.ALL] == 0
    with store.write() as tx:
        store.reports.remove(tx, "never there")


def test_a_report_can_be_rebuilt_without_a_change(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    before = store.inbox.counts()
    with store.write() as tx:
        tx.touch(report_id)
    assert store.inbox.counts() == before
