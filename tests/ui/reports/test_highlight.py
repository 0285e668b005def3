"""Words are found where they begin, with or without diacritics, in texts of any letters."""

from __future__ import annotations

import unicodedata

import pytest

from ui.reports.highlight import spans, terms_of


def marked(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, terms)]


def test_diacritics_and_case_do_not_matter() -> None:
    assert marked("Đường Bà Triệu, đường ngập", "duong", "ba") == ["Đường", "Bà", "đường"]
    assert marked("Đường ngập", "ng*") == ["ng"]
    assert marked("Bà bãi ban", "ba") == ["Bà"]
    assert marked("Bà bãi ban", "ba*") == ["Bà", "bã", "ba"]


def test_only_beginnings_of_words_are_marked() -> None:
    assert marked("thương, hương thơm", "huong") == ["hương"]
    assert marked("HUE-2026-018234", "2026") == ["2026"]


def test_a_decomposed_text_keeps_its_places() -> None:
    text = unicodedata.normalize("NFD", "ngập Đường")
    assert [unicodedata.normalize("NFC", each) for each in marked(text, "ngap")] == ["ngập"]


def test_nothing_is_searched_for() -> None:
    assert spans("Đường", ()) == []
    assert spans("", ("duong",)) == []


@pytest.mark.parametrize(
    ("search", "terms"),
    [
        ("Đường ngập phuong:x", ("duong", "ngap")),
        ("đường ng", ("duong", "ng*")),
        ("ma:", ()),
        ("rác rác ", ("rac",)),
        ("", ()),
    ],
)
def test_operators_mark_nothing(search: str, terms: tuple[str, ...]) -> None:
    assert terms_of(search) == terms
