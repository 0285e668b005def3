"""Waiting ends with the first true answer, or with a sentence."""

from __future__ import annotations

import pytest

from tests.support.deadline import until


def test_the_first_true_answer_is_returned() -> None:
    answers = iter([0, "", None, "ready", "too late"])
    assert until(lambda: next(answers)) == "ready"


def test_the_condition_is_asked_at_least_once() -> None:
    assert until(lambda: True, seconds=0.0)


def test_what_did_not_come_is_named() -> None:
    with pytest.raises(AssertionError, match="the service did not come within 0"):
        until(lambda: False, seconds=0.0, what="the service")
