"""Folding Vietnamese text."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import folding
from desktop_app.domain.folding import MOST_KEPT, fold


def defined(text: str) -> str:
    """Fold by the definition, the text as a whole: stroked d, decomposition, marks dropped, case folded."""
    base = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(ch for ch in base if not unicodedata.combining(ch)).casefold()


@pytest.mark.parametrize(
    ("text", "folded"), [("Đường NGẬP", "duong ngap"), ("ế ộ Ẵ", "e o a"), ("ưƠ", "uo"), ("abc-12", "abc-12")]
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_code_point_folds_as_defined() -> None:
    points = [chr(code) for code in range(sys.maxunicode + 1)]
    wrong = [f"{ord(point):04X}" for point in points if fold(point) != defined(point)]
    assert wrong == []


@given(st.text(st.characters(exclude_categories=[])))
def test_neighbours_make_no_difference(text: str) -> None:
    assert fold(text) == defined(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_text_of_every_sign_does_not_fill_the_memory() -> None:
    fold("".join(map(chr, range(0x3000, 0x3000 + 3 * MOST_KEPT))))
    assert len(folding._letters) <= MOST_KEPT
