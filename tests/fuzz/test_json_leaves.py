"""Every member of every JSON seed, replaced by what no member expects: mutation seldom keeps JSON whole."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from tests.fuzz.targets import TARGETS

Path = tuple[str | int, ...]
MARK = "\N{REPLACEMENT CHARACTER}here"
LONGEST_LEAD = 4
NASTY = (
    *("null", "true", "-1", "1.5", "NaN", "1e999", "9223372036854775808", "1" * 5000, "[]", "{}", "[null]"),
    *('""', '"\\ud800"', '"\\u0000"', '"AAAA"', '"/../.."', '"e30.e30.e30"', '"²"'),
    *('"9999-12-31T23:59:59.999999Z"', '"0001-01-01T00:00:00+14:00"', '"2026-02-30"'),
    "[" * 3000 + "]" * 3000,
    '"' + "9" * 50_000 + '"',
)


def documents(name: str) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """The seeds of a target that are JSON objects, behind the bytes that choose what is done with them."""
    for seed in TARGETS[name].seeds():
        for lead in range(LONGEST_LEAD):
            with suppress(ValueError):
                document = json.loads(seed[lead:])
                if isinstance(document, dict):
                    yield seed[:lead], document
                break


def members(value: object, path: Path = ()) -> Iterator[Path]:
    """Where something stands, at any depth."""
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in pairs:
        yield from members(inner, (*path, name))


def replaced(document: dict[str, Any], path: Path) -> str:
    """The document with a mark in that place, as text."""
    if not path:
        return json.dumps(MARK)
    changed: Any = copy.deepcopy(document)
    place = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = MARK
    return json.dumps(changed)


WITH_JSON = [name for name in TARGETS if any(documents(name))]


def test_most_targets_of_json_are_here() -> None:
    assert len(WITH_JSON) > 15


@pytest.mark.parametrize("name", WITH_JSON)
def test_a_member_of_another_kind_is_refused_by_name(name: str) -> None:
    target = TARGETS[name]
    for lead, document in documents(name):
        for path in members(document):
            text = replaced(document, path)
            for nasty in NASTY:
                data = lead + text.replace(json.dumps(MARK), nasty).encode()
                with suppress(*target.allowed):
                    target.parse(data)
