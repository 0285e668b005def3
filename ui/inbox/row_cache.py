"""Rows of the inbox read in pages when they are first looked at, the least recently used forgotten.

Painting asks for the same few rows again and again; between the pages nothing touches the database.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

PAGE = 32
"""Rows read at once: two or three screens of the list, in a part of a frame."""

CAPACITY = 2048
"""Rows kept: what a person scrolls through in one go."""

Row = TypeVar("Row")


class RowCache(Generic[Row]):
    """Keeps rows by key; ``fetch`` reads the missing ones of a page in one query.

    ``ahead`` is asked to read the pages around the one looked at, and ``put``s them when it has: who goes on
    to them waits for nothing.
    """

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Iterable[tuple[int, Row]]],
        capacity: int = CAPACITY,
        ahead: Callable[[Sequence[int]], None] | None = None,
    ) -> None:
        self._fetch, self._ahead = fetch, ahead
        self._capacity = max(capacity, PAGE)
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._places: dict[int, int] = {}
        self._page = -1
        self._coming: set[int] = set()

    def get(self, ids: Sequence[int], position: int) -> Row | None:
        """Return the row at ``position`` of ``ids``; None when the store has it no more."""
        key = ids[position]
        if key not in self._rows:
            self._load(ids, position)
        row = self._rows.get(key)
        if row is not None:
            self._rows.move_to_end(key)
            self._places[key] = position
        if self._ahead is not None and position // PAGE != self._page:
            self._page = position // PAGE
            self._look_around(ids)
        return row

    def put(self, asked: Iterable[int], rows: Iterable[tuple[int, Row]]) -> None:
        """Take the rows of keys that ``ahead`` was asked for, as far as nothing was cleared meanwhile."""
        self._rows.update((key, row) for key, row in rows if key in self._coming and key not in self._rows)
        self._coming.difference_update(asked)
        self._forget_oldest()

    def place(self, key: int) -> int:
        """Return where the row of ``key`` was when it was last asked for; 0 when it was not."""
        return self._places.get(key, 0)

    def peek(self, key: int) -> Row | None:
        """Return the row of ``key`` if it is here, without reading."""
        return self._rows.get(key)

    def held(self) -> Iterable[tuple[int, Row]]:
        """Return every kept row with its key."""
        return self._rows.items()

    def forget(self, keys: Iterable[int]) -> None:
        """Drop these rows: the next look reads them anew."""
        for key in keys:
            self._rows.pop(key, None)
            self._coming.discard(key)

    def clear(self) -> None:
        """Drop everything but where rows were."""
        self._rows.clear()
        self._coming.clear()
        self._page = -1
        if len(self._places) > self._capacity:
            self._places.clear()

    def _load(self, ids: Sequence[int], position: int) -> None:
        start = position - position % PAGE
        missing = [key for key in ids[start : start + PAGE] if key not in self._rows]
        self._rows.update(self._fetch(missing))
        self._forget_oldest()

    def _look_around(self, ids: Sequence[int]) -> None:
        """Have the page after this one read, and the one before it."""
        for page in (self._page + 1, self._page - 1):
            keys = ids[page * PAGE : (page + 1) * PAGE] if page >= 0 else ()
            missing = [key for key in keys if key not in self._rows and key not in self._coming]
            if missing and self._ahead is not None:
                self._coming.update(missing)
                self._ahead(missing)

    def _forget_oldest(self) -> None:
        while len(self._rows) > self._capacity:
            key, _ = self._rows.popitem(last=False)
            self._places.pop(key, None)
