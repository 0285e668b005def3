"""Lists, rows, counts: against what a plain Python loop would say."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, State
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox import read_long
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from tests.desktop_app.store.builders import (
    ME,
    OTHER_UNIT,
    UNIT,
    add,
    assignment,
    event,
    put,
    report_json,
    settle,
    wire,
)
from tests.support.clock import NOON, ManualClock

Q = QuickFilter


def ids(store: AccountStore, query: InboxQuery, **page: int) -> list[str]:
    return [row.id for row in store.inbox.rows(store.inbox.ids(query, **page))]


def due_in(hours: float) -> dict[str, Any]:
    return assignment(due_at=wire(NOON + timedelta(hours=hours)))


def test_sort_orders(store: AccountStore) -> None:
    late, soon, none = put(
        store,
        report_json(assignment=due_in(50), priority="low", title="Cây đổ", code="B"),
        report_json(assignment=due_in(20), priority="high", title="Ánh sáng", code="C"),
        report_json(assignment=None, state="received", title="bụi", code="A"),
    )
    for sort, expected in {
        SortKey.DUE: [soon, late, none],
        SortKey.RECEIVED: [late, soon, none],
        SortKey.CODE: [none, late, soon],
        SortKey.PRIORITY: [soon, none, late],
        SortKey.TITLE: [soon, none, late],
    }.items():
        assert ids(store, InboxQuery(sort=sort)) == expected, sort
        assert ids(store, InboxQuery(sort=sort, descending=True)) == expected[::-1], sort


def test_a_row_shows_what_the_list_needs(store: AccountStore) -> None:
    told = report_json(procedure="instant", priority="high")
    put(store, told)
    (row,) = store.inbox.rows(store.inbox.ids(InboxQuery()))
    assert (row.id, row.code, row.title) == (told["id"], told["code"], told["title"])
    assert (row.ward, row.category, row.owner, row.lead_unit) == ("ward-1", "drainage", ME, UNIT)
    assert (row.state, row.procedure, row.priority) == (State.DISTRIBUTED, "instant", "high")
    assert row.due_at == NOON + timedelta(days=2)
    assert (row.unsent, row.conflict, row.new) == (False, False, True)
    assert store.inbox.rowid(told["id"]) == row.rowid
    assert store.inbox.rowid("none") is None


def test_quick_filters_and_their_counts(store: AccountStore) -> None:
    mine, overdue, today, instant, theirs, closed = put(
        store,
        report_json(),
        report_json(assignment=due_in(-1)),
        report_json(assignment=due_in(2)),
        report_json(assignment=assignment(owner="x"), procedure="instant", state="in_progress"),
        report_json(assignment=assignment(owner="y", lead_unit=OTHER_UNIT, co_processors=[UNIT])),
        report_json(state="closed"),
    )
    expected = {
        Q.ALL: {mine, overdue, today, instant, theirs, closed},
        Q.MINE: {mine, overdue, today},
        Q.UNIT: {mine, overdue, today, instant, theirs},
        Q.OVERDUE: {overdue},
        Q.DUE_TODAY: {today},
        Q.NEW: {mine, overdue, today},
        Q.WAITING_FOR_ME: {mine, overdue, today},
        Q.INSTANT: {instant},
        Q.CONFLICT: set(),
        Q.UNSENT: set(),
    }
    for quick, wanted in expected.items():
        assert set(ids(store, InboxQuery(quick))) == wanted, quick
        assert store.inbox.count(InboxQuery(quick)) == len(wanted)


def test_unsent_and_conflict_follow_the_outbox_in_the_same_transaction(store: AccountStore) -> None:
    (report_id,) = put(store, report_json())
    sent = event(report_id)
    add(store, sent)
    assert ids(store, InboxQuery(Q.UNSENT)) == [report_id]
    store.outbox.take_ready()
    settle(store, sent.id, status="conflict")
    assert ids(store, InboxQuery(Q.CONFLICT)) == [report_id]
    assert store.inbox.rows(store.inbox.ids(InboxQuery()))[0].conflict
    with store.write() as tx:
        store.outbox.discard(tx, sent.id)
    assert store.inbox.counts()[Q.CONFLICT] == store.inbox.counts()[Q.UNSENT] == 0


def test_narrowing(store: AccountStore) -> None:
    a, _ = put(
        store,
        report_json(organisation="nyc", category="noise", state="in_progress", place={"unit_code": "w2"}),
        report_json(),
    )
    for query in (
        InboxQuery(organisation="nyc"),
        InboxQuery(states=(State.IN_PROGRESS,)),
        InboxQuery(category="noise"),
        InboxQuery(ward="w2"),
    ):
        assert ids(store, query) == [a]
        assert store.inbox.count(query) == 1
    assert store.inbox.count(InboxQuery(organisation="nyc"), stop=1) == 1


def test_the_first_screens_are_the_beginning_of_the_whole(store: AccountStore) -> None:
    put(store, *(report_json() for _ in range(23)))
    for query in (
        InboxQuery(),
        InboxQuery(sort=SortKey.TITLE, descending=True),
        InboxQuery(category="drainage"),
        InboxQuery(search="duong", sort=SortKey.CODE),
        InboxQuery(search="duong", sort=SortKey.RECEIVED),
    ):
        whole = list(store.inbox.ids(query))
        assert len(whole) == 23
        for limit in (1, 4, 23, 30):
            assert list(store.inbox.ids(query, limit)) == whole[:limit]


def test_a_report_found_in_several_notes_is_listed_once(store: AccountStore) -> None:
    one, other = put(store, report_json(title="Cống vỡ", text=""), report_json(title="Cống nghẹt", text=""))
    for text in ("cống lớn", "cống nhỏ"):
        add(store, event(one, Command.NOTE, text=text))
    for sort in SortKey:
        query = InboxQuery(search="cong", sort=sort)
        assert sorted(ids(store, query)) == sorted([one, other]), sort
        assert store.inbox.count(query) == 2


def test_a_long_answer_is_read_slice_by_slice() -> None:
    numbers = [10**15 + n for n in range(30_000)]
    twice = json.dumps([n for n in numbers for _ in range(2)], separators=(",", ":")).encode()
    assert list(read_long(twice)) == numbers
    assert list(read_long(b"[]")) == []
    assert list(read_long(b"[7]")) == [7]


def test_rows_that_are_gone_are_left_out_and_order_is_kept(store: AccountStore) -> None:
    put(store, *(report_json() for _ in range(3)))
    rowids = list(store.inbox.ids(InboxQuery()))[::-1]
    assert [row.rowid for row in store.inbox.rows([rowids[0], 5, *rowids[1:]])] == rowids


def test_time_passing_makes_overdue(store: AccountStore, clock: ManualClock) -> None:
    (report_id,) = put(store, report_json(assignment=due_in(30)))
    clock.advance(timedelta(hours=20))
    assert store.tick() == (report_id,)
    assert store.inbox.counts()[Q.DUE_TODAY] == 1
    assert store.tick() == ()
    clock.advance(timedelta(hours=10))
    assert store.tick() == (report_id,)
    assert (store.inbox.counts()[Q.DUE_TODAY], store.inbox.counts()[Q.OVERDUE]) == (0, 1)


def test_another_right_marks_everything_anew(store: AccountStore) -> None:
    put(store, report_json(), report_json(state="received", assignment=None))
    assert store.inbox.counts()[Q.WAITING_FOR_ME] == 1
    store.adopt(Actor("d", "ioc", frozenset({Role.DISPATCHER})), {"id": "d"})
    assert store.inbox.counts()[Q.WAITING_FOR_ME] == 1
    assert store.inbox.counts()[Q.MINE] == 0
    assert store.inbox.counts()[Q.NEW] == 1


COMMANDS = st.lists(
    st.tuples(
        st.integers(0, 4), st.sampled_from(["put", "gone", "accept", "note", "undo", "send", "conflict"])
    ),
    max_size=25,
)


@given(COMMANDS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counts_never_drift_from_the_rows(store: AccountStore, steps: list[tuple[int, str]]) -> None:
    """Whatever happens in whatever order, the kept counts equal a count of the rows."""
    told = {n: report_json() for n in range(5)}
    for n, step in steps:
        _carry_out(store, told[n], step)
    for quick in QuickFilter:
        assert store.inbox.counts()[quick] == len(store.inbox.ids(InboxQuery(quick))), quick
    assert "malformed" not in _integrity(store)


def _carry_out(store: AccountStore, told: dict[str, Any], step: str) -> None:
    report_id = str(told["id"])
    if step == "put":
        told["version"] += 1
        put(store, told)
    elif step == "gone":
        with store.write() as tx:
            store.lose_scope(tx, report_id)
    elif step == "accept":
        add(store, event(report_id))
    elif step == "note":
        add(store, event(report_id, Command.NOTE, text="ghi chú"))
    elif step == "undo":
        for pending in store.outbox.pending(report_id):
            store.outbox.cancel(pending.event.id)
    else:
        status = "applied" if step == "send" else "conflict"
        for sent in store.outbox.take_ready():
            settle(store, sent.id, status=status, version=told["version"] + 1)


def _integrity(store: AccountStore) -> str:
    with store.write() as tx:
        tx.connection.execute("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
        return str(tx.connection.value("PRAGMA integrity_check"))


def test_the_index_of_words_agrees_with_its_text(store: AccountStore) -> None:
    put(store, *(report_json() for _ in range(5)))
    assert _integrity(store) == "ok"


@pytest.mark.parametrize("quick", list(QuickFilter))
def test_an_empty_store_answers_everything(store: AccountStore, quick: QuickFilter) -> None:
    assert (
        list(store.inbox.ids(InboxQuery(quick), limit=10)) == list(store.inbox.ids(InboxQuery(quick))) == []
    )
    assert store.inbox.count(InboxQuery(quick)) == 0
    assert store.inbox.rows([]) == []
