"""The inbox row: written and read back, with the keys that sort it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor
from desktop_app.store.inbox_rows import COLUMNS, MARKS, row_values
from desktop_app.store.moments import to_micros
from desktop_app.store.projection import Circumstance, marks_of
from tests.desktop_app.store.builders import report_json, wire
from tests.support.clock import NOON

NOBODY = Actor("x", "u", frozenset())


def values(**changes: object) -> dict[str, object]:
    report = msgspec.convert(report_json(**changes), Report)
    row = row_values(7, report, marks_of(report, Circumstance(NOBODY, NOON)))
    return dict(zip(COLUMNS, row, strict=True))


def test_every_mark_has_its_column() -> None:
    assert set(MARKS) < set(COLUMNS)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_report_in_columns() -> None:
    found = values(title="Đường Ngập", received_at=wire(NOON), organisation="nyc", source="hotline")
    assert (found["number"], found["title"], found["title_key"]) == (7, "Đường Ngập", "duong ngap")
    assert (found["organisation"], found["source"], found["ward"]) == ("nyc", "hotline", "ward-1")
    assert found["received_at"] == to_micros(NOON)
    assert found["due_at"] == found["due_key"] == to_micros(NOON + timedelta(days=2))


@pytest.mark.parametrize("changes", [{"state": "closed"}, {"state": "received", "assignment": None}])
def test_what_has_no_running_deadline_sorts_last(changes: dict[str, object]) -> None:
    due_key = values(**changes)["due_key"]
    assert isinstance(due_key, int)
    assert due_key > to_micros(NOON + timedelta(days=365 * 1000))


def test_priorities_sort_from_high_to_low() -> None:
    keys = [values(priority=priority)["priority_key"] for priority in ("high", "normal", "low")]
    assert keys == sorted(keys, key=str)


def test_a_long_title_has_a_short_key() -> None:
    found = values(title="dài " * 100)
    assert len(str(found["title_key"])) <= 80
    assert len(str(found["title"])) == 400
