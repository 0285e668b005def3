"""Identities are hidden, ordinary words and numbers stay."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.masking import (
    MASK,
    TEXT,
    TITLE,
    Decision,
    apply_decisions,
    file_field,
    fits,
    hide_all,
    identity_spans,
    is_decided,
    mask_identity,
    public_words,
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Gọi 0905 123 456 nhé", f"Gọi {MASK} nhé"),
        ("Gọi 0905.123.456.", f"Gọi {MASK}."),
        ("Gọi +84905123456", f"Gọi {MASK}"),
        ("CCCD số 046123456789, ở gần đó", f"CCCD số {MASK}, ở gần đó"),
        ("thư về an12@example.vn nhé", f"thư về {MASK} nhé"),
        ("xe 75B1-12345 bị hỏng", f"xe {MASK} bị hỏng"),
        ("xe 75B1-123.45 bị hỏng", f"xe {MASK} bị hỏng"),
        ("xe 43A 12345 đậu", f"xe {MASK} đậu"),
        ("Tôi là Lê Văn Sâm, cần gặp", f"Tôi là {MASK}, cần gặp"),
        ("toi la le van sam, can gap", f"toi la {MASK}, can gap"),
        ("Liên hệ chị Nhung, cảm ơn", f"Liên hệ chị {MASK}, cảm ơn"),
        ("Người ký: Phan Đình Mẫn - 0379 111 222.", f"Người ký: {MASK} - {MASK}."),
        ("My name is Jane Roe, please call", f"My name is {MASK}, please call"),
    ],
)
def test_what_tells_who_is_masked(text: str, masked: str) -> None:
    assert mask_identity(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Đường Bà Triệu ngập, trước số 42, từ 17 giờ đến 22 giờ",
        "Quốc lộ 49B, Km 12, ngày 20/11/2026",
        "Mất 1.500.000 đồng",
        "Xe tải nặng chạy qua 3 lần",
        "",
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    assert mask_identity(text) == text


@given(st.integers(min_value=0, max_value=999_999_999))
def test_no_citizen_number_survives(tail: int) -> None:
    number = f"046{tail:09d}"
    assert number not in mask_identity(f"Số của tôi: {number}.")


@given(st.text(max_size=200))
def test_masking_is_stable(text: str) -> None:
    once = mask_identity(text)
    assert mask_identity(once) == once


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Tôi là Lê Văn Sâm, gọi 0905 123 456", ["Lê Văn Sâm", "0905 123 456"]),
        ("thư về an12@example.vn, xe 75B1-12345", ["an12@example.vn", "75B1-12345"]),
        ("Đường Bà Triệu ngập, trước số 42", []),
        ("", []),
    ],
)
def test_what_would_be_hidden_is_pointed_at(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in identity_spans(text)] == pieces


@given(st.text(alphabet="toi laAn09@.75B1-12345 ", max_size=60))
def test_what_is_masked_is_pointed_at_and_nothing_else_changes(text: str) -> None:
    spans = identity_spans(text)
    assert bool(spans) == (mask_identity(text) != text)
    assert all(start < end for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))


TOLD = "Tôi là Lê Văn Sâm, gọi 0905123456."


def test_every_place_must_be_decided_exactly_as_it_lies() -> None:
    whole = hide_all([(TEXT, TOLD)])
    assert len(whole) == 2
    assert is_decided(TEXT, TOLD, whole)
    assert not is_decided(TEXT, TOLD, whole[:1])
    shifted = replace(whole[0], start=whole[0].start + 1)
    assert not is_decided(TEXT, TOLD, (shifted, whole[1]))
    assert not is_decided(TITLE, TOLD, whole), "a decision on the text says nothing of the title"


def test_what_is_hidden_goes_and_what_is_kept_stays() -> None:
    name, number = hide_all([(TEXT, TOLD)])
    kept = (replace(name, hide=False), number)
    assert apply_decisions(TEXT, TOLD, kept) == f"Tôi là Lê Văn Sâm, gọi {MASK}."
    assert apply_decisions(TITLE, "Đường ngập", kept) == "Đường ngập"
    assert public_words(apply_decisions(TEXT, TOLD, kept), decided=True).count(MASK) == 1
    assert public_words(TOLD, decided=False).count(MASK) == 2


def test_a_hand_may_hide_more_but_only_inside_and_once() -> None:
    own = Decision(TEXT, 0, 3, hide=True)
    assert fits(TEXT, TOLD, (own, *hide_all([(TEXT, TOLD)])))
    assert not fits(TEXT, TOLD, (own, Decision(TEXT, 2, 5, hide=True)))
    assert not fits(TEXT, TOLD, (Decision(TEXT, 0, len(TOLD) + 1, hide=True),))
    assert not fits(TEXT, TOLD, (Decision(TEXT, 3, 3, hide=True),))


def test_a_files_name_is_a_field_of_its_own() -> None:
    field = file_field("att-1")
    made = hide_all([(field, "CCCD 046090001234.jpg")])
    assert apply_decisions(field, "CCCD 046090001234.jpg", made) == f"CCCD {MASK}.jpg"
