"""A page of a first sync: the new goes in at once, the rest is handed back, who waits gets a turn."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from desktop_app.api.changes import ChangeLine, Operation
from desktop_app.api.errors import Stopped
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import QuickFilter
from desktop_app.sync import staging
from desktop_app.sync.staging import Staging
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
    assert Staging(store).take([line(new), line(entry, "entry"), *rest]) == rest
    assert store.reports.has(new["id"])
    assert [one.text for one in store.entries.of(new["id"])] == ["đã gọi"]


def test_a_long_page_is_cut_into_transactions(store: AccountStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "ROWS_PER_WRITE", 4)
    monkeypatch.setattr(staging, "ROWS_PER_LOOK", 3)
    reports = [report_json() for _ in range(11)]
    assert Staging(store).take([line(report) for report in reports]) == []
    assert store.inbox.counts()[QuickFilter.ALL] == 11


def test_who_waits_to_write_gets_a_turn(store: AccountStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "ROWS_PER_LOOK", 1)
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
    Staging(store).take([line(report_json()) for _ in range(6)])
    waiting.join(20)
    assert seen == [1]  # after the row under way, before all the others


def test_an_end_comes_soon_and_leaves_what_was_written(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "ROWS_PER_LOOK", 2)
    under_test = Staging(store)
    take = store.intake.take_reports

    def then_end(tx: Any, rows: Any) -> set[str]:  # noqa: ANN401 - handed through
        under_test.end()
        return take(tx, rows)

    monkeypatch.setattr(store.intake, "take_reports", then_end)
    with pytest.raises(Stopped):
        under_test.take([line(report_json()) for _ in range(6)])
    assert store.inbox.counts()[QuickFilter.ALL] == 2
