"""The full store is a store like any other: its counts are true, its indexes are back, it is made once."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from tests.benchmarks.full_store import open_store
from tests.benchmarks.store_making import full_store

REPORTS = 300


def test_a_full_store_is_made_once_and_holds_what_it_says(tmp_path: Path) -> None:
    path = full_store(REPORTS, tmp_path)
    made = path.stat().st_mtime_ns
    store = open_store(path)
    counts = store.inbox.counts()
    assert counts[QuickFilter.ALL] == REPORTS
    assert counts[QuickFilter.MINE]
    assert counts[QuickFilter.OVERDUE]
    for quick in QuickFilter:
        assert counts[quick] == len(store.inbox.ids(InboxQuery(quick))), quick
    assert store.inbox.ids(InboxQuery(search="duong"))
    with store.reader() as connection:
        assert connection.value("SELECT count(*) FROM standing")
        assert connection.value("PRAGMA integrity_check") == "ok"
    store.close()
    assert full_store(REPORTS, tmp_path).stat().st_mtime_ns == made
