"""The table: every standardised number from 8 to 18, each a sound curve."""

from __future__ import annotations

import pytest

from cardio.curve_rows import ROWS, CurveRow


def test_every_number_once() -> None:
    numbered = [row.parameter_id for row in ROWS if row.parameter_id is not None]
    assert numbered == list(range(8, 19))
    assert all(row.name.endswith("t1") for row in ROWS if row.parameter_id is None)
    assert len({row.oid for row in ROWS}) == len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_generator_lies_on_its_curve(row: CurveRow) -> None:
    p, a, b, x, y, n = (int(number, 16) for number in (row.p, row.a, row.b, row.x, row.y, row.n))
    assert (y * y - x**3 - a * x - b) % p == 0
    assert (4 * a**3 + 27 * b**2) % p
    assert abs(n - p - 1) <= 2 * (1 << (p.bit_length() + 1) // 2), "Hasse, cofactor 1"
    assert all(pow(base, number - 1, number) == 1 for base in (2, 3, 5) for number in (p, n)), "prime"
