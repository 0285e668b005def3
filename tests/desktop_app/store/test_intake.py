"""What the intake writes is what the ordinary way writes; what is not plainly new it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.workflow import Command
from desktop_app.store.account import AccountStore
from desktop_app.store.connection import Connection, Row
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.reports import Malformed
from tests.desktop_app.store.builders import KEY, add, event, put, report_json
from tests.support.clock import ManualClock

_NOT_COMPARED = {"value", "migration", "sqlite_sequence"}


def line_json(report_id: str, number: int, text: str = "đã gọi dân", kind: str = "note") -> dict[str, Any]:
    """A line of a timeline."""
    return {
        "id": f"n-{report_id}-{number}", "report_id": report_id, "kind": kind, "by": "o", "by_name": "An",
        "at": f"2026-03-10T01:00:0{number}Z", "text": text,
    }  # fmt: skip


def take(store: AccountStore, reports: list[dict[str, Any]], lines: list[dict[str, Any]]) -> set[str]:
    """Let the intake write these; return what it left."""
    with store.write() as tx:
        left = store.intake.take_lines(tx, [store.intake.line(line) for line in lines])
        rows = sorted((store.intake.report(report) for report in reports), key=lambda row: row.number)
        return left | store.intake.take_reports(tx, rows)


def contents(store: AccountStore) -> dict[str, list[Any]]:
    """Every table but the values and the index's own, without the generations."""
    with store.reader() as connection:
        names = connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        tables = {name for (name,) in names if not name.startswith("search_index")} - _NOT_COMPARED
        return {table: _rows(connection, table) for table in tables}


def _rows(connection: Connection, table: str) -> list[Row]:
    columns = [name for _, name, *_ in connection.rows(f"PRAGMA table_info({table})") if name != "generation"]
    return connection.rows(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2")


def test_it_writes_what_the_ordinary_way_writes(
    store: AccountStore, tmp_path: Path, clock: ManualClock
) -> None:
    reports = [report_json() for _ in range(5)]
    reports[2]["returns"] = [
        {"code": "other_unit", "text": "không thuộc", "by_unit": "u", "at": "2026-03-09T01:00:00Z"}
    ]
    lines = [line_json(str(reports[0]["id"]), n) for n in range(3)]
    lines += [line_json(str(reports[1]["id"]), 1, text="", kind="accept")]
    other = AccountStore.open(tmp_path / "ordinary.db", KEY, "a", now=clock.now)
    other.adopt(store.actor, {"id": store.actor.person_id})
    with other.write() as tx:
        for line in lines:
            other.entries.put(tx, line)
    put(other, *reports)
    assert take(store, reports, lines) == set()
    assert contents(store) == contents(other)
    other.close()


def test_words_and_notes_are_found(store: AccountStore) -> None:
    report = report_json(title="Cống vỡ")
    take(store, [report], [line_json(str(report["id"]), 1, "hẹn thợ chiều nay")])
    for words in ("cong vo", "hen tho"):
        assert len(store.inbox.ids(InboxQuery(search=words))) == 1


def test_a_report_that_came_before_is_left_where_it_differs(store: AccountStore) -> None:
    same, other = report_json(), report_json()
    put(store, same, other)
    with store.write() as tx:
        store.sync_state.begin_bootstrap(tx)
    assert take(store, [same, {**other, "version": 4}], []) == {other["id"]}
    with store.write() as tx:
        assert store.sweep(tx) == (other["id"],)  # the other counts as seen


def test_a_report_under_pending_events_or_on_a_taken_number_is_left(store: AccountStore) -> None:
    first = report_json()
    put(store, first)
    twin = report_json(received_at=first["received_at"])
    waiting = report_json()
    add(store, event(str(waiting["id"]), Command.NOTE, text="chờ"))
    assert take(store, [twin, waiting], []) == {twin["id"], waiting["id"]}


def test_a_line_is_left_where_its_report_is_here_or_it_differs(store: AccountStore) -> None:
    report = report_json()
    put(store, report)
    early, late = line_json("r-later", 1), line_json(str(report["id"]), 1)
    assert take(store, [], [early, late]) == {late["id"]}
    assert take(store, [], [early]) == set()
    assert take(store, [], [{**early, "text": "khác"}]) == {early["id"]}


def test_what_cannot_be_read_is_malformed(store: AccountStore) -> None:
    with pytest.raises(Malformed):
        store.intake.report({"id": "broken"})
    with pytest.raises(Malformed):
        store.intake.line({"id": "broken"})
