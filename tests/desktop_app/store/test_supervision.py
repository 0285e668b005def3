"""Supervision's tables over a real store."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.store.account import AccountStore
from desktop_app.store.supervised import COUNTED, Asked, Grouping, Measure
from desktop_app.store.supervision import Line, Passage, on_time_share, total
from tests.desktop_app.store.builders import OTHER_UNIT, UNIT, assignment, put, report_json, wire
from tests.support.clock import NOON

ASKED = Asked(NOON, NOON - timedelta(days=2))
GIVEN = wire(NOON - timedelta(days=3))


def test_a_table_has_a_line_for_each_group_and_its_total(store: AccountStore) -> None:
    late = assignment(due_at=wire(NOON - timedelta(days=1)))
    other = assignment(lead_unit=OTHER_UNIT)
    put(
        store,
        report_json(distributed_at=GIVEN, assignment=late),
        report_json(distributed_at=GIVEN),
        report_json(distributed_at=GIVEN, assignment=other),
        report_json(),
    )
    lines = store.supervision.lines(Grouping.UNIT, ASKED)
    seen = {line.value: (line.counts[Measure.GIVEN], line.counts[Measure.OVERDUE]) for line in lines}
    assert seen == {UNIT: (2, 1), OTHER_UNIT: (1, 0)}, "what was given to no unit is in none"
    assert (total(lines)[Measure.GIVEN], total(lines)[Measure.IDLE]) == (3, 3)


def test_nothing_given_is_an_empty_table(store: AccountStore) -> None:
    assert store.supervision.lines(Grouping.WARD, ASKED) == []
    assert store.supervision.passages(ASKED) == []
    assert total([]) == dict.fromkeys(COUNTED, 0)


def test_what_went_from_unit_to_unit(store: AccountStore) -> None:
    back = {"code": "scope", "text": "x", "by_unit": OTHER_UNIT, "at": GIVEN}
    put(
        store,
        report_json(returns=[back]),
        report_json(returns=[back]),
        report_json(state="returned", returns=[back], assignment=None),
    )
    assert store.supervision.passages(ASKED) == [Passage(OTHER_UNIT, UNIT, 2), Passage(OTHER_UNIT, None, 1)]


@pytest.mark.parametrize(
    ("counts", "share"),
    [
        ({}, None),
        ({Measure.RUNNING: 5}, None),
        ({Measure.ON_TIME: 3, Measure.LATE: 1}, 0.75),
        ({Measure.ON_TIME: 1, Measure.OVERDUE: 1, Measure.EXTENDED: 1, Measure.RUNNING_EXTENDED: 1}, 0.25),
    ],
)
def test_the_share_is_of_what_should_be_finished(counts: dict[Measure, int], share: float | None) -> None:
    assert on_time_share(dict.fromkeys(COUNTED, 0) | counts) == share


def test_a_line_is_gone_with_its_reports(store: AccountStore) -> None:
    back = {"code": "scope", "text": "x", "by_unit": OTHER_UNIT, "at": GIVEN}
    (report_id,) = put(store, report_json(distributed_at=GIVEN, returns=[back]))
    assert [line.value for line in store.supervision.lines(Grouping.UNIT, ASKED)] == [UNIT]
    with store.write() as tx:
        store.lose_scope(tx, report_id)
    lines: list[Line] = store.supervision.lines(Grouping.UNIT, ASKED)
    assert (lines, store.supervision.passages(ASKED)) == ([], [])
