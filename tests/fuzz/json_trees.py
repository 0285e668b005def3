"""Mutation of JSON: members go, come twice, change their kind or their text, and it stays JSON.

A text changed at random is no hexadecimal or base64 text any more, and what is made of such a text is never
reached: it is changed within its own alphabet, too.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from random import Random
from string import ascii_letters, digits, hexdigits
from typing import Any, Final

Bytes = Callable[[bytes], bytes]
WHOLES: Final = 32
"""One mutation in so many is of the whole document."""

MOST_CHANGED: Final = 4
ALPHABETS: Final = tuple(
    frozenset(letters)
    for letters in (digits, hexdigits[:16], ascii_letters + digits + "+/=", ascii_letters + digits + "-_.")
)
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


def mutated(data: bytes, random: Random, change: Bytes) -> bytes:
    """Return ``data`` with one member gone, doubled, of another kind, or changed; itself if it is no JSON."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return data
    places = _places(document)
    if not places:
        return data
    if not random.randrange(WHOLES):
        return json.dumps(random.choice(KINDS)).encode()
    holder, key = random.choice(places)
    random.choice((_drop, _double, _replace, _alter, _alter, _liken, _liken))(holder, key, random, change)
    return json.dumps(document).encode()


def _drop(holder: Any, key: Any, _random: Random, _change: Bytes) -> None:  # noqa: ANN401 — JSON
    del holder[key]


def _double(holder: Any, key: Any, _random: Random, _change: Bytes) -> None:  # noqa: ANN401 — JSON
    """In a list a member comes twice; that of an object becomes a list of itself."""
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[key] = [holder[key], copy.deepcopy(holder[key])]


def _replace(holder: Any, key: Any, random: Random, _change: Bytes) -> None:  # noqa: ANN401 — JSON
    holder[key] = random.choice(KINDS)


def _alter(holder: Any, key: Any, _random: Random, change: Bytes) -> None:  # noqa: ANN401 — JSON
    text = holder[key] if isinstance(holder[key], str) else json.dumps(holder[key])
    holder[key] = change(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _liken(holder: Any, key: Any, random: Random, _change: Bytes) -> None:  # noqa: ANN401 — JSON
    """A text becomes another of the same length and alphabet, a number one near it; the rest stays."""
    value = holder[key]
    if isinstance(value, str):
        holder[key] = _alike(value, random)
    elif isinstance(value, int):
        holder[key] = value + random.choice((-1, 1))


def _alike(text: str, random: Random) -> str:
    letters = list(text)
    alphabet = next((known for known in ALPHABETS if known.issuperset(letters)), frozenset(letters))
    for _ in range(random.randrange(1, MOST_CHANGED + 1) if letters else 0):
        letters[random.randrange(len(letters))] = random.choice(sorted(alphabet))
    return "".join(letters)


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
