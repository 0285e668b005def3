"""The directory: told, changed, gone; the calendar with its marked fallback."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.organisation import Category, Officer, Unit
from desktop_app.domain.roles import Role
from desktop_app.domain.templates import Template
from desktop_app.store.account import AccountStore
from desktop_app.store.reports import Malformed

TOLD: dict[str, dict[str, Any]] = {
    "unit": {"id": "u", "name": "Phường Thuận Hóa", "kind": "ward", "valid_from": "2025-07-01", "extra": 1},
    "officer": {"id": "o", "name": "N. T. An", "unit_id": "u", "roles": ["handler", "approver"]},
    "category": {"id": "c", "name": "Vệ sinh môi trường", "private": False, "working_days": 5},
    "template": {"id": "t", "state": "in_progress", "language": "vi", "title": "Trả lời", "text": "Kính gửi"},
    "calendar": {
        "id": "2026", "first": "2026-01-01", "last": "2026-12-31", "holidays": ["2026-01-01"],
        "working_weekends": ["2026-01-10"],
    },
}  # fmt: skip


def tell(store: AccountStore, entity: str, **changes: object) -> None:
    with store.write() as tx:
        store.directory.put(tx, entity, {**TOLD[entity], **changes})


def test_each_kind_comes_back_as_its_own(store: AccountStore) -> None:
    for entity in TOLD:
        tell(store, entity)
    assert store.directory.units() == [Unit("u", "Phường Thuận Hóa", "ward", valid_from=date(2025, 7, 1))]
    assert store.directory.officers() == [Officer("o", "N. T. An", "u", (Role.HANDLER, Role.APPROVER))]
    assert store.directory.categories() == [Category("c", "Vệ sinh môi trường", working_days=5)]
    assert store.directory.templates() == [Template("t", "in_progress", "vi", "Trả lời", "Kính gửi")]
    assert store.directory.calendar().is_working_day(date(2026, 1, 10))


def test_without_the_servers_calendar_the_fallback_is_marked(store: AccountStore) -> None:
    assert store.directory.calendar().provisional
    tell(store, "calendar")
    assert not store.directory.calendar().provisional


def test_an_item_changes_and_goes(store: AccountStore) -> None:
    tell(store, "unit")
    tell(store, "unit", name="Phường Phú Xuân")
    assert [unit.name for unit in store.directory.units()] == ["Phường Phú Xuân"]
    with store.write() as tx:
        store.directory.remove(tx, "unit", "u")
    assert store.directory.units() == []


def test_a_malformed_item_is_refused(store: AccountStore) -> None:
    with pytest.raises(Malformed) as malformed:
        tell(store, "unit", name=5)
    assert malformed.value.entity == "unit"


def test_the_bundle_s_calendar_counts_until_the_feed_has_told_one(store: AccountStore) -> None:
    known = default_calendar(2026, 2026)
    store.directory.known_calendar = known
    assert store.directory.calendar() is known
    tell(store, "calendar")
    assert store.directory.calendar() != known
