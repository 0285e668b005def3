"""A list that follows the news is the list asked anew, whatever happened in whatever order."""

from __future__ import annotations

from array import array
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery, QuickFilter, SortKey
from desktop_app.store.inbox_upkeep import MOST, Move
from tests.desktop_app.store.builders import add, assignment, event, put, report_json, wire
from tests.support.clock import NOON

REPORTS = 12
LISTS = [
    *(InboxQuery(sort=sort, descending=descending) for sort in SortKey for descending in (False, True)),
    InboxQuery(QuickFilter.MINE),
    InboxQuery(QuickFilter.OVERDUE, SortKey.TITLE, descending=True),
    InboxQuery(category="other", sort=SortKey.CODE),
    InboxQuery(search="duong", sort=SortKey.RECEIVED, descending=True),
    InboxQuery(search="duong han:quahan"),
]
CHANGES = st.lists(
    st.tuples(
        st.integers(0, REPORTS + 2),
        st.sampled_from(["due", "title", "category", "priority", "close", "accept", "nothing"]),
        st.integers(-60, 60),
    ),
    min_size=1,
    max_size=MOST,
)


def carried_out(ids: array[int], moves: tuple[Move, ...]) -> list[int]:
    held = list(ids)
    for move in moves:
        if move.before is not None:
            assert held.pop(move.before) == move.number
        if move.after is not None:
            held.insert(move.after, move.number)
    return held


def change(told: dict[str, Any], what: str, by: int) -> None:
    told["version"] += 1
    told["state"] = "distributed"
    if what == "due":
        told["assignment"] = assignment(due_at=wire(NOON + timedelta(hours=by)))
    elif what == "title":
        told["title"] = f"{'Đường' if by % 2 else 'Cống'} {by}"
    elif what == "category":
        told["category"] = "other" if by % 2 else "drainage"
    elif what == "priority":
        told["priority"] = ("low", "normal", "high")[by % 3]
    elif what == "close":
        told["state"] = "closed"


@given(CHANGES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_follows_the_news_is_what_is_asked_anew(
    store: AccountStore, steps: list[tuple[int, str, int]]
) -> None:
    told = {n: report_json(title=f"Đường {n}") for n in range(REPORTS + 3)}
    put(store, *(told[n] for n in range(REPORTS)))  # the last three are new when they are told of
    before = [store.inbox.ids(query) for query in LISTS]
    for n, what, by in steps:
        change(told[n], what, by)
        put(store, told[n])
        if what == "accept":
            add(store, event(told[n]["id"]))
    names = {told[n]["id"] for n, _, _ in steps}
    for query, ids in zip(LISTS, before, strict=True):
        moves = store.inbox.follow(query, ids, names)
        assert moves is not None
        now = store.inbox.ids(query)
        assert carried_out(ids, moves) == list(now), query
        assert carried_out(now, store.inbox.follow(query, now, names) or ()) == list(now)


def test_what_is_not_known_is_asked_anew(store: AccountStore) -> None:
    made = put(store, *(report_json() for _ in range(MOST + 1)))
    query = InboxQuery()
    ids = store.inbox.ids(query)
    assert store.inbox.follow(query, ids, made) is None  # too many
    assert store.inbox.follow(query, ids, ()) is None
    assert store.inbox.follow(query, ids, [made[0]]) == ()
    with store.write() as tx:
        store.lose_scope(tx, made[0])
    assert store.inbox.follow(query, ids, [made[0]]) is None  # gone: nobody knows its number
    assert store.inbox.follow(query, ids, [made[1]]) is None  # and the count says that news is missing


@pytest.mark.parametrize("descending", [False, True])
def test_rows_that_are_gone_around_a_place_are_passed_over(store: AccountStore, descending: bool) -> None:
    made = put(store, *(report_json(title=f"Đường {n:02}") for n in range(9)))
    query = InboxQuery(sort=SortKey.TITLE, category="drainage", descending=descending)
    ids = store.inbox.ids(query)
    with store.write() as tx:
        for gone in made[3:6]:
            store.lose_scope(tx, gone)
    (new,) = put(store, report_json(title="Đường 04"))
    (move,) = store.inbox.follow(query, ids, [new]) or ()
    held = carried_out(ids, (move,))
    there = set(store.inbox.ids(query))
    assert [number for number in held if number in there] == list(store.inbox.ids(query))
