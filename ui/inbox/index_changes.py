"""The least a list has to tell its view when the ids behind it change: removals, one reordering, insertions.

Pure: no Qt. Applied one after the other to the old ids, the changes give the new ones, so a selected
row stays selected and the scroll position stands while news comes in.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_PIECE: Final = 1 << 14
"""Ids handled in one go."""


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


@dataclass(frozen=True, slots=True)
class Growth:
    """Rows ``first`` to ``last`` come, more than there were; ``ids`` are all rows then, to be taken as is.

    The rest of a million ids would else be copied on the main thread.
    """

    first: int
    last: int
    ids: array[int]


Change = Removal | Reordering | Insertion | Growth


def changes(old: array[int], new: array[int]) -> Iterator[Change]:
    """Yield what turns ``old`` into ``new``; each id occurs at most once in either.

    What both begin and end with is passed over, so that a million ids with news in one place take no time;
    the rest goes piece by piece, so that other threads go on meanwhile.
    """
    begins = _alike(old, new)
    ends = _alike_at_the_end(old, new, min(len(old), len(new)) - begins)
    gone, more = len(old) - begins - ends, len(new) - begins - ends
    if not gone and more > len(old):
        yield Growth(begins, begins + more - 1, new)
        return
    left, came = old[begins : begins + gone], new[begins : begins + more]
    if not (left and came):
        if left:
            yield Removal(begins, begins + len(left) - 1)
        if came:
            yield Insertion(begins, came)
        return
    before, after = _set(left), _set(came)
    for first, last in reversed(list(_runs(left, after))):
        yield Removal(begins + first, begins + last)
    stay = array("q", (key for key in came if key in before))
    if stay != array("q", (key for key in left if key in after)):
        yield Reordering(new[:begins] + stay + new[len(new) - ends :])
    for first, last in _runs(came, before):
        yield Insertion(begins + first, came[first : last + 1])


def _alike(one: array[int], other: array[int]) -> int:
    """Return how many ids both begin with."""
    most = min(len(one), len(other))
    for start in range(0, most, _PIECE):
        end = min(most, start + _PIECE)
        if one[start:end] != other[start:end]:
            return next(place for place in range(start, end) if one[place] != other[place])
    return most


def _alike_at_the_end(one: array[int], other: array[int], most: int) -> int:
    """Return how many ids both end with, of ``most``."""
    for start in range(0, most, _PIECE):
        end = min(most, start + _PIECE)
        tails = [ids[len(ids) - end : len(ids) - start] for ids in (one, other)]
        if tails[0] != tails[1]:
            return start + _alike(*(tail[::-1] for tail in tails))
    return max(0, most)


def _set(ids: array[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(ids), _PIECE):
        found.update(ids[start : start + _PIECE])
    return found


def _runs(ids: Sequence[int], known: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of neighbouring rows whose id is not in ``known``, in rising order."""
    first: int | None = None
    for row, key in enumerate(ids):
        if key not in known:
            first = row if first is None else first
        elif first is not None:
            yield first, row - 1
            first = None
    if first is not None:
        yield first, len(ids) - 1
