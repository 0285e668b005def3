"""Every element of every seed that is a tree, replaced by what none holds: too long, too deep, too many.

The fuzzer's inputs are short, so that there can be a million of them; what only length breaks is tried here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from cardio import tlv
from cardio.errors import CardError
from tests.fuzz.targets import TARGETS

DEEPEST = 8
DEPTH = 3000


def nested() -> bytes:
    """An element within an element, and so on."""
    found = b""
    for _ in range(DEPTH):
        found = tlv.encode(0x30, found)
    return found


NASTY = (
    *(b"", b"\x00", b"\xff" * 4096, b"\xff" * 4000 + b"\x01", b"\x80" * 4001, bytes(70_000), b"9" * 5000),
    tlv.encode(0x30, b"") * 20_000,
    nested(),
)


def replaced(data: bytes, nasty: bytes, depth: int = DEEPEST) -> Iterator[bytes]:
    """The tree with the content of each of its elements replaced, one at a time; nothing for no tree."""
    with suppress(CardError):
        row = list(tlv.elements(data))
        for at, (tag, held) in enumerate(row):
            before, after = (b"".join(tlv.encode(*one) for one in part) for part in (row[:at], row[at + 1 :]))
            for other in (nasty, *(replaced(held, nasty, depth - 1) if depth else ())):
                yield before + tlv.encode(tag, other) + after


WITH_TREES = [name for name, target in TARGETS.items() if target.tree is not None]


def test_most_targets_of_trees_are_here() -> None:
    assert len(WITH_TREES) > 20


@pytest.mark.filterwarnings("ignore:Attribute's length must be:UserWarning")  # of hostile names
@pytest.mark.filterwarnings("ignore:Parsed a serial number:UserWarning")
@pytest.mark.parametrize("name", WITH_TREES)
def test_an_element_of_any_size_is_read_or_refused(name: str) -> None:
    target = TARGETS[name]
    tried = 0
    for seed in target.seeds():
        for nasty in NASTY:
            for tree in replaced(seed[target.tree :], nasty):
                tried += 1
                with suppress(*target.allowed):
                    target.parse(seed[: target.tree] + tree)
    assert tried > len(NASTY)
