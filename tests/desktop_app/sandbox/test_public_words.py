"""The page's words are total and, in Vietnamese, the city's own."""

from __future__ import annotations

from dataclasses import fields

import pytest

from desktop_app.domain.phases import Phase
from desktop_app.domain.report import Outcome
from desktop_app.domain.workflow import Command
from desktop_app.sandbox.public_words import EN, VI, Words, words_in
from desktop_app.sandbox.timeline import INTERNAL

BOTH = pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])


@BOTH
def test_every_phase_outcome_and_text_has_words(words: Words) -> None:
    assert set(words.phases) == set(Phase)
    assert set(words.outcomes) == set(Outcome)
    assert all(getattr(words, field.name) for field in fields(Words))


@BOTH
def test_no_internal_step_is_told(words: Words) -> None:
    assert not set(words.steps) & INTERNAL
    assert {Command.APPROVE, Command.SUBMIT}.isdisjoint(words.steps)


def test_both_languages_tell_the_same_steps() -> None:
    assert set(VI.steps) == set(EN.steps)


def test_the_phases_are_the_citys() -> None:
    assert [VI.phases[phase] for phase in (Phase.RECEIVED, Phase.IN_PROGRESS, Phase.AWAITING_CITIZEN)] == [
        "Đã tiếp nhận", "Đang xử lý", "Chờ ông/bà bổ sung",
    ]  # fmt: skip
    assert [VI.phases[phase] for phase in (Phase.RESOLVED, Phase.NOT_ACCEPTED, Phase.RECONSIDERED)] == [
        "Đã xử lý", "Không tiếp nhận", "Đang xem xét lại",
    ]  # fmt: skip
    assert list(VI.outcomes.values()) == ["Đã khắc phục", "Có kế hoạch", "Không khắc phục được"]


@pytest.mark.parametrize(("language", "words"), [("vi", VI), ("en", EN), ("fr", VI), ("", VI)])
def test_anything_but_english_is_vietnamese(language: str, words: Words) -> None:
    assert words_in(language) is words
