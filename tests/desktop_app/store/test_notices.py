"""Tellings: once each, none of a first sync, gone with their report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.ids import new_id
from desktop_app.domain.notices import NoticeKind
from desktop_app.domain.roles import Actor, Role
from desktop_app.store.account import AccountStore
from desktop_app.store.notices import _MOST_STANDING
from tests.desktop_app.store.builders import KEY, ME, UNIT, assignment, put, report_json, wire
from tests.support.clock import ManualClock

K = NoticeKind


class Shelf:
    """A handler's store that is past its first sync."""

    def __init__(self, store: AccountStore, clock: ManualClock) -> None:
        self.store, self.clock = store, clock
        store.adopt(Actor(ME, UNIT, frozenset({Role.HANDLER}), frozenset({UNIT})), {})

    def report(self, **changes: Any) -> str:  # noqa: ANN401 - any field
        due = wire(self.clock.now() + timedelta(days=30))
        values = {
            "id": new_id(),
            "assignment": assignment(due_at=due),
            "received_at": wire(self.clock.now()),
            **changes,
        }
        [report_id] = put(self.store, report_json(**values))
        return report_id

    def line(self, report_id: str, kind: str, by: str = "somebody") -> None:
        with self.store.write() as tx:
            self.store.entries.put(
                tx,
                {
                    "id": new_id(),
                    "report_id": report_id,
                    "kind": kind,
                    "at": wire(self.clock.now()),
                    "by": by,
                    "by_name": "Ai đó",
                },
            )

    def look(self, *, first_sync: bool = False) -> list[NoticeKind]:
        return [one.kind for one in self.store.notices.look(first_sync=first_sync)]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    clock = ManualClock()
    store = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    made = Shelf(store, clock)
    made.look(first_sync=True)
    made.look()
    yield made
    store.close()


def test_what_a_first_sync_brings_is_no_news(tmp_path: Path) -> None:
    clock = ManualClock()
    store = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    try:
        shelf = Shelf(store, clock)
        shelf.line(shelf.report(), "distribute")
        assert shelf.look(first_sync=True) == []
        assert shelf.look() == []
        shelf.line(shelf.report(), "distribute")
        assert shelf.look() == [K.ASSIGNED]
    finally:
        store.close()


def test_what_was_looked_at_before_a_first_sync_makes_none_of_it_news(tmp_path: Path) -> None:
    """The desk looks once a second; the first time, nothing is here yet."""
    clock = ManualClock()
    with closing(AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)) as store:
        shelf = Shelf(store, clock)
        assert shelf.look() == []
        shelf.line(shelf.report(state="distributed"), "distribute")
        shelf.report(state="distributed", procedure="instant")
        with store.write() as tx:
            store.notices.begin_anew(tx)
        assert shelf.look() == []
        assert store.notices.unread() == (0, 0)
        shelf.line(shelf.report(state="distributed"), "distribute")
        assert shelf.look() == [K.ASSIGNED]


def test_very_many_are_known_in_silence_at_once_and_told_in_turns(tmp_path: Path) -> None:
    clock = ManualClock()
    store = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    try:
        shelf = Shelf(store, clock)
        late = wire(clock.now() - timedelta(days=1))
        for _ in range(_MOST_STANDING + 20):
            shelf.report(assignment=assignment(due_at=late))
        assert shelf.look() == [], "what a desk finds at its first look is no news"
        assert shelf.look() == []
        for _ in range(_MOST_STANDING + 20):
            shelf.report(assignment=assignment(due_at=late))
        assert shelf.look() == [K.OVERDUE] * _MOST_STANDING
        assert shelf.look() == [K.OVERDUE] * 20
        assert shelf.look() == []
    finally:
        store.close()


def test_a_line_is_told_once(shelf: Shelf) -> None:
    report_id = shelf.report()
    shelf.line(report_id, "distribute")
    shelf.line(report_id, "note")
    shelf.line(report_id, "urge")
    assert shelf.look() == [K.ASSIGNED, K.URGED]
    assert shelf.look() == []
    assert [one.kind for one in shelf.store.notices.newest()] == [K.URGED, K.ASSIGNED]
    assert shelf.store.notices.unread() == (2, 0)


def test_a_line_before_its_report_waits_for_nobody(shelf: Shelf) -> None:
    shelf.line("r-unknown", "distribute")
    assert shelf.look() == []


def test_a_deadline_is_told_when_it_comes_and_again_when_it_was_moved(shelf: Shelf) -> None:
    due = shelf.clock.now() + timedelta(hours=1)
    report_id = shelf.report(assignment=assignment(due_at=wire(due)))
    assert shelf.look() == [K.DUE_TODAY]
    shelf.clock.advance(7200)
    shelf.store.tick()
    assert shelf.look() == [K.OVERDUE]
    assert shelf.look() == []
    later = shelf.clock.now() + timedelta(minutes=30)
    put(shelf.store, report_json(id=report_id, version=9, assignment=assignment(due_at=wire(later))))
    shelf.look()
    shelf.clock.advance(3600)
    shelf.store.tick()
    assert shelf.look() == [K.OVERDUE]


def test_an_instant_case_that_waits_for_me_is_urgent(shelf: Shelf) -> None:
    shelf.report(procedure="instant", state="distributed")
    [notice] = shelf.store.notices.look(first_sync=False)
    assert (notice.kind, notice.urgent) == (K.INSTANT, True)
    assert shelf.store.notices.unread() == (1, 1)


def test_reading_is_kept(shelf: Shelf) -> None:
    first, second = shelf.report(), shelf.report()
    for report_id in (first, second, second):
        shelf.line(report_id, "urge")
    shelf.look()
    notices = shelf.store.notices
    notices.mark_read([notices.newest()[-1].number])
    assert notices.unread() == (2, 0)
    with shelf.store.write() as tx:
        notices.mark_report_read(tx, second)
    assert notices.unread() == (0, 0)
    shelf.line(first, "urge")
    shelf.look()
    notices.mark_read()
    assert notices.unread() == (0, 0)
    assert all(one.read_at == shelf.clock.now() for one in notices.newest())


def test_what_left_ones_sight_leaves_nothing_behind(shelf: Shelf) -> None:
    report_id = shelf.report()
    shelf.line(report_id, "urge")
    shelf.look()
    with shelf.store.write() as tx:
        shelf.store.lose_scope(tx, report_id)
    assert shelf.store.notices.newest() == []


def test_what_was_read_long_ago_is_forgotten(shelf: Shelf) -> None:
    read, unread = shelf.report(), shelf.report()
    for report_id in (read, unread):
        shelf.line(report_id, "urge")
    shelf.look()
    with shelf.store.write() as tx:
        shelf.store.notices.mark_report_read(tx, read)
    shelf.clock.advance(timedelta(days=31).total_seconds())
    shelf.store.prune()
    assert [one.report_id for one in shelf.store.notices.newest()] == [unread]
