"""Every quick filter in every order is answered from an index, in both directions."""

from __future__ import annotations

import itertools

import pytest

from desktop_app.domain.workflow import State
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import (
    Condition,
    InboxQuery,
    QuickFilter,
    SortKey,
    conditions,
    order,
    select,
)


def plan(store: AccountStore, sql: str, values: tuple[object, ...]) -> str:
    with store.reader() as connection:
        return "\n".join(row[3] for row in connection.rows(f"EXPLAIN QUERY PLAN {sql}", values))


@pytest.mark.parametrize(
    ("quick", "sort", "descending"), list(itertools.product(QuickFilter, SortKey, (False, True)))
)
def test_a_declared_list_reads_its_index_and_never_sorts(
    store: AccountStore, quick: QuickFilter, sort: SortKey, descending: bool
) -> None:
    query = InboxQuery(quick, sort, descending)
    sql, values = select("i.number", conditions(query))
    found = plan(store, sql + order(query, searched=False), values)
    assert "TEMP B-TREE" not in found
    if (quick, sort) == (QuickFilter.ALL, SortKey.RECEIVED):
        assert found == "SCAN i"
    else:
        assert f"USING COVERING INDEX inbox_{quick}_{sort}" in found


@pytest.mark.parametrize("descending", [False, True])
def test_a_search_by_receipt_follows_the_index_of_words(store: AccountStore, descending: bool) -> None:
    query = InboxQuery(QuickFilter.UNIT, SortKey.RECEIVED, descending)
    sql, values = select("i.number", conditions(query) & Condition(match='"duong"'))
    found = plan(store, sql + order(query, searched=True), values)
    assert "TEMP B-TREE" not in found
    assert "VIRTUAL TABLE INDEX" in found


def test_narrowing_is_bound_not_written() -> None:
    evil = "'; DROP TABLE report; --"
    query = InboxQuery(
        QuickFilter.MINE, states=(State.VERIFIED, State.RECEIVED), category=evil, ward="w", organisation="hue"
    )
    sql, values = select("1", conditions(query))
    assert evil not in sql
    assert values == (State.VERIFIED, State.RECEIVED, "hue", evil, "w")
    assert not query.is_quick
    assert InboxQuery(QuickFilter.MINE, SortKey.CODE, True).is_quick
    assert not InboxQuery(search="x").is_quick
    assert InboxQuery(search="  ").is_quick


def test_deadlines_that_pass_are_found_by_an_index(store: AccountStore) -> None:
    sql = "SELECT id FROM inbox WHERE open = 1 AND overdue = 0 AND due_key < ? "
    sql += "AND (due_today = 0 OR due_key <= ?)"
    assert "inbox_next_deadline" in plan(store, sql, (1, 1))
