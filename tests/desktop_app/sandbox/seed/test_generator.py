"""The four hundred reports: how many of what, lawful from end to end, and work on every demo desk."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta

import pytest

from desktop_app.domain.clocks import accept_due, reopen_due
from desktop_app.domain.deadlines import Calendar, due_at, instant_due_at, working_days_left
from desktop_app.domain.folding import fold
from desktop_app.domain.masking import mask_identity
from desktop_app.domain.report import Procedure, Report
from desktop_app.domain.workflow import State
from desktop_app.sandbox.seed.case import Case
from desktop_app.sandbox.seed.citizen_voice import SLIPS
from desktop_app.sandbox.seed.generator import WEEKS, generate
from desktop_app.sandbox.seed.organisation import Organisation
from desktop_app.sandbox.seed.texts import load_texts
from tests.desktop_app.sandbox.seed.conftest import NOW
from tests.desktop_app.sandbox.seed.test_office_hours import in_office_hours
from tests.support.workflow_table import LINES

HANDLER, APPROVER_UNIT = "hue-p02", "hue-19789"
FINISHED = {State.REJECTED, State.DUPLICATE, State.PUBLISHED, State.CLOSED}
Cases = tuple[Case, ...]


@pytest.fixture(scope="module")
def reports(cases: Cases) -> list[Report]:
    return [case.report for case in cases]


def is_live(report: Report) -> bool:
    """Instant cases of the last minutes, which come at any hour."""
    return report.procedure is Procedure.INSTANT and report.received_at > NOW - timedelta(minutes=20)


def test_there_are_four_hundred_of_every_state_category_and_source(
    reports: list[Report], organisation: Organisation
) -> None:
    assert len(reports) == 400
    assert {report.state for report in reports} == set(State)
    assert {report.category for report in reports if report.category} == {
        category.id for category in organisation.categories if category.parent
    }
    channels = {"app", "hotline", "web", "zalo", "counter"}
    services = {text.source for text in load_texts() if text.source}
    assert {report.source for report in reports} == channels | services


def test_the_same_seed_and_time_make_the_same_reports(
    cases: Cases, organisation: Organisation, calendar: Calendar
) -> None:
    again = generate(organisation, calendar, NOW, seed=7)
    assert [case.report for case in again] == [case.report for case in cases]
    assert [case.entries for case in again] == [case.entries for case in cases]


def test_another_seed_makes_others(cases: Cases, organisation: Organisation, calendar: Calendar) -> None:
    others = generate(organisation, calendar, NOW, seed=8)
    assert {case.report.title for case in others} != {case.report.title for case in cases}


def test_no_two_titles_are_equal_within_a_ward(reports: list[Report]) -> None:
    titles = Counter((report.place.unit_code, fold(report.title)) for report in reports)
    assert max(titles.values()) == 1


def pattern_of(text: str) -> re.Pattern[str]:
    """What a hand-written text looks like with its slots filled and its letters bare."""
    parts = [re.escape(fold(part)) for part in re.split(r"\{\w+\}", text)]
    return re.compile(".{1,60}".join(parts).replace("duong\\ .{1,60}", "(?:duong )?.{1,60}"))


def test_at_least_120_of_the_hand_written_texts_are_used(reports: list[Report]) -> None:
    written = [fold(report.text) for report in reports]
    used = [t for t in load_texts() if any(pattern_of(t.text).search(text) for text in written)]
    assert len(used) >= 120


def test_ten_are_misconduct_private_and_with_the_recipient_only(cases: Cases) -> None:
    private = [case for case in cases if case.report.private]
    assert len(private) == 10
    for case in private:
        assert {entry.by for entry in case.entries} <= {"hue-p06", "hue-p19", "system"}
        assert not any(entry.public for entry in case.entries)
        assert case.report.category is None or case.report.category.startswith("misconduct.")
    assert not any((c.report.category or "").startswith("misconduct") for c in cases if not c.report.private)


def test_twenty_carry_an_identity_and_none_of_them_has_left_the_dispatchers(reports: list[Report]) -> None:
    telling = [report for report in reports if mask_identity(report.text) != report.text]
    assert len(telling) == 20
    assert all(report.category is None and report.assignment is None for report in telling)


def test_some_are_misspelt_and_some_are_bare(reports: list[Report]) -> None:
    bare = [report for report in reports if report.text == fold(report.text)]
    slips = [typed for _, typed in SLIPS if len(typed) > 3]
    misspelt = [report for report in reports if any(slip in report.text for slip in slips)]
    assert 15 <= len(bare) <= 50
    assert 15 <= len(misspelt) <= 80


def test_history_spans_eight_weeks_of_office_hours(cases: Cases, calendar: Calendar) -> None:
    calm = [case for case in cases if not is_live(case.report)]
    times = [case.report.received_at for case in calm] + [entry.at for case in calm for entry in case.entries]
    first, last = min(times), max(times)
    assert not [at for at in times if not in_office_hours(at, calendar)]
    assert last <= NOW
    assert WEEKS * 7 - 5 <= (NOW.date() - first.date()).days <= WEEKS * 7


def test_every_timeline_is_a_legal_path_of_the_independently_typed_table(cases: Cases) -> None:
    for case in cases:
        state, before = "received", "received"
        for entry in case.entries:
            lines = [line for line in LINES if line.command == entry.kind and state in line.states]
            assert lines, f"{entry.kind} from {state}"
            target = lines[0].target
            if entry.kind == "ask_citizen":
                before = state
            if target == "<":
                rejected = entry.kind == "expire" and before == "verified"
                target = "rejected" if rejected else before
            state = {"=": state, "?": "reopened"}.get(target, target)
        assert state == case.report.state


def test_every_timeline_runs_forward_and_counts_versions(cases: Cases) -> None:
    for case in cases:
        times = [case.report.received_at, *(entry.at for entry in case.entries)]
        assert times == sorted(set(times))
        assert [entry.version for entry in case.entries] == list(range(2, case.report.version + 1))
        assert sorted(case.entries, key=lambda entry: (entry.at, entry.id)) == case.entries


def test_due_dates_are_the_citys_working_days(
    cases: Cases, calendar: Calendar, organisation: Organisation
) -> None:
    terms = {category.id: category.working_days for category in organisation.categories}
    checked = 0
    for case in cases:
        report = case.report
        handed = [entry for entry in case.entries if entry.kind == "distribute"]
        if report.assignment is None or not handed or report.extension:
            continue
        assert report.distributed_at == handed[-1].at
        if report.procedure is Procedure.INSTANT:
            assert report.assignment.due_at == instant_due_at(handed[-1].at)
        else:
            assert report.assignment.due_at == due_at(handed[-1].at, terms[report.category or ""], calendar)
        checked += 1
    assert checked > 150


def test_the_clocks_of_accepting_and_reopening_run_as_the_centre_starts_them(
    cases: Cases, calendar: Calendar, organisation: Organisation
) -> None:
    fields = {category.id: category for category in organisation.categories}
    given = [case.report for case in cases if case.report.state is State.DISTRIBUTED]
    asked = [case for case in cases if case.report.state is State.REOPEN_REQUESTED]
    assert len(given) > 20
    assert len(asked) > 2
    for report in given:
        job = report.assignment
        assert job is not None
        assert job.given_at is not None
        assert job.accept_due == accept_due(job.given_at, fields[report.category or ""], calendar)
    for case in asked:
        last = [entry.at for entry in case.entries if entry.kind == "request_reopen"][-1]
        assert case.report.reopen_due == reopen_due(last, fields[case.report.category or ""], calendar)


def test_assignments_name_units_and_owners_that_exist(
    reports: list[Report], organisation: Organisation
) -> None:
    units = {unit.id for unit in organisation.units}
    officers = {officer.id for officer in organisation.officers}
    for report in reports:
        if job := report.assignment:
            assert job.lead_unit in units
            assert job.owner in officers | {job.lead_unit}
            assert job.deliverable
            assert set(job.co_processors) <= units - {job.lead_unit}


def test_duplicates_follow_an_earlier_original_in_the_same_place(cases: Cases) -> None:
    by_id = {case.report.id: case.report for case in cases}
    duplicates = [case.report for case in cases if case.report.state is State.DUPLICATE]
    assert len(duplicates) == 28
    for report in duplicates:
        original = by_id[report.duplicate_of or ""]
        assert original.state is not State.DUPLICATE
        assert original.received_at < report.received_at
        assert original.place == report.place
        assert not original.private


def test_about_a_third_never_reached_a_unit(cases: Cases) -> None:
    finished = [case for case in cases if case.report.state in FINISHED]
    unreached = [c for c in finished if not any(entry.kind == "distribute" for entry in c.entries)]
    assert 0.25 < len(unreached) / len(finished) < 0.65


def test_the_handlers_desk_has_new_overdue_and_due_today(reports: list[Report], calendar: Calendar) -> None:
    mine = [r for r in reports if r.assignment and r.assignment.owner == HANDLER and r.state not in FINISHED]
    left = Counter[int]()
    for report in mine:
        assert report.assignment is not None
        left[working_days_left(NOW, report.assignment.due_at, calendar)] += 1
    assert len(mine) >= 15
    assert left[0] >= 3
    assert sum(count for days, count in left.items() if days < 0) >= 3
    assert sum(report.state is State.DISTRIBUTED for report in mine) >= 4
    assert sum(report.procedure is Procedure.INSTANT for report in mine) == 2


def test_approver_publisher_and_dispatchers_find_work(reports: list[Report]) -> None:
    counts = Counter(report.state for report in reports if not report.private)
    waiting = [r for r in reports if r.assignment and r.assignment.lead_unit == APPROVER_UNIT]
    assert sum(report.state is State.AWAITING_APPROVAL for report in waiting) >= 3
    assert sum(report.state is State.APPROVED for report in waiting) >= 3
    assert min(counts[State.RECEIVED], counts[State.VERIFIED], counts[State.RETURNED]) >= 10


@pytest.mark.parametrize(
    "now",
    ["2026-11-22T09:00+07:00", "2026-11-23T00:10+07:00", "2026-02-17T12:00+07:00", "2026-12-31T23:59+07:00"],
    ids=["Sunday", "midnight", "Tết", "New Year's Eve"],
)
def test_it_works_at_any_time(now: str, organisation: Organisation, calendar: Calendar) -> None:
    at = datetime.fromisoformat(now)
    made = generate(organisation, calendar, at, seed=3)
    assert len(made) == 400
    assert max(entry.at for case in made for entry in case.entries) <= at
