"""Slips, bare letters and identities: each changes the text in its own way and no other."""

from __future__ import annotations

import re
from random import Random

import pytest

from desktop_app.domain.masking import MASK, mask_identity
from desktop_app.sandbox.seed.citizen_voice import SLIPS, misspell, reveal_identity, without_diacritics

TEXT = "Rác trên đường không được xử lý, đề nghị kiểm tra trước những ngày mưa."


def test_slips_change_two_or_three_words(rng: Random) -> None:
    for _ in range(20):
        typed = misspell(rng, TEXT)
        wrong = [slip for slip in SLIPS if slip[0] in TEXT and slip[1] in typed and slip[1] not in TEXT]
        assert len(wrong) in {2, 3}


def test_a_text_without_room_for_slips_stays(rng: Random) -> None:
    assert misspell(rng, "OK.") == "OK."


def test_bare_letters_have_no_marks_at_all() -> None:
    assert without_diacritics("Đường Bà Triệu ngập") == "duong ba trieu ngap"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_identity_is_added_at_the_end_and_the_mask_finds_it(language: str, rng: Random) -> None:
    for _ in range(40):
        told = reveal_identity(rng, TEXT, language)
        assert told.startswith(f"{TEXT} ")
        assert MASK in mask_identity(told.removeprefix(TEXT))


def test_numbers_are_of_the_right_shape_and_vary() -> None:
    said = " ".join(reveal_identity(Random(seed), "", "vi") for seed in range(80))
    assert len(set(re.findall(r"\b046\d{9}\b", said))) > 3
    assert len(set(re.findall(r"\b0\d{3} \d{3} \d{3}\b", said))) > 10
    assert re.search(r"\b75[B-H]1-\d{5}\b", said)
    assert "@example.vn" in said
