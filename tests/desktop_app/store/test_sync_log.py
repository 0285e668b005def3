"""The log a person can read: newest first, bounded, without a word of any report."""

from __future__ import annotations

from desktop_app.store.account import AccountStore
from desktop_app.store.sync_log import MOST, Line, Passed
from tests.support.clock import NOON, ManualClock


def note(store: AccountStore, kind: Passed, **data: object) -> None:
    with store.write() as tx:
        store.log.note(tx, kind, **data)


def test_the_newest_comes_first(store: AccountStore, clock: ManualClock) -> None:
    note(store, Passed.OFFLINE, error="unreachable")
    clock.advance(60)
    note(store, Passed.ONLINE)
    first, second = store.log.newest()
    assert (first.kind, second) == (Passed.ONLINE, Line(NOON, Passed.OFFLINE, {"error": "unreachable"}))
    assert [line.kind for line in store.log.newest(1)] == [Passed.ONLINE]


def test_a_line_of_a_newer_program_is_passed_over(store: AccountStore) -> None:
    note(store, Passed.ONLINE)
    with store.write() as tx:
        tx.connection.execute("UPDATE sync_log SET kind = 'of a newer program'")
    assert store.log.newest() == []


def test_it_is_bounded_in_time_and_number(store: AccountStore, clock: ManualClock) -> None:
    note(store, Passed.OFFLINE)
    clock.advance(31 * 24 * 3600)
    with store.write() as tx:
        for _ in range(MOST + 5):
            store.log.note(tx, Passed.SENT)
    store.prune()
    kinds = [line.kind for line in store.log.newest(MOST + 100)]
    assert kinds == [Passed.SENT] * MOST
