"""Around a report: its ward and its time; the reports that name its address, of any time."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import put, report_json, wire
from tests.support.clock import NOON

DAYS = timedelta(days=90)


def test_the_ward_and_the_time_bound_what_is_around(store: AccountStore) -> None:
    near, old, away = (
        report_json(),
        report_json(received_at=wire(NOON - timedelta(days=200))),
        report_json(place={"unit_code": "ward-2", "address": "12 Lê Lợi"}),
    )
    asked, *_ = put(store, report_json(), near, old, away)
    found = store.vicinity.around(store.reports.base(asked), DAYS)
    assert {each.id for each in found} == {asked, near["id"]}


def test_reports_without_a_ward_are_around_each_other(store: AccountStore) -> None:
    asked, other, _ = put(store, report_json(place={}), report_json(place={}), report_json())
    assert {each.id for each in store.vicinity.around(store.reports.base(asked), DAYS)} == {asked, other}


def test_an_address_is_found_whatever_the_time(store: AccountStore) -> None:
    old = report_json(received_at=wire(NOON - timedelta(days=900)))
    asked, *_ = put(
        store, report_json(), old, report_json(place={"unit_code": "ward-1", "address": "9 Bà Triệu"})
    )
    report = store.reports.base(asked)
    assert [each.id for each in store.vicinity.naming(report)] == [asked, old["id"]]
    lone, *_ = put(store, report_json(place={"unit_code": "ward-1", "address": "Huế"}))
    assert store.vicinity.naming(store.reports.base(lone)) == []
    silent, *_ = put(store, report_json(place={"unit_code": "ward-1"}))
    assert store.vicinity.naming(store.reports.base(silent)) == []
