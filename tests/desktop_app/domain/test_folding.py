"""Folding Vietnamese text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"), [("Đường NGẬP", "duong ngap"), ("ế ộ Ẵ", "e o a"), ("ưƠ", "uo"), ("abc-12", "abc-12")]
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
