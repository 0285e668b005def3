"""Calls remembered: newest first, pruned when nobody waits, the draft erased from the disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.outbox import OutboxState
from desktop_app.store.account import AccountStore
from desktop_app.store.calls import Call
from tests.desktop_app.store.builders import KEY
from tests.support.clock import ManualClock


class Shelf:
    """A store, its clock, and calls put in without events."""

    def __init__(self, store: AccountStore, clock: ManualClock) -> None:
        self.store, self.clock = store, clock

    def add(self, call_id: str, promise: str = "", code: str | None = None) -> Call:
        now = self.clock.now()
        due = now + timedelta(hours=1) if promise else None
        call = Call(call_id, f"r-{call_id}", "048 213", "Cống nghẹt", False, now, code, promise, due)
        with self.store.write() as tx:
            self.store.calls.add(tx, call)
        return call


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    clock = ManualClock()
    store = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    yield Shelf(store, clock)
    store.close()


def test_calls_are_listed_newest_first_as_they_were(shelf: Shelf) -> None:
    first = shelf.add("c-1", "Gọi lại")
    shelf.clock.advance(5)
    second = shelf.add("c-2")
    listed = shelf.store.calls.newest()
    assert [call.id for call in listed] == [second.id, first.id]
    assert listed[1].promise_due == first.promise_due
    assert {call.state for call in listed} == {OutboxState.ACKNOWLEDGED}  # their events are forgotten already
    assert shelf.store.calls.get("c-1") == listed[1]
    assert shelf.store.calls.get("c-9") is None


def test_a_code_takes_the_place_of_the_temporary_number(shelf: Shelf) -> None:
    shelf.add("c-1")
    assert (shelf.store.calls.newest()[0].number, shelf.store.calls.newest()[0].is_open) == ("048 213", True)
    with shelf.store.write() as tx:
        shelf.store.calls.told(tx, "c-1", "PA-2026-000001")
    [call] = shelf.store.calls.newest()
    assert (call.number, call.is_open) == ("PA-2026-000001", False)


def test_a_promise_is_kept_once(shelf: Shelf) -> None:
    shelf.add("c-1", "Gọi lại", "PA-1")
    shelf.store.calls.keep_promise("c-1")
    kept = shelf.store.calls.newest()[0].kept_at
    shelf.clock.advance(60)
    shelf.store.calls.keep_promise("c-1")
    assert shelf.store.calls.newest()[0].kept_at == kept


def test_after_thirty_days_only_open_promises_stay(shelf: Shelf) -> None:
    for call_id, promise in (("c-old", ""), ("c-kept", "Gọi"), ("c-open", "Gọi")):
        shelf.add(call_id, promise, "PA-1")
    shelf.store.calls.keep_promise("c-kept")
    shelf.clock.advance(timedelta(days=31).total_seconds())
    shelf.store.prune()
    assert [call.id for call in shelf.store.calls.newest()] == ["c-open"]


def test_a_draft_thrown_away_leaves_the_disk(shelf: Shelf, tmp_path: Path) -> None:
    calls = shelf.store.calls
    assert calls.draft() is None
    calls.keep_draft('{"title": "x"}')
    assert calls.draft() == '{"title": "x"}'
    with shelf.store.write() as tx:
        calls.drop_draft(tx)
    assert calls.draft() is None
    assert (tmp_path / "account.db-wal").stat().st_size == 0  # the log was cut
