"""A number of supervision and its list: the same condition, and the one that the domain answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.standing import Standing, Track, track_of
from desktop_app.store.account import AccountStore
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.reports import read_report
from desktop_app.store.supervised import COUNTED, Asked, Grouping, Measure, Supervised, within
from desktop_app.store.supervision import Line, total
from tests.desktop_app.store.builders import KEY, ME, UNIT, put, report_json, wire
from tests.support.clock import NOON

HOURS = st.integers(-80, 80)
ASKED = Asked(NOON, NOON - timedelta(days=2), idle_within=(("waste", NOON - timedelta(hours=5)),))


def hour(number: int) -> datetime:
    return NOON + timedelta(hours=number)


@st.composite
def told(draw: st.DrawFn) -> dict[str, Any]:
    """A report as the centre may tell it: given or not, extended or not, answered or not, returned or not."""
    job = {
        "lead_unit": draw(st.sampled_from(["unit-1", "unit-2"])), "owner": ME, "deliverable": "việc",
        "due_at": wire(hour(draw(HOURS))), "first_due_at": draw(st.none() | HOURS.map(hour).map(wire)),
        "accept_due": draw(st.none() | HOURS.map(hour).map(wire)),
    }  # fmt: skip
    answer = {
        "text": "a", "content_sha256": "00", "outcome": "fixed", "publisher_unit": UNIT, "submitted_by": ME,
        "submitted_at": wire(NOON), "published_at": draw(st.none() | HOURS.map(hour).map(wire)),
    }  # fmt: skip
    back = {"code": "scope", "text": "x", "by_unit": draw(st.sampled_from(["unit-1", "unit-2"]))}
    return report_json(
        state=draw(st.sampled_from(["distributed", "in_progress", "monitoring", "published", "returned"])),
        assignment=draw(st.none() | st.just(job)),
        distributed_at=draw(st.none() | HOURS.map(hour).map(wire)),
        answer=draw(st.none() | st.just(answer)),
        returns=[{**back, "at": wire(hour(draw(HOURS)))} for _ in range(draw(st.integers(0, 2)))],
        category=draw(st.none() | st.sampled_from(["drainage", "waste"])),
    )


def expected(report: Report, measure: Measure) -> bool:
    """What the pure rules say of one report."""
    track = track_of(report)
    if track is None:
        return False
    if measure in {Measure.GIVEN, Measure.IDLE}:
        return measure is Measure.GIVEN or track.is_idle(_since(report), NOON)
    return measure is _measure(track)


def _since(report: Report) -> datetime:
    return dict(ASKED.idle_within).get(report.category or "", ASKED.idle_since)


def _measure(track: Track) -> Measure:
    done = track.finished_at is not None
    return {
        (True, Standing.ON_TIME): Measure.ON_TIME, (True, Standing.EXTENDED): Measure.EXTENDED,
        (True, Standing.LATE): Measure.LATE, (False, Standing.ON_TIME): Measure.RUNNING,
        (False, Standing.EXTENDED): Measure.RUNNING_EXTENDED, (False, Standing.LATE): Measure.OVERDUE,
    }[done, track.standing(NOON)]  # fmt: skip


def listed(store: AccountStore, supervised: Supervised) -> list[str]:
    inbox = store.inbox
    return [row.id for row in inbox.rows(inbox.ids(InboxQuery(supervised=supervised)))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(told(), min_size=1, max_size=12), st.none() | HOURS, st.none() | HOURS)
def test_every_number_is_its_list_and_what_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory,
    reports: list[dict[str, Any]],
    begins: int | None,
    ends: int | None,
) -> None:
    """Whatever the reports are: in each table each number == rows of its list == what the domain counts."""
    asked = replace(
        ASKED, begins=None if begins is None else hour(begins), ends=None if ends is None else hour(ends)
    )
    with_store = _Opened(tmp_path_factory.mktemp("store"))
    with with_store as store:
        put(store, *reports)
        known = [read_report(store.reports.base_json(each["id"])) for each in reports]
        for by in Grouping:
            lines = store.supervision.lines(by, asked)
            for line in lines:
                for measure in COUNTED:
                    _same(store, known, Supervised(asked, measure, by, line.value), line)
            for measure in COUNTED:
                whole = listed(store, Supervised(asked, measure))
                assert len(whole) == total(lines)[measure] == store.inbox.count(_query(asked, measure))
        for passage in store.supervision.passages(asked):
            chosen = Supervised(asked, Measure.RETURNED, Grouping.UNIT, passage.from_unit, passage.to_unit)
            assert len(listed(store, chosen)) == passage.reports > 0


def _query(asked: Asked, measure: Measure) -> InboxQuery:
    return InboxQuery(supervised=Supervised(asked, measure))


def _same(store: AccountStore, known: list[Report], chosen: Supervised, line: Line) -> None:
    found = listed(store, chosen)
    assert len(found) == len(set(found)) == line.counts[chosen.measure]
    asked, by = chosen.asked, chosen.by
    wanted = {
        each.id
        for each in known
        if expected(each, chosen.measure)
        and _group(each, by) == chosen.value
        and (asked.begins is None or (each.distributed_at or NOON) >= asked.begins)
        and (asked.ends is None or (each.distributed_at or NOON) < asked.ends)
    }
    assert set(found) == wanted, chosen


def _group(report: Report, by: Grouping | None) -> str | None:
    assert report.assignment is not None
    return {
        Grouping.UNIT: report.assignment.lead_unit,
        Grouping.WARD: report.place.unit_code,
        Grouping.CATEGORY: report.category,
        Grouping.SOURCE: report.source,
    }[by or Grouping.UNIT]


class _Opened:
    """A store for the length of a ``with`` block: hypothesis wants a fresh one for each example."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "account-a.db"

    def __enter__(self) -> AccountStore:
        self._store = AccountStore.open(self._path, KEY, "a", now=lambda: NOON)
        self._store.adopt(Actor(ME, UNIT, frozenset({Role.SUPERVISOR}), frozenset({UNIT})), {"id": ME})
        return self._store

    def __exit__(self, *_: object) -> None:
        self._store.close()


def test_an_open_period_keeps_everything() -> None:
    assert within("at", ASKED) == "1"
