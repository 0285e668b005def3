"""Mutation of JSON: members go, change their kind or their text, and it stays JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any, Final

KINDS: Final[tuple[Any, ...]] = (
    None,
    True,
    -1,
    0,
    1.5,
    2**63,
    "",
    "a",
    [],
    {},
    [None],
    "9999-12-31T23:59:59Z",
)


def mutated(data: bytes, random: Random, change: Callable[[bytes], bytes]) -> bytes:
    """Return ``data`` with one member gone, of another kind, or changed; itself if it is no JSON."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return data
    places = _places(document)
    if not places:
        return data
    holder, key = random.choice(places)
    way = random.randrange(4)
    if way == 0:
        del holder[key]
    elif way == 1:
        holder[key] = random.choice(KINDS)
    else:
        text = holder[key] if isinstance(holder[key], str) else json.dumps(holder[key])
        holder[key] = change(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    return json.dumps(document).encode()


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 — JSON
    """Every member of every object and list, as holder and key."""
    found: list[tuple[Any, Any]] = []
    pending = [value]
    while pending:
        holder = pending.pop()
        keys = (
            list(holder)
            if isinstance(holder, dict)
            else range(len(holder))
            if isinstance(holder, list)
            else ()
        )
        for key in keys:
            found.append((holder, key))
            pending.append(holder[key])
    return found
