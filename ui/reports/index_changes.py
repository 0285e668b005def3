"""The least a list has to tell its view when the ids behind it change: removals, one reordering, insertions.

Pure: no Qt. Applied one after the other to the old ids, the changes give the new ones, so a selected
row stays selected and the scroll position stands while news comes in.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows ``first`` to ``last`` (both included) go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reordering:
    """The rows that stay stand in this order from now on."""

    ids: array[int]


@dataclass(frozen=True, slots=True)
class Insertion:
    """``ids`` come to stand from row ``first`` on."""

    first: int
    ids: array[int]


Change = Removal | Reordering | Insertion


def changes(old: Sequence[int], new: Sequence[int]) -> Iterator[Change]:
    """Yield what turns ``old`` into ``new``; each id occurs at most once in either."""
    if old == new:
        return
    before, after = set(old), set(new)
    for first, last in reversed(list(_runs(old, before - after))):
        yield Removal(first, last)
    stay = array("q", (key for key in new if key in before))
    if stay != array("q", (key for key in old if key in after)):
        yield Reordering(stay)
    for first, last in _runs(new, after - before):
        yield Insertion(first, array("q", new[first : last + 1]))


def _runs(ids: Sequence[int], wanted: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of neighbouring rows whose id is in ``wanted``, in rising order."""
    first: int | None = None
    for row, key in enumerate(ids):
        if key in wanted:
            first = row if first is None else first
        elif first is not None:
            yield first, row - 1
            first = None
    if first is not None:
        yield first, len(ids) - 1
