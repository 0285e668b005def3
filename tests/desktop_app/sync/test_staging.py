"""A page of a first sync: the new goes in at once, the rest is handed back, who waits gets a turn."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from typing import Any

import pytest

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Stopped
from desktop_app.store.account import AccountStore
from desktop_app.store.database import Transaction
from desktop_app.store.errors import GivenUp
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.sync import staging
from desktop_app.sync.staging import Pace, Staging
from tests.desktop_app.store.builders import put, report_json
from tests.support.deadline import until


def line(data: dict[str, Any], entity: str = "report", operation: Operation = Operation.PUT) -> ChangeLine:
    return ChangeLine(1, entity, str(data["id"]), operation, 1, data)


def test_new_reports_and_lines_are_taken_and_the_rest_is_left(store: AccountStore) -> None:
    known, new = report_json(), report_json()
    put(store, known)
    entry = {
        "id": "n-1", "report_id": new["id"], "kind": "note", "at": "2026-03-10T01:00:00Z", "by": "o",
        "by_name": "An", "text": "đã gọi",
    }  # fmt: skip
    rest = [
        line({**known, "version": 9}),
        line({"id": "u-1", "name": "Sở", "kind": "agency"}, "unit"),
        line({"id": "broken"}),
        line(new | {"id": "gone"}, operation=Operation.SCOPE_LOST),
    ]
    assert Staging(store).take([line(new), line(entry, "entry"), *rest], last=True) == rest
    assert store.reports.has(new["id"])
    assert [one.text for one in store.entries.of(new["id"])] == ["đã gọi"]


def test_a_long_page_is_cut_into_transactions(store: AccountStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "ALONE", Pace(rows=4, look=3, seconds=60.0, pages=10))
    reports = [report_json() for _ in range(11)]
    assert Staging(store).take([line(report) for report in reports], last=False) == []
    assert store.inbox.counts()[QuickFilter.ALL] == 11


def beside(store: AccountStore, monkeypatch: pytest.MonkeyPatch) -> tuple[list[int], threading.Thread]:
    """A person who wants to write while the first rows are taken: how many reports they found then."""
    seen: list[int] = []
    take = store.intake.take_reports

    def person() -> None:
        with store.write() as tx:
            seen.append(tx.connection.value("SELECT count(*) FROM report"))

    waiting = threading.Thread(target=person)

    def slowly(tx: Any, rows: Any) -> set[str]:  # noqa: ANN401 - handed through
        if not seen and not waiting.is_alive():
            waiting.start()
            until(lambda: store.is_wanted, 20, "the person waits")
        return take(tx, rows)

    monkeypatch.setattr(store.intake, "take_reports", slowly)
    return seen, waiting


def test_who_waits_to_write_takes_a_long_transaction_back(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, waiting = beside(store, monkeypatch)
    reports = [report_json() for _ in range(60)]
    assert Staging(store).take([line(report) for report in reports], last=True) == []
    waiting.join(20)
    assert seen == [0]  # before all the others, whose rows came again
    assert store.inbox.counts()[QuickFilter.ALL] == 60
    with store.reader() as connection:
        assert connection.value("SELECT count(*) FROM search_text") == 60


def test_a_transaction_that_is_nobody_s_to_take_ends_for_who_waits(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "PATIENCE", 0)
    monkeypatch.setattr(staging, "BESIDE", Pace(rows=50, look=2, seconds=60.0, pages=10))
    monkeypatch.setattr(staging, "ALONE", staging.BESIDE)
    seen, waiting = beside(store, monkeypatch)
    assert Staging(store).take([line(report_json()) for _ in range(6)], last=False) == []
    waiting.join(20)
    assert seen == [2]


def test_what_was_taken_back_twice_is_written_whoever_waits(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person who always writes does not keep the reports from coming."""
    turns: list[str] = []
    take, ways = store.intake.take_reports, {"aside": store.write_aside, "whatever": store.write}

    def way(name: str) -> AbstractContextManager[Transaction]:
        turns.append(name)
        return ways[name]()

    def taken_back(tx: Transaction, rows: Any) -> set[str]:  # noqa: ANN401 - handed through
        if turns[-1] == "aside" and len(turns) < 5:
            raise GivenUp
        return take(tx, rows)

    monkeypatch.setattr(staging, "BESIDE", Pace(rows=2, look=2, seconds=60.0, pages=10))
    monkeypatch.setattr(store, "write_aside", lambda: way("aside"))
    monkeypatch.setattr(store, "write", lambda: way("whatever"))
    monkeypatch.setattr(store.intake, "take_reports", taken_back)
    assert Staging(store).take([line(report_json()) for _ in range(6)], last=False) == []
    assert turns == ["aside", "aside", "whatever", "aside", "aside", "aside"][: len(turns)]
    assert store.inbox.counts()[QuickFilter.ALL] == 6


def test_a_short_transaction_lasts_no_longer_than_it_may(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "PATIENCE", 0)
    monkeypatch.setattr(staging, "BESIDE", Pace(rows=50, look=2, seconds=0.0, pages=10))
    monkeypatch.setattr(staging, "ALONE", staging.BESIDE)
    turns: list[object] = []
    write = store.write

    def counted() -> AbstractContextManager[Transaction]:
        turns.append(1)
        return write()

    monkeypatch.setattr(store, "write", counted)
    assert Staging(store).take([line(report_json()) for _ in range(6)], last=False) == []
    assert len(turns) == 3


def test_the_index_is_put_in_order_with_the_last_page(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "ALONE", Pace(rows=1, look=1, seconds=60.0, pages=10))
    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)

    def parts() -> int:
        with store.reader() as connection:
            return store.intake.parts(connection)

    under_test = Staging(store)
    under_test.take([line(report_json()) for _ in range(20)], last=False)
    assert parts() == 20
    under_test.take([line(report_json())], last=True)
    assert parts() == 1


def test_an_index_of_many_parts_is_put_in_order_on_the_way(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "ALONE", Pace(rows=1, look=1, seconds=60.0, pages=10))
    monkeypatch.setattr(staging, "PARTS", 20)
    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
    Staging(store).take([line(report_json()) for _ in range(20)], last=False)
    with store.reader() as connection:
        assert store.intake.parts(connection) == 1


def test_an_end_comes_soon_and_leaves_what_was_written(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "ALONE", Pace(rows=50, look=2, seconds=60.0, pages=10))
    under_test = Staging(store)
    take = store.intake.take_reports

    def then_end(tx: Any, rows: Any) -> set[str]:  # noqa: ANN401 - handed through
        under_test.end()
        return take(tx, rows)

    monkeypatch.setattr(store.intake, "take_reports", then_end)
    with pytest.raises(Stopped):
        under_test.take([line(report_json()) for _ in range(6)], last=False)
    assert store.inbox.counts()[QuickFilter.ALL] == 2
