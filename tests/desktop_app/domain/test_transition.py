"""What each command does to a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.domain.conflicts import guarded_field
from desktop_app.domain.payloads import decode
from desktop_app.domain.report import Priority, Report
from desktop_app.domain.transition import ContentChanged, apply, stake_of
from desktop_app.domain.workflow import Command, Edge, State, find_edge
from tests.desktop_app.domain.samples import ACTORS, CO, DUE, HASH, IOC, NOON, OTHER, raw, report, step


def run(command: Command, before: Report, who: str, **change: object) -> Report:
    edge = find_edge(command, ACTORS[who], stake_of(before))
    assert isinstance(edge, Edge), edge
    return apply(before, edge, decode(command, {**raw(command), **change}), step(who))


def answered(state: State = State.AWAITING_APPROVAL) -> Report:
    return replace(run(Command.SUBMIT, report(), "lead_unit"), state=state)


@pytest.mark.parametrize("command", list(Command))
def test_version_moves_on_and_guards_are_stamped(command: Command) -> None:
    for who, state in ((w, s) for w in ACTORS for s in State):
        before = replace(answered(state), state_before=State.IN_PROGRESS)
        edge = find_edge(command, ACTORS[who], stake_of(before))
        if not isinstance(edge, Edge):
            continue
        after = apply(before, edge, decode(command, raw(command)), step(who))
        key = guarded_field(command)
        assert after.version == before.version + 1
        assert key is None or after.field_versions[key] == after.version
        assert {k: v for k, v in after.field_versions.items() if k != key} == {
            k: v for k, v in before.field_versions.items() if k != key
        }


def test_verify_sets_category_and_place() -> None:
    after = run(Command.VERIFY, report(State.RECEIVED, assignment=None), "dispatcher")
    assert (after.state, after.category, after.place.unit_code) == (State.VERIFIED, "ha-tang", "19777")


def test_distribute_assigns_who_what_when() -> None:
    after = run(Command.DISTRIBUTE, report(State.VERIFIED, assignment=None), "dispatcher")
    assert after.assignment is not None
    assert (after.assignment.owner, after.assignment.deliverable, after.assignment.due_at) == (
        "person-1",
        "Thông cống",
        DUE,
    )
    assert after.distributed_at == NOON


def test_hand_down_keeps_the_co_processors() -> None:
    after = run(Command.HAND_DOWN, report(), "lead_unit")
    assert after.assignment is not None
    assert (after.assignment.lead_unit, after.assignment.co_processors) == (OTHER, (CO,))


def test_return_by_the_lead_unit_clears_the_assignment_and_keeps_the_reason() -> None:
    after = run(Command.RETURN, report(), "lead_unit")
    assert (after.state, after.assignment) == (State.RETURNED, None)
    assert [r.code for r in after.returns] == ["not_ours"]


def test_a_co_processor_only_leaves() -> None:
    after = run(Command.RETURN, report(), "co_processor")
    assert after.state is State.IN_PROGRESS
    assert after.assignment is not None
    assert after.assignment.co_processors == ()


def test_a_question_returns_to_the_state_before() -> None:
    asked = run(Command.ASK_CITIZEN, report(), "dispatcher")
    assert (asked.state, asked.question_due) == (State.AWAITING_CITIZEN, date(2026, 3, 7))
    back = run(Command.REPLY, asked, "system")
    assert (back.state, back.question, back.state_before) == (State.IN_PROGRESS, None, None)


def test_a_unit_s_question_waits_for_the_dispatcher_who_sends_it() -> None:
    wanted = run(Command.ASK_CITIZEN, report(), "lead_unit")
    assert (wanted.state, wanted.question, wanted.question_wanted) == (
        State.IN_PROGRESS, None, "Ở số nhà nào?",
    )  # fmt: skip
    asked = run(Command.ASK_CITIZEN, wanted, "dispatcher")
    assert (asked.state, asked.question, asked.question_wanted) == (
        State.AWAITING_CITIZEN, "Ở số nhà nào?", None,
    )  # fmt: skip


def test_a_question_expired_before_distribution_rejects() -> None:
    asked = run(Command.ASK_CITIZEN, report(State.VERIFIED, assignment=None), "dispatcher")
    assert run(Command.EXPIRE, asked, "system").state is State.REJECTED


def test_a_question_expired_after_distribution_goes_on() -> None:
    assert (
        run(Command.EXPIRE, run(Command.ASK_CITIZEN, report(), "dispatcher"), "system").state
        is State.IN_PROGRESS
    )


def test_submit_binds_the_answer_to_its_hash() -> None:
    after = run(Command.SUBMIT, report(), "lead_unit")
    assert after.answer is not None
    assert (after.state, after.answer.content_sha256) == (State.AWAITING_APPROVAL, HASH)


@pytest.mark.parametrize(
    ("command", "state", "who"),
    [
        (Command.SUBMIT, State.IN_PROGRESS, "lead_unit"),
        (Command.APPROVE, State.AWAITING_APPROVAL, "approver"),
        (Command.PUBLISH, State.APPROVED, "publisher"),
    ],
)
def test_another_content_is_refused(command: Command, state: State, who: str) -> None:
    with pytest.raises(ContentChanged):
        run(command, answered(state), who, content_sha256="0" * 64)


def test_the_ioc_answers_by_itself_through_its_own_unit() -> None:
    after = run(Command.SUBMIT, report(State.VERIFIED, assignment=None), "dispatcher")
    assert after.assignment is not None
    assert after.assignment.lead_unit == IOC


def test_approve_and_publish_name_their_signers() -> None:
    approved = run(Command.APPROVE, answered(), "approver")
    published = run(Command.PUBLISH, approved, "publisher")
    assert published.answer is not None
    assert (published.answer.approved_by, published.answer.capacity) == ("person-9", "KT.")
    assert (published.answer.published_by, published.answer.published_at) == ("person-1", NOON)


def test_send_back_takes_the_approval_off_and_keeps_the_text() -> None:
    approved = run(Command.APPROVE, answered(), "approver")
    back = run(Command.SEND_BACK, approved, "publisher")
    assert back.answer is not None
    assert (back.state, back.answer.approved_by, back.answer.text) == (State.IN_PROGRESS, None, "Đã xử lý")


def test_monitor_and_resume_keep_and_drop_the_review_date() -> None:
    watched = run(Command.MONITOR, report(), "lead_unit")
    assert watched.review_date == date(2026, 3, 20)
    assert run(Command.RESUME, watched, "lead_unit").review_date is None


@pytest.mark.parametrize(("granted", "due"), [(True, datetime(2026, 3, 18, 10, tzinfo=UTC)), (False, DUE)])
def test_an_extension_moves_the_due_time_only_when_granted(granted: bool, due: datetime) -> None:
    asked = run(Command.REQUEST_EXTENSION, report(), "lead_unit")
    decided = run(Command.DECIDE_EXTENSION, asked, "dispatcher", granted=granted)
    assert decided.assignment is not None
    assert decided.extension is not None
    assert (decided.assignment.due_at, decided.extension.granted) == (due, granted)


def test_what_was_due_first_outlives_every_extension_and_a_hand_down() -> None:
    later = run(Command.REQUEST_EXTENSION, report(), "lead_unit")
    once = run(Command.DECIDE_EXTENSION, later, "dispatcher", granted=True)
    twice = run(
        Command.DECIDE_EXTENSION,
        run(Command.REQUEST_EXTENSION, once, "lead_unit"),
        "dispatcher",
        granted=True,
    )
    handed = run(Command.HAND_DOWN, twice, "lead_unit")
    for each in (once, twice, handed):
        assert each.assignment is not None
        assert each.assignment.first_due_at == DUE


@pytest.mark.parametrize("decision", ["reopened", "closed"])
def test_reopening_is_decided(decision: str) -> None:
    asked = run(Command.REQUEST_REOPEN, answered(State.PUBLISHED), "citizen")
    assert asked.reopen_reason == "Vẫn ngập"
    assert run(Command.DECIDE_REOPEN, asked, "dispatcher", decision=decision).state is State(decision)


def test_tags_are_a_set_and_priority_a_value() -> None:
    tagged = run(Command.TAG, report(tags=("mưa", "ngập")), "lead_unit", add=["ngập", "chợ"], remove=["mưa"])
    assert tagged.tags == ("ngập", "chợ")
    assert run(Command.PRIORITISE, tagged, "lead_unit").priority is Priority.HIGH


def test_duplicate_and_merge_point_at_the_other_report() -> None:
    assert run(Command.MARK_DUPLICATE, report(State.RETURNED), "dispatcher").duplicate_of == "r-0"
    assert run(Command.MERGE, report(), "dispatcher").duplicate_of == "r-0"


def test_reject_keeps_the_coded_reason() -> None:
    after = run(Command.REJECT, report(State.RECEIVED), "dispatcher")
    assert after.rejection is not None
    assert (after.rejection.code, after.rejection.by_unit) == ("no_place", IOC)
