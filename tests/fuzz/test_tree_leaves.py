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
from tests.fuzz.trees import Node, parsed

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


def trees(name: str) -> Iterator[tuple[bytes, list[Node]]]:
    """The seeds of a target as trees, behind the byte that chooses what is done with them."""
    target = TARGETS[name]
    assert target.tree is not None
    for seed in target.seeds():
        try:
            yield seed[: target.tree], parsed(seed[target.tree :])
        except CardError:
            continue


def nodes(roots: list[Node]) -> Iterator[Node]:
    """All elements, at any depth."""
    for node in roots:
        yield node
        if isinstance(node.value, list):
            yield from nodes(node.value)


WITH_TREES = [name for name, target in TARGETS.items() if target.tree is not None and any(trees(name))]


def test_most_targets_of_trees_are_here() -> None:
    assert len(WITH_TREES) > 20


@pytest.mark.filterwarnings("ignore:Attribute's length must be:UserWarning")  # of hostile names
@pytest.mark.filterwarnings("ignore:Parsed a serial number:UserWarning")
@pytest.mark.parametrize("name", WITH_TREES)
def test_an_element_of_any_size_is_read_or_refused(name: str) -> None:
    target = TARGETS[name]
    for lead, roots in trees(name):
        for node in list(nodes(roots)):
            whole = node.value
            for nasty in NASTY:
                node.value = nasty
                with suppress(*target.allowed):
                    target.parse(lead + b"".join(root.encoded() for root in roots))
            node.value = whole
