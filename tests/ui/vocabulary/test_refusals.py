"""A command that was not taken says why: the rule, the entry, or what a person decides about."""

from __future__ import annotations

import pytest

from ui.language import Language, install
from ui.vocabulary.refusals import refusal
from ui.wording import TABLE, sentence

UNEXPECTED = TABLE["unexpected"].title


@pytest.mark.parametrize(
    "problem",
    [
        {"status": "conflict", "changed": [{"kind": "accept"}]},
        {"status": "not_found"},
        {"status": "hold_cut"},
        {"status": "scope_lost"},
        {"status": "recovered"},
    ],
    ids=lambda problem: str(problem["status"]),
)
def test_what_a_person_decides_about_is_said(problem: dict[str, object]) -> None:
    assert refusal(problem) == sentence(str(problem["status"]))


def test_an_entry_is_called_what_the_screen_calls_it() -> None:
    problem = {"status": "rejected", "rule": "payload", "field": "new_due_at"}
    assert refusal(problem).title == "The centre does not take this entry: new deadline."
    assert refusal({**problem, "field": "of_a_newer_centre"}).title.endswith("of_a_newer_centre.")
    install(Language.VIETNAMESE)
    assert "hạn mới" in refusal(problem).title


def test_a_rule_of_a_newer_centre_is_named_and_no_defect_of_ours() -> None:
    told = refusal({"status": "rejected", "rule": "moon_in_capricorn"})
    assert "moon_in_capricorn" in told.title
    assert told.title != UNEXPECTED


@pytest.mark.parametrize("problem", [{}, {"status": "rejected"}, {"status": "x", "rule": ["hostile"]}])
def test_an_answer_without_a_reason_says_that_it_was_not_taken(problem: dict[str, object]) -> None:
    assert refusal(problem) == sentence("rejected")
