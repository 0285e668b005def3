"""Timelines: in order, before or after their report, gone with it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.reports import Malformed
from tests.desktop_app.store.builders import put, report_json, wire
from tests.support.clock import NOON


def line(id_: str, report_id: str, minutes: int = 0, **changes: object) -> dict[str, Any]:
    at = wire(NOON + timedelta(minutes=minutes))
    return {"id": id_, "report_id": report_id, "kind": "note", "at": at, "by": "o", "by_name": "Ô", **changes}


def tell(store: AccountStore, *lines: dict[str, Any]) -> None:
    with store.write() as tx:
        for each in lines:
            store.entries.put(tx, each)


def test_a_timeline_is_told_oldest_first(store: AccountStore) -> None:
    tell(store, line("b", "r", 5), line("a", "r", 9), line("c", "r", 1), line("d", "elsewhere"))
    assert [entry.id for entry in store.entries.of("r")] == ["c", "b", "a"]


def test_a_line_may_come_before_its_report(store: AccountStore) -> None:
    told = report_json()
    tell(store, line("a", told["id"], text="Vỡ ống nước"))
    put(store, told)
    assert len(store.search.ids("vo ong")) == 1


def test_a_line_is_told_again(store: AccountStore) -> None:
    tell(store, line("a", "r", text="một"), line("a", "r", text="hai", version=2))
    assert [entry.text for entry in store.entries.of("r")] == ["hai"]


def test_a_line_that_is_gone(store: AccountStore) -> None:
    tell(store, line("a", "r"))
    with store.write() as tx:
        store.entries.remove(tx, "a")
        store.entries.remove(tx, "never there")
    assert store.entries.of("r") == []


def test_a_malformed_line_is_refused(store: AccountStore) -> None:
    with store.write() as tx, pytest.raises(Malformed) as malformed:
        store.entries.put(tx, line("a", "r", at="yesterday"))
    assert malformed.value.entity == "entry"


def test_what_took_effect_first_comes_first_whatever_a_clock_said(store: AccountStore) -> None:
    tell(store, line("a", "r", 90, version=4), line("b", "r", -90, version=5), line("c", "r", version=6))
    assert [entry.id for entry in store.entries.of("r")] == ["a", "b", "c"]
