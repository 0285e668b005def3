"""Trees are mutated element by element, with lengths that stay right."""

from __future__ import annotations

from random import Random

import pytest

from cardio import tlv
from tests.fuzz.trees import mutated

LEAF = tlv.encode(0x04, b"x" * 200)
TREE = tlv.encode(0x30, tlv.encode(0x02, b"\x01") + tlv.encode(0x30, LEAF))


def all_mutations(tree: bytes) -> set[bytes]:
    return {mutated(tree, Random(seed), lambda held: held + b"\x00") for seed in range(300)}


def test_every_mutation_is_a_tree_again() -> None:
    seen = all_mutations(TREE)
    for found in seen:
        assert all(tag for tag, _ in tlv.elements(found))
    assert len(seen) > 12
    assert b"" in seen, "all of it dropped"


def test_the_deepest_element_is_reached_and_the_others_stay() -> None:
    def around(deepest: bytes) -> bytes:
        return tlv.encode(0x30, tlv.encode(0x02, b"\x01") + tlv.encode(0x30, deepest))

    seen = all_mutations(TREE)
    assert around(b"") in seen
    assert around(LEAF + LEAF) in seen
    assert around(tlv.encode(0x04, b"")) in seen
    assert around(tlv.encode(0x04, b"x" * 200 + b"\x00")) in seen


@pytest.mark.parametrize("size", [0, 127, 128, 255, 256, 70_000])
def test_lengths_of_any_size_stay_right(size: int) -> None:
    leaf = tlv.encode(0x7F49, bytes(size))
    assert leaf + leaf in {mutated(leaf, Random(seed), bytes) for seed in range(100)}


def test_what_is_no_tree_is_left_alone() -> None:
    for data in (b"", b"\x30", b"\x30\x05\x01", b"\x5f\x81", b"\x30\x82\x01", b"\x30\x88" + b"\xff" * 8):
        assert mutated(data, Random(1), bytes) == data
