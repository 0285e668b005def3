"""JSON is mutated member by member, and stays JSON."""

from __future__ import annotations

import json
from random import Random

import pytest

from tests.fuzz.json_trees import mutated

DOCUMENT = json.dumps({"a": [1, {"b": "text"}], "c": None}).encode()


def all_mutations(document: bytes) -> set[bytes]:
    return {mutated(document, Random(seed), lambda text: text + b"!") for seed in range(600)}


def test_every_mutation_is_json_again() -> None:
    seen = all_mutations(DOCUMENT)
    assert len(seen) > 30
    kinds = {type(json.loads(found)) for found in seen}
    assert {dict, str, int} <= kinds, "the whole document is replaced, too"


def test_a_member_is_doubled() -> None:
    assert b'{"a": [1, 1]}' in all_mutations(b'{"a": [1]}')
    assert b'{"a": ["b", "b"]}' in all_mutations(b'{"a": "b"}')


@pytest.mark.parametrize(
    ("text", "alphabet"), [("0" * 8, "0123456789"), ("af01", "0123456789abcdef"), ("éà", "éà")]
)
def test_a_text_is_changed_within_its_alphabet(text: str, alphabet: str) -> None:
    ways = all_mutations(json.dumps([text], ensure_ascii=False).encode())
    made = [json.loads(found) for found in ways]
    others = {kept[0] for kept in made if isinstance(kept, list) and kept and isinstance(kept[0], str)}
    alike = {other for other in others if len(other) == len(text) and other != text}
    assert len(alike) > 2
    assert all(set(other) <= set(alphabet) for other in alike)


def test_what_is_no_json_is_left_alone() -> None:
    assert mutated(b"{", Random(1), bytes) == b"{"
    assert mutated(b"7", Random(1), bytes) == b"7"
