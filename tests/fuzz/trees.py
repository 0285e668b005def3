"""Mutation of tag-length-value trees (BER, DER): elements go, come twice, change places; lengths stay right.

Bytes changed at random almost never do so: they break a length, and the reader never sees past it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from cardio import tlv
from cardio.errors import CardError

DEEPEST: Final = 8
Bytes = Callable[[bytes], bytes]


@dataclass
class Node:
    """An element: its tag, and either what it holds or its own elements."""

    tag: int
    value: bytes | list[Node]

    def encoded(self) -> bytes:
        """The element with the length that it now has."""
        held = (
            self.value if isinstance(self.value, bytes) else b"".join(node.encoded() for node in self.value)
        )
        return tlv.encode(self.tag, held)


def parsed(data: bytes, depth: int = DEEPEST) -> list[Node]:
    """The elements of ``data``, and theirs where what they hold are elements; raise ``CardError``."""
    return [Node(tag, _held(value, depth)) for tag, value in tlv.elements(data)]


def _held(value: bytes, depth: int) -> bytes | list[Node]:
    if len(value) < 2 or not depth:
        return value
    try:
        return parsed(value, depth - 1)
    except CardError:
        return value


def mutated(data: bytes, random: Random, change: Bytes) -> bytes:
    """Return ``data`` with one element gone, doubled, moved, emptied or changed; as it was if no tree."""
    try:
        roots = parsed(data)
    except CardError:
        return data
    lists = [roots]
    for siblings in lists:
        lists += [node.value for node in siblings if isinstance(node.value, list)]
    siblings = random.choice([found for found in lists if found] or [roots])
    if siblings:
        random.choice((_drop, _double, _move, _empty, _alter))(
            siblings, random.randrange(len(siblings)), random, change
        )
    return b"".join(node.encoded() for node in roots)


def _drop(siblings: list[Node], at: int, _random: Random, _change: Bytes) -> None:
    del siblings[at]


def _double(siblings: list[Node], at: int, _random: Random, _change: Bytes) -> None:
    siblings.insert(at, siblings[at])


def _move(siblings: list[Node], at: int, random: Random, _change: Bytes) -> None:
    siblings.insert(random.randrange(len(siblings)), siblings.pop(at))


def _empty(siblings: list[Node], at: int, _random: Random, _change: Bytes) -> None:
    siblings[at] = Node(siblings[at].tag, b"")


def _alter(siblings: list[Node], at: int, random: Random, change: Bytes) -> None:
    node = siblings[at]
    held = node.value if isinstance(node.value, bytes) else b"".join(inner.encoded() for inner in node.value)
    tag = random.choice((0x02, 0x04, 0x06, 0x0C, 0x30, 0x31, 0xA0)) if random.random() < 0.2 else node.tag
    siblings[at] = Node(tag, change(held))
