"""Projection and marks: what pending events make of a row, and which quick filters it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from desktop_app.domain.content import content_sha256
from desktop_app.domain.outbox import Event, OutboxState, Pending
from desktop_app.domain.report import Extension, Procedure, Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, State
from desktop_app.store.projection import Circumstance, Marks, marks_of, project
from tests.desktop_app.store.builders import ME, OTHER_UNIT, UNIT, assignment, event, report_json
from tests.support.clock import NOON

HANDLER = Actor(ME, UNIT, frozenset({Role.HANDLER}), frozenset({UNIT}))
DISPATCHER = Actor("d", "ioc", frozenset({Role.DISPATCHER}))
APPROVER = Actor("a", UNIT, frozenset({Role.APPROVER}), frozenset({UNIT}))
PUBLISHER = Actor("p", "ioc", frozenset({Role.PUBLISHER}))


def report(**changes: object) -> Report:
    return msgspec.convert(report_json(**changes), Report)


def pending(*events: Event) -> list[Pending]:
    return [Pending(each, OutboxState.READY) for each in events]


def marks(shown: Report, actor: Actor = HANDLER, **around: Any) -> Marks:  # noqa: ANN401 - any circumstance
    return marks_of(shown, Circumstance(actor, NOON, **around))


def test_events_are_laid_over_in_order() -> None:
    base = report()
    text, digest = "Kính gửi…", content_sha256("Kính gửi…", "fixed", UNIT)
    submit = event(
        base.id, Command.SUBMIT, text=text, outcome="fixed", publisher_unit=UNIT, content_sha256=digest
    )
    shown = project(
        base, pending(event(base.id), event(base.id, Command.NOTE, text="gọi điện"), submit), HANDLER
    )
    assert shown.state is State.AWAITING_APPROVAL
    assert shown.answer is not None
    assert shown.answer.submitted_by == ME
    assert base.state is State.DISTRIBUTED


def test_what_no_longer_fits_changes_nothing() -> None:
    base = report(state="published")
    assert project(base, pending(event(base.id)), HANDLER) == base


@pytest.mark.parametrize(
    "payload",
    [{"text": "x", "outcome": "fixed", "publisher_unit": UNIT, "content_sha256": "0"}, {"text": "x"}],
)
def test_a_payload_that_does_not_hold_changes_nothing(payload: dict[str, str]) -> None:
    base = report(state="in_progress")
    assert project(base, pending(event(base.id, Command.SUBMIT, **payload)), HANDLER) == base


def test_a_right_lost_since_does_not_hide_what_was_done() -> None:
    base = report()
    stranger = replace(HANDLER, roles=frozenset())
    assert project(base, pending(event(base.id)), stranger).state is State.IN_PROGRESS


def test_a_co_processor_only_leaves() -> None:
    base = report(assignment=assignment(lead_unit=OTHER_UNIT, owner="x", co_processors=[UNIT]))
    shown = project(
        base, pending(event(base.id, Command.RETURN, code="not_ours", text="không thuộc")), HANDLER
    )
    assert shown.state is State.DISTRIBUTED
    assert shown.assignment is not None
    assert shown.assignment.co_processors == ()


def test_marks_of_a_report_of_mine() -> None:
    found = marks(report(), unseen=True)
    assert found == Marks(
        open=True, mine=True, unit=True, overdue=False, due_today=False, new=True, waiting=True,
        instant=False, conflict=False, unsent=False, unowned=False,
        unaccepted=False,
    )  # fmt: skip


def test_marks_of_the_outbox_are_passed_on() -> None:
    found = marks(report(), unsent=True, conflict=True)
    assert (found.unsent, found.conflict) == (True, True)


@pytest.mark.parametrize(
    ("hours", "overdue", "today"),
    [(-1, True, False), (0, True, False), (1, False, True), (11.9, False, True), (13, False, False)],
)
def test_deadlines_are_seen_in_the_citys_day(hours: float, overdue: bool, today: bool) -> None:
    due = (NOON + timedelta(hours=hours)).isoformat()
    found = marks(report(assignment=assignment(due_at=due)))
    assert (found.overdue, found.due_today) == (overdue, today)


@pytest.mark.parametrize("lets", [False, True])
def test_an_approved_answer_waits_for_its_approver_where_the_policy_lets_them_publish(lets: bool) -> None:
    leader = replace(APPROVER, approver_publishes=lets)
    assert marks(report(state="approved"), leader).waiting is lets
    assert marks(report(state="approved"), PUBLISHER).waiting


def test_a_closed_report_is_in_no_filter() -> None:
    found = marks(report(state="closed", procedure="instant"), unseen=True)
    assert not any(getattr(found, name) for name in found.__slots__)


def test_an_instant_case_is_marked() -> None:
    assert marks(replace(report(), procedure=Procedure.INSTANT)).instant


@pytest.mark.parametrize(
    ("state", "actor", "waits"),
    [
        ("received", DISPATCHER, True),
        ("verified", DISPATCHER, True),
        ("returned", DISPATCHER, True),
        ("reopen_requested", DISPATCHER, True),
        ("reopened", DISPATCHER, True),
        ("in_progress", DISPATCHER, False),
        ("received", HANDLER, False),
        ("distributed", HANDLER, True),
        ("in_progress", HANDLER, True),
        ("monitoring", HANDLER, True),
        ("awaiting_approval", HANDLER, False),
        ("awaiting_approval", APPROVER, True),
        ("distributed", APPROVER, False),
        ("approved", APPROVER, False),
        ("approved", PUBLISHER, True),
        ("published", PUBLISHER, False),
        ("awaiting_citizen", HANDLER, False),
    ],
)
def test_it_waits_for_whom_the_next_step_is(state: str, actor: Actor, waits: bool) -> None:
    assert marks(report(state=state), actor).waiting is waits


def test_a_colleagues_work_in_progress_does_not_wait_for_me() -> None:
    assert not marks(report(state="in_progress", assignment=assignment(owner="colleague"))).waiting


def test_an_extension_asked_for_waits_for_the_dispatcher() -> None:
    asked = Extension("weather", NOON + timedelta(days=5), "mưa", ME)
    base = replace(report(state="in_progress"), extension=asked)
    assert marks(base, DISPATCHER).waiting
    assert not marks(replace(base, extension=replace(asked, granted=True)), DISPATCHER).waiting


def test_seen_is_not_new() -> None:
    assert not marks(report(), unseen=False).new
    assert not marks(report(state="in_progress"), unseen=True).new
