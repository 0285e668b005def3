"""Secrecy in every number: what a person may not see is in no count, on nobody's desk but those it is for.

Each person sits at a desk of their own beside the same centre; what the others see is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.report import Assignment, CodedReason, Report
from desktop_app.domain.workflow import State
from desktop_app.session import Session
from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.supervised import COUNTED, Asked, Grouping, Measure, Supervised
from desktop_app.store.supervision import total
from tests.journeys.workbench import DESK, Workbench, new_core
from tests.support.deadline import until
from tests.support.small_city import LEAD, OTHER, PIN


@dataclass
class Given:
    """What the city gave to units: three open reports, one that is private, one of another unit."""

    plain: list[Report]
    private: Report
    others: Report


@pytest.fixture
def given(bench: Workbench) -> Given:
    city = bench.city
    now = city.service.now()
    start, due = now - timedelta(days=9), now - timedelta(days=2)
    job = Assignment(LEAD, "o-handler", "Thông cống", due)
    back = CodedReason("out_of_scope", "Không thuộc", OTHER, start)

    def put(assignment: Assignment = job, *, private: bool = False) -> Report:
        return city.put(
            State.IN_PROGRESS, assignment=assignment, distributed_at=start, returns=(back,), private=private
        )

    other = Assignment(OTHER, "o-other", "Thông cống", due)
    return Given([put() for _ in range(3)], put(private=True), put(other))


@contextmanager
def desk_of(bench: Workbench, officer: str, folder: Path) -> Iterator[Session]:
    """Another workstation beside the same centre, with ``officer`` signed in and everything there."""
    with new_core(folder / officer) as (core, readers, heard):
        seat = Workbench(bench.city, bench.clock, bench.gate, bench.direct_url, core, readers, heard)
        seat.enrol()
        seat.insert(bench.city.card(officer), DESK)
        yield seat.synced(seat.sign_in(PIN))


def counted(session: Session, given: Given) -> dict[Measure, set[str]]:
    """Which reports stand behind the numbers of the whole, after every number was held against its list."""
    now = given.plain[0].received_at + timedelta(days=2)
    asked = Asked(now, now - timedelta(days=2))
    store = session.store
    whole: dict[Measure, set[str]] = {
        each: {row.id for row in store.inbox.rows(store.inbox.ids(query(asked, each)))} for each in COUNTED
    }
    for by in Grouping:
        lines = store.supervision.lines(by, asked)
        assert total(lines) == {each: len(found) for each, found in whole.items()}
    assert sum(each.reports for each in store.supervision.passages(asked)) == len(whole[Measure.GIVEN])
    return whole


def query(asked: Asked, measure: Measure) -> InboxQuery:
    return InboxQuery(supervised=Supervised(asked, measure))


@pytest.mark.parametrize(
    ("officer", "sees"),
    [
        ("o-supervisor", {"plain", "others"}),
        ("o-approver", {"plain"}),
        ("o-misconduct", {"private"}),
        ("o-other", {"others"}),
    ],
)
def test_each_counts_what_they_may_see_and_nothing_else(
    bench: Workbench, given: Given, tmp_path: Path, officer: str, sees: set[str]
) -> None:
    bench.enrol()
    groups = {"plain": given.plain, "private": [given.private], "others": [given.others]}
    expected = {each.id for name in sees for each in groups[name]}
    with desk_of(bench, officer, tmp_path) as session:
        until(lambda: len(session.store.inbox.ids(InboxQuery())) == len(expected), 30, "what is theirs")
        found = counted(session, given)
    assert found[Measure.GIVEN] == found[Measure.OVERDUE] == expected
    assert found[Measure.ON_TIME] == set()


def test_a_report_that_leaves_the_scope_leaves_the_numbers(
    bench: Workbench, given: Given, tmp_path: Path
) -> None:
    bench.enrol()
    with desk_of(bench, "o-approver", tmp_path) as session:
        until(lambda: len(counted(session, given)[Measure.GIVEN]) == len(given.plain), 30, "three reports")
        gone = given.plain[0]
        _make_private(bench, gone)
        until(lambda: len(counted(session, given)[Measure.GIVEN]) == len(given.plain) - 1, 30, "one has left")
        assert gone.id not in counted(session, given)[Measure.GIVEN]


def _make_private(bench: Workbench, report: Report) -> None:
    """The centre finds that it is about an official: from now on it is its recipient's alone."""
    service = bench.city.service
    changed = replace(report, private=True, version=report.version + 1)
    with service.writer.transaction() as connection:
        service.entities.put_report(connection, changed)
    service.ripple.spread()
