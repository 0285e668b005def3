"""Sums tell two sets of rows apart, whatever the order, and slices share all rows out."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.digest import SLICES, slice_of, sums

ROWS = st.dictionaries(st.text(min_size=1, max_size=20), st.integers(0, 2**31), max_size=30)


def test_a_sum_is_as_the_contract_writes_it() -> None:
    expected = hashlib.sha256(b"r-1:7").hexdigest()
    [one] = [found for found in sums("report", [("r-1", 7)]) if found.count]
    assert (one.total, one.slice, one.entity) == (expected, slice_of("r-1"), "report")
    assert one.slice == int(hashlib.sha256(b"r-1").hexdigest()[0], 16)


@given(ROWS)
def test_order_is_nothing_and_every_row_counts(rows: dict[str, int]) -> None:
    forward = sums("report", rows.items())
    assert forward == sums("report", reversed(list(rows.items())))
    assert sum(one.count for one in forward) == len(rows)
    assert len(forward) == SLICES
    for row_id, version in rows.items():
        others = {key: value for key, value in rows.items() if key != row_id}
        for changed in (others, {**others, row_id: version + 1}):
            mended = sums("report", changed.items())
            differing = [one.slice for one, other in zip(forward, mended, strict=True) if one != other]
            assert differing == [slice_of(row_id)]


def test_a_sum_wraps_around() -> None:
    many = [(f"r-{number}", 1) for number in range(200)]
    assert all(len(one.total) == 64 for one in sums("report", many))
