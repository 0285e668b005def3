"""Mutation of tag-length-value trees (BER, DER): elements go, come twice, change places; lengths stay right.

Bytes changed at random almost never do so: they break a length, and the reader never sees past it. Only the
rows on the way down to the change are taken apart, so that a mutation costs less than most readings.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from cardio import tlv
from cardio.errors import CardError

DEEPEST: Final = 12
DOWN: Final = 0.8
"""How often the change is made within an element that has elements of its own, not to it."""

Bytes = Callable[[bytes], bytes]
Row = list[tuple[int, bytes]]
"""Elements beside each other: tag and what it holds."""


def mutated(data: bytes, random: Random, change: Bytes) -> bytes:
    """Return ``data`` with one element gone, doubled, moved, emptied or changed; as it was if no tree."""
    found = _mutated(_row(data), random, change, DEEPEST)
    return data if found is None else found


def _row(data: bytes) -> Row:
    """The elements of ``data``; none where these are no elements."""
    try:
        return list(tlv.elements(data)) if len(data) > 1 else []
    except CardError:
        return []


def _mutated(row: Row, random: Random, change: Bytes, depth: int) -> bytes | None:
    """The row with one change, the likelier in an element the larger it is; None for an empty row."""
    if not row:
        return None
    sizes = [len(held) + 1 for _, held in row]
    at = random.choices(range(len(row)), sizes)[0]
    tag, held = row[at]
    inner = _row(held) if depth and random.random() < DOWN else []
    within = _mutated(inner, random, change, depth - 1)
    if within is None:
        random.choice((_drop, _double, _move, _empty, _alter))(row, at, random, change)
    else:
        row[at] = tag, within
    return b"".join(tlv.encode(*element) for element in row)


def _drop(row: Row, at: int, _random: Random, _change: Bytes) -> None:
    del row[at]


def _double(row: Row, at: int, _random: Random, _change: Bytes) -> None:
    row.insert(at, row[at])


def _move(row: Row, at: int, random: Random, _change: Bytes) -> None:
    element = row.pop(at)
    row.insert(random.randrange(len(row) + 1), element)


def _empty(row: Row, at: int, _random: Random, _change: Bytes) -> None:
    row[at] = row[at][0], b""


def _alter(row: Row, at: int, random: Random, change: Bytes) -> None:
    tag, held = row[at]
    if random.random() < 0.2:
        tag = random.choice((0x02, 0x04, 0x06, 0x0C, 0x30, 0x31, 0xA0))
    row[at] = tag, change(held)
