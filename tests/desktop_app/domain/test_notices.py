"""Who is told of what, and when nothing pops up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from desktop_app.domain.deadlines import default_calendar
from desktop_app.domain.notices import NOT_ACCEPTED, NoticeKind, QuietHours, clock_time, is_urgent, kind_of
from desktop_app.domain.report import QUESTION_WANTED, Entry, Procedure, Report
from desktop_app.domain.roles import Actor, Role
from desktop_app.domain.workflow import Command, State
from tests.support.small_city import CO, LEAD, report

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
K = NoticeKind
OWNER = Actor("o-handler", LEAD, frozenset({Role.HANDLER}), frozenset({LEAD}))
COLLEAGUE = replace(OWNER, person_id="o-colleague")
LEADER = Actor("o-approver", LEAD, frozenset({Role.APPROVER}), frozenset({LEAD}))
DISPATCHER = Actor("o-dispatcher", "u-ioc", frozenset({Role.DISPATCHER}), frozenset({"u-ioc"}))
PUBLISHER = Actor("o-publisher", "u-ioc", frozenset({Role.PUBLISHER}), frozenset({"u-ioc"}))
HELPER = Actor("o-co", CO, frozenset({Role.HANDLER}), frozenset({CO}))
SUPERVISOR = Actor("o-supervisor", "u-ioc", frozenset({Role.SUPERVISOR}), frozenset({"u-ioc"}))
EVERYBODY = (OWNER, COLLEAGUE, LEADER, DISPATCHER, PUBLISHER, HELPER, SUPERVISOR)


def line(kind: str, by: str = "somebody") -> Entry:
    return Entry("e", "r", kind, NOW, by, "Ai đó")


def told(kind: str, about: Report) -> dict[str, NoticeKind]:
    found = ((actor.person_id, kind_of(line(kind), about, actor)) for actor in EVERYBODY)
    return {person: why for person, why in found if why is not None}


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [
        (Command.DISTRIBUTE, State.DISTRIBUTED, {"o-handler": K.ASSIGNED}),
        (Command.HAND_DOWN, State.DISTRIBUTED, {"o-handler": K.ASSIGNED}),
        (Command.SEND_BACK, State.IN_PROGRESS, {"o-handler": K.SENT_BACK}),
        (Command.SUBMIT, State.AWAITING_APPROVAL, {"o-approver": K.TO_APPROVE}),
        (Command.APPROVE, State.APPROVED, {"o-publisher": K.TO_PUBLISH}),
        (Command.RETURN, State.RETURNED, {"o-dispatcher": K.RETURNED}),
        (Command.REPLY, State.IN_PROGRESS, {"o-handler": K.REPLIED, "o-dispatcher": K.REPLIED}),
        (QUESTION_WANTED, State.IN_PROGRESS, {"o-dispatcher": K.QUESTION_WANTED}),
        (Command.REPLY, State.VERIFIED, {"o-dispatcher": K.REPLIED}),
        (Command.REQUEST_EXTENSION, State.IN_PROGRESS, {"o-dispatcher": K.EXTENSION_ASKED}),
        (Command.DECIDE_EXTENSION, State.IN_PROGRESS, {"o-handler": K.EXTENSION_DECIDED}),
        (Command.REQUEST_REOPEN, State.REOPEN_REQUESTED, {"o-dispatcher": K.REOPEN_ASKED}),
        (Command.URGE, State.IN_PROGRESS, {"o-handler": K.URGED}),
        (Command.CONTRIBUTE, State.IN_PROGRESS, {"o-handler": K.CONTRIBUTED}),
        ("recalculate", State.IN_PROGRESS, {"o-handler": K.DUE_MOVED}),
        (
            NOT_ACCEPTED, State.DISTRIBUTED,
            {"o-handler": K.NOT_ACCEPTED, "o-approver": K.NOT_ACCEPTED, "o-supervisor": K.NOT_ACCEPTED},
        ),
        (Command.NOTE, State.IN_PROGRESS, {}),
        (Command.VERIFY, State.VERIFIED, {}),
        ("of a newer server", State.VERIFIED, {}),
    ],
)  # fmt: skip
def test_who_is_told_of_what(kind: str, state: State, expected: dict[str, NoticeKind]) -> None:
    assert told(kind, report(NOW, state)) == expected


def test_work_given_to_the_unit_as_such_concerns_all_of_it() -> None:
    job = report(NOW).assignment
    assert job is not None
    about = report(NOW, assignment=replace(job, owner=LEAD))
    assert set(told(Command.DISTRIBUTE, about)) == {"o-handler", "o-colleague", "o-approver"}


def test_where_the_policy_lets_them_publish_a_leader_is_told_what_a_colleague_approved() -> None:
    approved, both = report(NOW, State.APPROVED), replace(LEADER, approver_publishes=True)
    assert kind_of(line(Command.APPROVE), approved, both) is K.TO_PUBLISH
    assert kind_of(line(Command.APPROVE), approved, LEADER) is None
    assert kind_of(line(Command.APPROVE, by="o-approver"), approved, both) is None


def test_nobody_is_told_of_what_they_did() -> None:
    assert (
        kind_of(line(Command.SUBMIT, by="o-approver"), report(NOW, State.AWAITING_APPROVAL), LEADER) is None
    )


def test_a_private_report_tells_none_but_its_recipient() -> None:
    assert told(Command.SUBMIT, report(NOW, State.AWAITING_APPROVAL, private=True)) == {}


def test_only_instant_cases_break_a_quiet_hour() -> None:
    timed, instant = report(NOW), report(NOW, procedure=Procedure.INSTANT)
    assert {kind for kind in K if is_urgent(kind, timed)} == {K.INSTANT}
    assert {kind for kind in K if is_urgent(kind, instant)} == {K.INSTANT, K.ASSIGNED}


CALENDAR = default_calendar()


@pytest.mark.parametrize(
    ("utc", "quiet"),
    [
        ("2026-11-25T03:00", False),  # Wednesday 10:00
        ("2026-11-25T11:00", True),  # 18:00
        ("2026-11-25T22:00", True),  # Thursday 05:00
        ("2026-11-26T00:00", False),  # 07:00
        ("2026-11-28T03:00", True),  # a Saturday
    ],
)
def test_quiet_from_evening_to_morning_and_on_days_off(utc: str, quiet: bool) -> None:
    now = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert QuietHours(time(18), time(7)).cover(now, CALENDAR) is quiet


def test_quiet_within_one_day_and_days_off_at_will() -> None:
    noon = QuietHours(time(11, 30), time(13), days_off=False)
    assert noon.cover(datetime(2026, 11, 28, 5, tzinfo=UTC), CALENDAR)
    assert not noon.cover(datetime(2026, 11, 28, 6, tzinfo=UTC), CALENDAR)
    assert not QuietHours(time(7), time(7), days_off=False).cover(NOW, CALENDAR)


@pytest.mark.parametrize(("text", "at"), [("07:30", time(7, 30)), ("", None), ("25:00", None), ("7h", None)])
def test_a_time_of_day_is_read(text: str, at: time | None) -> None:
    assert clock_time(text) == at
