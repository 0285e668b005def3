"""JSON is mutated member by member, and stays JSON."""

from __future__ import annotations

import json
from random import Random

from tests.fuzz.json_trees import mutated

DOCUMENT = json.dumps({"a": [1, {"b": "text"}], "c": None}).encode()


def test_every_mutation_is_json_again() -> None:
    seen = {mutated(DOCUMENT, Random(seed), lambda text: text + b"!") for seed in range(300)}
    assert len(seen) > 20
    assert all(isinstance(json.loads(found), dict) for found in seen)


def test_what_is_no_json_is_left_alone() -> None:
    assert mutated(b"{", Random(1), bytes) == b"{"
    assert mutated(b"7", Random(1), bytes) == b"7"
