"""Sums by which two copies of the same rows are compared without sending them.

The sum of a set of rows is Σ SHA-256(id ‖ ":" ‖ version) mod 2²⁵⁶: independent of order, and different for
any row missed, doubled or left behind. Rows are cut into slices by their id, so that little is sent again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

SLICES: Final = 16
_MODULUS: Final = 1 << 256

Member = tuple[str, int]
"""A row by its id and version."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What one slice of one kind of row comes to; ``total`` is 64 hex digits."""

    entity: str
    slice: int
    count: int
    total: str


def slice_of(row_id: str) -> int:
    """Return the slice of a row: the first hex digit of its id's SHA-256."""
    return hashlib.sha256(row_id.encode()).digest()[0] >> 4


def sums(entity: str, members: Iterable[Member]) -> list[Sum]:
    """Return the sums of all slices of ``members``, empty ones included."""
    counts, totals = [0] * SLICES, [0] * SLICES
    for row_id, version in members:
        place = slice_of(row_id)
        counts[place] += 1
        totals[place] += int.from_bytes(hashlib.sha256(f"{row_id}:{version}".encode()).digest(), "big")
    return [Sum(entity, n, counts[n], f"{totals[n] % _MODULUS:064x}") for n in range(SLICES)]
