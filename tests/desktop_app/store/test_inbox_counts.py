"""Which counters a row is in, and that they move by differences."""

from __future__ import annotations

from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_counts import add_counts, counters
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.store.inbox_rows import COLUMNS


def test_a_row_is_in_the_counters_of_its_marks() -> None:
    row = tuple(int(column in {"mine", "overdue"}) for column in COLUMNS)
    assert counters(row) == [QuickFilter.ALL, QuickFilter.MINE, QuickFilter.OVERDUE]
    assert counters(None) == []


def test_counters_move_by_differences(store: AccountStore) -> None:
    with store.write() as tx:
        add_counts(tx.connection, {"mine": 3, "new": 0})
    with store.write() as tx:
        add_counts(tx.connection, {"mine": -1})
    counts = store.inbox.counts()
    assert (counts[QuickFilter.MINE], counts[QuickFilter.NEW]) == (2, 0)
