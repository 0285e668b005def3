"""How a list is read from a store of any size: which index leads, and what is looked up on the way. Pure.

Four ways:

- *follow*: the words' own index, which answers in the order of receipt;
- *rank*: a subset (or what a search found) by deadline or receipt, which need nothing but two narrow indexes;
- *gather*: the rows of a small subset, sorted;
- *walk*: the index of the order, each entry tested, until there are enough.

A test on the way is a look into a subset made ready beforehand, or, where the subset is large, at the row.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

from desktop_app.store.inbox_query import ORDER, Condition, InboxQuery, Part, QuickFilter, SortKey, marked
from desktop_app.store.search_text import NOTE_BITS, NOTES

FEW: Final = 2_000
"""Rows that are quickly looked up one by one."""
MANY: Final = 50_000
"""A subset from this size on is not made ready before the first screen: its rows are met soon enough."""
_NEVER: Final = 1 << 62
_FOUND: Final = f"SELECT rowid >> {NOTE_BITS} AS number FROM search_index WHERE search_index MATCH ?"
_FOUND_HERE: Final = (
    "EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH ? "
    f"AND rowid BETWEEN i.number << {NOTE_BITS} AND (i.number << {NOTE_BITS}) + {NOTES})"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL that yields row ids in order, with its values; ids of one report follow each other."""

    sql: str
    values: tuple[object, ...]


def subsets(condition: Condition) -> tuple[Part, ...]:
    """Return the parts that can be asked for on their own, the search and the quick filter among them."""
    return tuple(part for part in _every(condition) if part.subset)


def whole_condition(condition: Condition) -> tuple[str, tuple[object, ...]]:
    """Return the condition as clauses on one row ``i``, with its values."""
    every = _every(condition)
    return " AND ".join(part.clause for part in every) or "1", _values(every)


def size_of(part: Part) -> Statement:
    """Return the statement that counts a subset, as far as it matters."""
    return Statement(f"SELECT count(*) FROM ({part.subset} LIMIT {MANY + 1})", part.values)


def plan(
    query: InboxQuery, condition: Condition, measured: Callable[[Part], int], whole: int, *, all_of_it: bool
) -> Statement:
    """Return how to read the list; ``measured`` tells the size of a subset, ``whole`` that of the inbox.

    ``all_of_it``: every row is wanted, not the first screens.
    """
    if not (condition.parts or condition.match):
        return _walk(query, condition, [], [], all_of_it=all_of_it)
    parts = list(subsets(condition))
    plain = [part for part in condition.parts if not part.subset]
    if condition.match and query.sort is SortKey.RECEIVED:
        return _follow(query, condition, _by_size(parts[1:], measured), plain)
    by_size = _by_size(parts, measured)
    expected = prod((min(1.0, size / max(whole, 1)) for size, _ in by_size), start=float(whole))
    ready = [part for _, part in by_size]
    if parts and query.sort in _RANKED and not plain and (all_of_it or by_size[0][0] < MANY):
        return _rank(query, ready)
    if parts and expected <= FEW:
        return _gather(query, ready, plain)
    return _walk(query, condition, by_size, plain, all_of_it=all_of_it)


Sized = list[tuple[int, Part]]


def _by_size(parts: Sequence[Part], measured: Callable[[Part], int]) -> Sized:
    return sorted(((measured(part), part) for part in parts), key=lambda pair: pair[0])


_RANKED: Final = frozenset({SortKey.DUE, SortKey.RECEIVED})


def _every(condition: Condition) -> list[Part]:
    """The search first, then the quick filter, then the rest."""
    found = [Part(_FOUND_HERE, (condition.match,), _FOUND)] if condition.match else []
    if condition.filter is not QuickFilter.ALL:
        found.append(marked(condition.filter))
    return [*found, *condition.parts]


def _follow(query: InboxQuery, condition: Condition, sized: Sized, plain: list[Part]) -> Statement:
    """What is found lies in the order of receipt already."""
    tests, looks = _split(sized, most=MANY)
    rows = f" CROSS JOIN inbox AS i ON i.number = s.rowid >> {NOTE_BITS}" if looks or plain else ""
    clauses = ["search_index MATCH ?", *(f"s.rowid >> {NOTE_BITS} IN ({part.subset})" for part in tests)]
    clauses += [part.clause for part in (*looks, *plain)]
    sql = (
        f"SELECT s.rowid >> {NOTE_BITS} AS number FROM search_index AS s{rows} WHERE {' AND '.join(clauses)}"
    )
    sql += f" ORDER BY s.rowid {_direction(query)}"
    return Statement(sql, (condition.match, *_values(tests), *_values(looks), *_values(plain)))


def _rank(query: InboxQuery, parts: Sequence[Part]) -> Statement:
    """The smallest subset, tested against the others, in the order of deadlines or receipt."""
    first, *others = parts
    where = " AND ".join(f"d.number IN ({part.subset})" for part in others) or "1"
    direction = _direction(query)
    order = f"d.number {direction}"
    if query.sort is SortKey.DUE:
        due = "(SELECT due_key FROM inbox INDEXED BY inbox_open WHERE open = 1 AND number = d.number)"
        order = f"coalesce({due}, {_NEVER}) {direction}, {order}"
    sql = f"SELECT d.number AS number FROM ({first.subset}) AS d WHERE {where} ORDER BY {order}"
    return Statement(sql, (*first.values, *_values(others)))


def _gather(query: InboxQuery, parts: Sequence[Part], plain: list[Part]) -> Statement:
    """The rows of the smallest subset that are in the others too, sorted."""
    first, *others = parts
    clauses = [f"d.number IN ({part.subset})" for part in others] + [part.clause for part in plain]
    sql = f"SELECT i.number AS number FROM ({first.subset}) AS d CROSS JOIN inbox AS i ON i.number = d.number"
    sql += f" WHERE {' AND '.join(clauses) or '1'} ORDER BY {_columns(query)}"
    return Statement(sql, (*first.values, *_values(others), *_values(plain)))


def _walk(
    query: InboxQuery, condition: Condition, sized: Sized, plain: list[Part], *, all_of_it: bool
) -> Statement:
    """Each quick filter has an index of its own for each order: that one leads."""
    lead = [] if condition.filter is QuickFilter.ALL else [marked(condition.filter)]
    rest = [(size, part) for size, part in sized if part not in lead]
    tests, looks = _split(rest, most=None if all_of_it else MANY)
    clauses = [part.clause for part in lead] + [f"i.number IN ({part.subset})" for part in tests]
    clauses += [part.clause for part in (*looks, *plain)]
    by = f"INDEXED BY inbox_{condition.filter}_{query.sort}"
    if not lead and query.sort is SortKey.RECEIVED:
        by = "NOT INDEXED"
    where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
    sql = f"SELECT i.number AS number FROM inbox AS i {by}{where} ORDER BY {_columns(query)}"
    return Statement(sql, (*_values(tests), *_values(looks), *_values(plain)))


def _split(sized: Sized, most: int | None) -> tuple[list[Part], list[Part]]:
    """Those to be made ready as a subset, and those to be looked at row by row."""
    ready = [part for size, part in sized if most is None or size <= most]
    return ready, [part for _, part in sized if part not in ready]


def _values(parts: Sequence[Part]) -> tuple[object, ...]:
    return tuple(value for part in parts for value in part.values)


def _direction(query: InboxQuery) -> str:
    return "DESC" if query.descending else "ASC"


def _columns(query: InboxQuery) -> str:
    return ", ".join(f"i.{column} {_direction(query)}" for column in ORDER[query.sort])
