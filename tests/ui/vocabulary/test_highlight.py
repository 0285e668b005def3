"""Words are found where they begin, with or without diacritics, in texts of any letters."""

from __future__ import annotations

import unicodedata

import pytest

from desktop_app.domain.folding import fold
from ui.vocabulary.highlight import _LATIN, spans, terms_of


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


@pytest.mark.parametrize(
    "text", ["Straße a\u0301 b ngập", "ŉ i\u0307 ngập lụt", "İ\u0301 phố ngập", "ẞ đường ngập"]
)
def test_letters_that_fold_to_more_or_to_nothing_move_no_mark(text: str) -> None:
    assert marked(text, "ngap") == ["ngập"]


def test_no_letter_of_the_quick_way_is_dropped() -> None:
    quick = [chr(code) for code in range(0x10000) if _LATIN.fullmatch(chr(code))]
    assert len(quick) > 800
    assert not [letter for letter in quick if not fold(letter)]


def test_a_phrase_is_marked_where_its_words_follow_each_other() -> None:
    assert marked("Ngập đường, đường  ngập; đường - ngập.", "duong ngap") == ["đường  ngập", "đường - ngập"]
    assert marked("đường ngập sâu, con đường ngậpnước", "duong ng*") == ["đường ng", "đường ng"]
    assert marked("đường ngậpnước", "duong ngap") == []


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
        ('"đường ngập" -rác -nguon:web', ("duong ngap",)),
        ('sâu "đường ng', ("sau", "duong ng*")),
        ("", ()),
    ],
)
def test_operators_mark_nothing(search: str, terms: tuple[str, ...]) -> None:
    assert terms_of(search) == terms


def test_lines_of_a_text_are_marked_without_telling_letters_one_by_one() -> None:
    text = "Rác\n\nđường ngập\u2028Đường"
    assert _LATIN.fullmatch(text)
    assert marked(text, "duong") == ["đường", "Đường"]
