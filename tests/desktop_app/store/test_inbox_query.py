"""What a list is asked for: conditions with bound values, each with the subset that an index answers."""

from __future__ import annotations

from desktop_app.domain.workflow import State
from desktop_app.store.inbox_query import (
    Condition,
    InboxQuery,
    QuickFilter,
    SortKey,
    conditions,
    marked,
    one_of,
)


def test_narrowing_is_bound_not_written() -> None:
    evil = "'; DROP TABLE report; --"
    query = InboxQuery(
        QuickFilter.MINE, states=(State.VERIFIED, State.RECEIVED), category=evil, ward="w", organisation="hue"
    )
    found = conditions(query)
    assert not any(evil in part.clause + part.subset for part in found.parts)
    values = [value for part in found.parts for value in part.values]
    assert values == [State.VERIFIED, State.RECEIVED, "hue", evil, "w"]
    assert found.filter is QuickFilter.MINE
    assert not query.is_quick
    assert InboxQuery(QuickFilter.MINE, SortKey.CODE, True).is_quick
    assert not InboxQuery(search="x").is_quick
    assert InboxQuery(search="  ").is_quick


def test_conditions_join_and_keep_their_filter_and_search() -> None:
    joined = conditions(InboxQuery(QuickFilter.UNIT, ward="w")) & Condition(
        (one_of("source", ("app",)),), "words"
    )
    assert [part.clause for part in joined.parts] == ["i.ward IN (?)", "i.source IN (?)"]
    assert (joined.match, joined.filter) == ("words", QuickFilter.UNIT)
    assert (Condition() & joined).filter is QuickFilter.UNIT
    both = Condition(filter=QuickFilter.MINE) & Condition(filter=QuickFilter.OVERDUE)
    assert (both.filter, both.parts) == (QuickFilter.MINE, (marked(QuickFilter.OVERDUE),))
    assert (both & both).parts == (marked(QuickFilter.OVERDUE),) * 2


def test_a_subset_asks_the_same_of_its_own_index() -> None:
    part = one_of("ward", ("a", "b"))
    assert part.subset == "SELECT number FROM inbox INDEXED BY inbox_ward WHERE ward IN (?, ?)"
    assert (
        marked(QuickFilter.NEW).subset
        == 'SELECT number FROM inbox INDEXED BY inbox_new_received WHERE "new" = 1'
    )
