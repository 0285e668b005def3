"""The rebuild: rows, counts and terms in step with the transaction, and only what differs is written."""

from __future__ import annotations

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from tests.desktop_app.store.builders import add, event, put, report_json


def test_a_transaction_that_fails_moves_no_count(store: AccountStore) -> None:
    def fail() -> None:
        with store.write() as tx:
            store.reports.put_base(tx, report_json())
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert store.inbox.counts()[QuickFilter.ALL] == 0


def test_a_report_touched_twice_counts_once(store: AccountStore) -> None:
    told = report_json()
    put(store, told, {**told, "version": 4}, {**told, "version": 5})
    assert store.inbox.counts()[QuickFilter.ALL] == 1
    assert store.inbox.rows(store.inbox.ids(InboxQuery()))[0].id == told["id"]


def test_an_event_on_a_report_that_is_not_here_harms_nothing(store: AccountStore) -> None:
    add(store, event("gone"))
    assert store.inbox.counts()[QuickFilter.UNSENT] == 0
    assert store.outbox.counts() == (1, 0)


def test_nothing_is_written_where_nothing_differs(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    with store.write() as tx:
        before = tx.connection.value("SELECT total_changes()")
        tx.touch(report_id)
    with store.write() as tx:
        assert tx.connection.value("SELECT total_changes()") == before
