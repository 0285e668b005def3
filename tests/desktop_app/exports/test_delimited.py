"""CSV: what a program reads back is what was meant, and no cell begins as a formula does."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exports.delimited import FORMULA_STARTS, delimited, harmless

MARK = "\ufeff".encode()


@pytest.mark.parametrize("mark", [True, False])
def test_rows_come_back_as_they_were(tmp_path: Path, mark: bool) -> None:
    path = tmp_path / "list.csv"
    with delimited(path, mark=mark) as text:
        text.head([("Mã", 10), ("Tiêu đề", 40)])
        text.row(["HUE-1", 'Đường "ngập", sâu\nquá'])
        text.row([None, datetime(2026, 3, 10, 5, 0, tzinfo=UTC)])
        text.row([-3, "-3"])
    raw = path.read_bytes()
    assert raw.startswith(MARK) is mark
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert read == [
        ["Mã", "Tiêu đề"],
        ["HUE-1", 'Đường "ngập", sâu\nquá'],
        ["", "10/03/2026 12:00"],
        ["-3", "'-3"],
    ]
    assert raw.count(b"\r\n") == 4


@given(st.text(max_size=30))
def test_no_text_becomes_a_formula_and_none_is_changed_otherwise(text: str) -> None:
    safe = harmless(text)
    assert not safe.startswith(FORMULA_STARTS)
    assert not safe.lstrip().startswith(("=", "+", "-", "@"))
    assert safe in {text, f"'{text}"}
