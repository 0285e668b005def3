"""How a long list changes when a few reports do: each is taken out of its place and put into its new one.

A list of a million ids takes half a second to ask for anew; finding one report's new place takes some twenty
looks at rows.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.store.connection import Connection
from desktop_app.store.inbox_plan import whole_condition
from desktop_app.store.inbox_query import ORDER, Condition, InboxQuery
from desktop_app.store.row_ids import place_of

MOST: Final = 8
"""Reports whose places are worked out one by one; of more, the whole list is asked for anew."""
_GONE_NEARBY: Final = 16
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A row id that stands at ``after`` (None: no longer listed) and stood at ``before`` (None: not listed).

    Moves are carried out one after the other: ``before`` counts in the list as the former ones left it,
    ``after`` in the same list without this row.
    """

    number: int
    before: int | None
    after: int | None


def gained(found: Collection[Move]) -> int:
    """Return by how many rows the list grows."""
    return sum((move.before is None) - (move.after is None) for move in found)


def moves(
    connection: Connection,
    query: InboxQuery,
    condition: Condition,
    ids: array[int],
    report_ids: Collection[str],
) -> tuple[Move, ...] | None:
    """Return the moves that bring ``ids`` up to date with these reports, None where that is not known.

    It is not known of a report that is no longer in the store.
    """
    if not 0 < len(report_ids) <= MOST:
        return None
    keys = _keys(connection, query, condition, report_ids)
    if keys is None:
        return None
    held = ids[:]
    try:
        return tuple(move for move in _carried_out(connection, query, keys, held) if move is not None)
    except _Unsure:
        return None


class _Unsure(Exception):
    """Too many rows around a place are gone: other news is on its way."""


def _keys(
    connection: Connection, query: InboxQuery, condition: Condition, report_ids: Collection[str]
) -> dict[int, Key | None] | None:
    """The row id of each report with its key in the list's order, None for a key that is not listed."""
    marks = ", ".join("?" * len(report_ids))
    known = [
        n for (n,) in connection.rows(f"SELECT number FROM inbox WHERE id IN ({marks})", tuple(report_ids))
    ]
    if len(known) < len(set(report_ids)):
        return None
    clauses, values = whole_condition(condition)
    columns = ", ".join(f"i.{column}" for column in ORDER[query.sort])
    sql = f"SELECT i.number, {columns} FROM inbox AS i WHERE i.id IN ({marks}) AND {clauses}"
    listed = {row[0]: row[1:] for row in connection.rows(sql, (*report_ids, *values))}
    return {number: listed.get(number) for number in known}


def _carried_out(
    connection: Connection, query: InboxQuery, keys: dict[int, Key | None], held: array[int]
) -> Iterator[Move | None]:
    order, waiting = _Order(connection, query), set(keys)
    for number, key in keys.items():
        waiting.discard(number)
        before = place_of(held, number)
        if before is not None:
            del held[before]
        after = None if key is None else order.place(held, key, waiting)
        if after is not None:
            held.insert(after, number)
        yield Move(number, before, after) if before != after else None


class _Order:
    """The order of one list, known by its rows' keys."""

    def __init__(self, connection: Connection, query: InboxQuery) -> None:
        columns = ", ".join(ORDER[query.sort])
        self._connection = connection
        self._descending = query.descending
        self._sql = f"SELECT {columns} FROM inbox WHERE number = ?"

    def place(self, held: array[int], key: Key, waiting: Collection[int]) -> int:
        """Return where a row with ``key`` belongs among ``held``; those still to be moved are passed over."""
        low, high = 0, len(held)
        while low < high:
            middle = (low + high) // 2
            at, other = self._key_near(held, middle, high, waiting)
            if other is not None and (other < key) != self._descending:
                low = at + 1
            else:
                high = middle
        return low

    def _key_near(
        self, held: array[int], first: int, end: int, waiting: Collection[int]
    ) -> tuple[int, Key | None]:
        """The first row from ``first`` on that is where it belongs, with its key; none before ``end``."""
        for at in range(first, min(end, first + _GONE_NEARBY)):
            found = None if held[at] in waiting else self._connection.row(self._sql, (held[at],))
            if found is not None:
                return at, found
        if first + _GONE_NEARBY < end:
            raise _Unsure
        return end, None
