"""The groups of RFC 5114: sizes, and generators of the stated order."""

from __future__ import annotations

import pytest

from cardio.dh_groups import GROUPS


@pytest.mark.parametrize(("number", "bits", "order"), [(0, 1024, 160), (1, 2048, 224), (2, 2048, 256)])
def test_sizes_and_orders(number: int, bits: int, order: int) -> None:
    group = GROUPS[number]
    assert (group.p.bit_length(), group.q.bit_length(), group.size) == (bits, order, bits // 8)
    assert group.g > 1
    assert pow(group.g, group.q, group.p) == 1
    assert (group.p - 1) % group.q == 0
    assert pow(2, group.p - 1, group.p) == pow(2, group.q - 1, group.q) == 1
