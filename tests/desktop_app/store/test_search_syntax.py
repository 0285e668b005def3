"""What a person types: words, operators, and faults with their place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.store.search_syntax import (
    Narrowing,
    Operator,
    SearchSyntax,
    full_text,
    parse,
    read_day,
    split_words,
    unknown_operators,
)


@pytest.mark.parametrize(
    ("text", "words", "unfinished"),
    [
        ("", (), False),
        ("   ", (), False),
        ("Đường NGẬP", ("duong", "ngap"), True),
        ("đường ngập ", ("duong", "ngap"), False),
        ("HUE-2026-00012", ("hue", "2026", "00012"), True),
        ('"đường ngập"', ("duong ngap",), False),
        ('sâu "đường ng', ("sau", "duong ng"), True),
        ('"rác"', ("rac",), False),
        ('abc"đường ngập"', ("abc", "duong ngap"), False),
        ('""', (), False),
        ("a - b", ("a", "b"), True),
        ("http://x", ("http", "x"), True),
        ("12:30", ("12", "30"), True),
    ],
)
def test_words(text: str, words: tuple[str, ...], unfinished: bool) -> None:
    found = parse(text)
    assert (found.words, found.unfinished, found.narrowings) == (words, unfinished, ())


def test_operators_with_their_places() -> None:
    found = parse('ngập phuong:"Thuận Hóa" Hạn:quahan tu:01/03/2026')
    assert found.words == ("ngap",)
    assert not found.unfinished
    assert found.narrowings == (
        Narrowing(Operator.WARD, "Thuận Hóa", 12),
        Narrowing(Operator.DUE, "quahan", 28),
        Narrowing(Operator.FROM, "01/03/2026", 38),
    )


@pytest.mark.parametrize(("text", "position"), [("ma:", 3), ("ngập phuong: x", 12), ('donvi:""', 6)])
def test_an_operator_needs_a_value(text: str, position: int) -> None:
    with pytest.raises(SearchSyntax) as fault:
        parse(text)
    assert (fault.value.position, fault.value.what) == (position, "search_value_missing")


def test_the_full_text_query_is_quoted() -> None:
    assert parse('a" OR b* NEAR(x').match == '"a" "or b near x"*'
    assert parse("a' OR b* NEAR(x").match == '"a" "or" "b" "near" "x"*'
    assert full_text((), unfinished=True) == ""


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    try:
        words, place = parse(text).words, 0
    except SearchSyntax as fault:
        words, place = (), fault.position
    assert 0 <= place <= len(text)
    assert all(" ".join(split_words(word)) == word for word in words)


@pytest.mark.parametrize(
    ("text", "words", "excluded"),
    [
        ("ngập -rác", ("ngap",), ("rac",)),
        ('ngập -"bãi rác" sâu', ("ngap", "sau"), ("bai rac",)),
        ("-HUE-2026-00012", (), ("hue 2026 00012",)),
        ("thoát-nước --rác -", ("thoat", "nuoc"), ("rac",)),
        ("-gi:lạ", (), ("gi la",)),
    ],
)
def test_a_minus_leaves_out(text: str, words: tuple[str, ...], excluded: tuple[str, ...]) -> None:
    found = parse(text)
    assert (found.words, found.excluded, found.narrowings) == (words, excluded, ())


def test_what_is_left_out_is_never_unfinished() -> None:
    assert not parse("ngập -rá").unfinished
    assert parse("-rác ngậ").unfinished


def test_an_operator_is_left_out_with_its_place() -> None:
    found = parse('-phuong:"Vỹ Dạ" ngập-ma:x')
    assert found.narrowings == (Narrowing(Operator.WARD, "Vỹ Dạ", 8, excluded=True),)
    assert found.words == ("ngap", "ma", "x")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("khu:abc ngập -loai:x", [("khu", 0), ("loai", 14)]),
        ("phuong:x 10:30 http://hue.vn kính gửi: ai", []),
    ],
)
def test_what_looks_like_an_operator_and_is_none(text: str, named: list[tuple[str, int]]) -> None:
    assert list(unknown_operators(text)) == named


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-11", date(2026, 3, 11)),
        ("11/03/2026", date(2026, 3, 11)),
        ("1.3.2026", date(2026, 3, 1)),
        ("31/02/2026", None),
        ("hôm qua", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert read_day(text) == day
