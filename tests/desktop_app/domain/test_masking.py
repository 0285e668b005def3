"""Identities are hidden, ordinary words and numbers stay."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.masking import MASK, identity_spans, mask_identity


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
