"""Mutation of tag-length-value trees (BER, DER): elements go, come twice, change places; lengths stay right.

Bytes changed at random almost never do so: they break a length, and the reader never sees past it. Only the
rows on the way down to the change are taken apart, so that a mutation costs less than most readings. Nothing
here is ``cardio.tlv``'s: that is tried itself, and may have defects planted.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

DEEPEST: Final = 12
DOWN: Final = 0.8
"""How often the change is made within an element that has elements of its own, not to it."""

Bytes = Callable[[bytes], bytes]
Row = list[tuple[bytes, bytes]]
"""Elements beside each other: the octets of the tag, and what it holds."""

_TAGS: Final = tuple(bytes((tag,)) for tag in (0x02, 0x04, 0x06, 0x0C, 0x30, 0x31, 0xA0))
_LONGEST_LENGTH: Final = 4


def mutated(data: bytes, random: Random, change: Bytes) -> bytes:
    """Return ``data`` with one element gone, doubled, moved, emptied or changed; as it was if no tree."""
    found = _mutated(_row(data), random, change, DEEPEST)
    return data if found is None else found


def _row(data: bytes) -> Row:
    """The elements of ``data``; none where these are no elements."""
    row: Row = []
    at = 0
    while at < len(data):
        element = _element(data, at)
        if element is None:
            return []
        tag, start, end = element
        row.append((tag, data[start:end]))
        at = end
    return row


def _element(data: bytes, at: int) -> tuple[bytes, int, int] | None:
    """The tag of the element that begins there, and where its content begins and ends; None for none."""
    end = at + 1
    if data[at] & 0x1F == 0x1F:  # the number of the tag goes on as long as octets say so
        while end < len(data) and data[end] & 0x80:
            end += 1
        end += 1
    if end >= len(data):
        return None
    tag, length, start = data[at:end], data[end], end + 1
    if length & 0x80:
        start += length & 0x7F
        length = int.from_bytes(data[end + 1 : start], "big") if start - end - 1 <= _LONGEST_LENGTH else -1
    return (tag, start, start + length) if 0 <= length <= len(data) - start else None


def _encoded(tag: bytes, held: bytes) -> bytes:
    size = len(held)
    if size < 0x80:
        return tag + bytes((size,)) + held
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return tag + bytes((0x80 | len(octets),)) + octets + held


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
    return b"".join(_encoded(*element) for element in row)


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
        tag = random.choice(_TAGS)
    row[at] = tag, change(held)
