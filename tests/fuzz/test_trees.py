"""Trees are mutated element by element, with lengths that stay right."""

from __future__ import annotations

from random import Random

from cardio import tlv
from tests.fuzz.trees import mutated, parsed

TREE = tlv.encode(0x30, tlv.encode(0x02, b"\x01") + tlv.encode(0x30, tlv.encode(0x04, b"x" * 200)))


def test_a_tree_is_encoded_as_it_was() -> None:
    assert b"".join(node.encoded() for node in parsed(TREE)) == TREE


def test_every_mutation_is_a_tree_again() -> None:
    seen = set()
    for seed in range(300):
        found = mutated(TREE, Random(seed), lambda held: held + b"\x00")
        assert all(tag for tag, _ in tlv.elements(found))
        seen.add(found)
    assert len(seen) > 12
    assert b"" in seen, "all of it dropped"


def test_what_is_no_tree_is_left_alone() -> None:
    assert mutated(b"\x30\x05\x01", Random(1), bytes) == b"\x30\x05\x01"
