"""What must not stay in the tree: unfinished work, tests that look away, traces of where it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.house.tree import Module

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|NotImplementedError|placeholder|dummy)\b", re.IGNORECASE)
LOOKS_AWAY = re.compile(r"\bpytest\.mark\.(skip|xfail)\b|\bpytest\.(skip|xfail)\(|\btime\.sleep\(")

# Spelt in pieces so that this file does not name them either.
REGISTRY_HOSTS = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry." + "npm" + "js.org",
    "deb.deb" + "ian.org",
)
WORKSHOP_PLACES = ("/" + "work/main", "/" + "work/shared", "/" + "work/plan", "/" + "opt/pypi")

MAY_SKIP = ("tests/pcsc/",)
"""The real card stack exists on Linux only; there, and in CI always, it is never skipped."""


def unfinished(modules: Iterable[Module]) -> list[str]:
    """Words of unfinished work, as ``path:line: word``."""
    return places(modules, UNFINISHED)


def looking_away(modules: Iterable[Module]) -> list[str]:
    """Tests that are skipped, expected to fail or sleep instead of waiting for a condition.

    A ``skipif`` states its condition and is allowed: some things exist on one system only.
    """
    return [place for place in places(modules, LOOKS_AWAY) if not may_skip(place)]


def may_skip(place: str) -> bool:
    """Whether a skip (never a sleep) is allowed at this place."""
    return place.startswith(MAY_SKIP) and "sleep" not in place


def places(modules: Iterable[Module], pattern: re.Pattern[str]) -> list[str]:
    """Every match of a pattern, as ``path:line: match``."""
    return [
        f"{module.path}:{number}: {match.group()}"
        for module in modules
        for number, line in enumerate(module.source.splitlines(), start=1)
        for match in pattern.finditer(line)
    ]


def foreign_places(text: str) -> list[str]:
    """Package registries' hosts and the workshop's own paths in a text."""
    return [name for name in (*REGISTRY_HOSTS, *WORKSHOP_PLACES) if name in text]
