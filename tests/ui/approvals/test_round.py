"""A round: each decision is on the answer shown; what is signed is what was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.report import Answer, Outcome, Report
from desktop_app.domain.workflow import State
from desktop_app.triage.approval import Wanted
from tests.support.clock import NOON
from ui.approvals.round import Round, Verdict


def report(number: int) -> Report:
    answer = Answer("Đã xong.", f"{number:064}", Outcome.FIXED, "u", "o", NOON)
    return Report(f"r{number}", f"HUE-{number}", 3, State.AWAITING_APPROVAL, "t", "x", NOON, answer=answer)


@pytest.fixture
def round_() -> Round:
    return Round([report(1), report(2), report(3)])


def test_every_answer_is_decided_in_its_turn(round_: Round) -> None:
    assert round_.place == (1, 3)
    round_.decide(Verdict.APPROVE)
    round_.decide(Verdict.SEND_BACK, "Thiếu ảnh")
    round_.decide(Verdict.LATER)
    assert round_.current is None
    assert [(each.report.id, each.verdict) for each in round_.decided] == [
        ("r1", Verdict.APPROVE),
        ("r2", Verdict.SEND_BACK),
        ("r3", Verdict.LATER),
    ]
    assert round_.of(Verdict.SEND_BACK)[0].text == "Thiếu ảnh"
    assert round_.wanted("KT.") == [Wanted("r1", f"{1:064}", "KT.")]


def test_a_decision_can_be_taken_anew(round_: Round) -> None:
    round_.decide(Verdict.APPROVE)
    assert round_.step_back()
    assert not round_.step_back()
    round_.decide(Verdict.LATER)
    assert [each.verdict for each in round_.decided] == [Verdict.LATER]
    assert round_.wanted("") == []


def test_what_was_not_read_is_in_no_list(round_: Round) -> None:
    round_.decide(Verdict.APPROVE)
    round_.finish()
    assert round_.current is None
    assert [each.report_id for each in round_.wanted("")] == ["r1"]
    assert round_.verdict("r2") is None
    round_.decide(Verdict.APPROVE)
    assert round_.verdict("r3") is None, "nothing is shown any more: nothing can be decided"


def test_a_report_without_an_answer_is_not_signed() -> None:
    round_ = Round([replace(report(1), answer=None)])
    round_.decide(Verdict.APPROVE)
    assert round_.wanted("") == []
