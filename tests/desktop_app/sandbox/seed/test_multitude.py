"""Years of reports: the same every time, each under an id and code of its own, the old ones finished."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.domain.deadlines import ZONE, Calendar
from desktop_app.domain.report import Assignment, CodedReason, Entry, Report
from desktop_app.domain.workflow import OPEN_STATES
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.generator import WEEKS
from desktop_app.sandbox.seed.multitude import FORGOTTEN, moved_by, multitude
from desktop_app.sandbox.seed.organisation import Organisation
from tests.desktop_app.sandbox.seed.conftest import NOW

COUNT = 3000


@pytest.fixture(scope="module")
def told(organisation: Organisation, calendar: Calendar) -> list[Case]:
    return list(multitude(organisation, calendar, NOW, 5, COUNT, first_code=17))


def test_as_many_as_asked_in_the_order_of_receipt_over_years(told: list[Case]) -> None:
    received = [each.report.received_at for each in told]
    assert len(told) == COUNT
    assert received == sorted(received)
    assert received[0] < NOW - timedelta(days=4 * 365)
    assert NOW - timedelta(days=3) < received[-1] <= NOW


def test_ids_and_codes_are_each_their_own(told: list[Case]) -> None:
    reports = [each.report for each in told]
    assert len({report.id for report in reports}) == len({report.code for report in reports}) == COUNT
    assert len({entry.id for each in told for entry in each.entries}) == sum(len(e.entries) for e in told)
    ordinary = [report for report in reports if not report.private]
    assert ordinary[0].code.endswith(f"-{17 + reports.index(ordinary[0]):06d}")
    assert ordinary[0].code[3:7] == str(ordinary[0].received_at.astimezone(ZONE).year)
    assert all(report.code.startswith("TD-") for report in reports if report.private)


def test_the_same_seed_and_time_make_the_same_city(
    organisation: Organisation, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.sandbox.seed.multitude._MOULDS", 1)  # each is a whole city told

    def made(seed: int) -> list[tuple[Report, list[Entry]]]:
        return [(case.report, case.entries) for case in multitude(organisation, calendar, NOW, seed, 40)]

    first = made(5)
    assert made(5) == first
    assert made(6) != first


def test_what_is_old_is_finished_but_for_a_few(told: list[Case]) -> None:
    border = NOW - timedelta(weeks=WEEKS)
    old = [each.report for each in told if each.report.received_at < border]
    left = sum(report.state in OPEN_STATES for report in old)
    assert 0 < left <= len(old) * FORGOTTEN
    new = {each.report.state for each in told if each.report.received_at >= border}
    assert new & OPEN_STATES


def test_each_timeline_belongs_to_its_report_and_keeps_its_order(told: list[Case]) -> None:
    for report, entries in ((each.report, each.entries) for each in told):
        assert {entry.report_id for entry in entries} <= {report.id}
        assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
        assert all(entry.at >= report.received_at for entry in entries)


def test_the_place_moves_with_the_words(told: list[Case]) -> None:
    """A copy's title and text name the street of its own address, not that of its mould."""
    addresses = Counter(each.report.place.address for each in told)
    assert len(addresses) > COUNT / 4
    houses = [each.report for each in told if (each.report.place.address or "")[:1].isdecimal()]
    in_words = [report for report in houses if (report.place.address or "") in report.text]
    assert len(in_words) > COUNT / 20
    assert len({report.text for report in in_words}) > len(in_words) / 2


def test_every_time_inside_a_report_is_moved() -> None:
    due = datetime(2026, 3, 2, 10, tzinfo=UTC)
    week = timedelta(weeks=1)
    job = Assignment("u", "o", "Thông cống", due)
    moved = moved_by((job, CodedReason("late", "ở A", at=due)), week, lambda text: text.replace("A", "B"))
    assert moved[0].due_at == due + week
    assert moved[1] == CodedReason("late", "ở B", at=due + week)
    assert moved_by(date(2026, 3, 2), week, str) == date(2026, 3, 9)
    assert moved_by(None, week, str) is None
