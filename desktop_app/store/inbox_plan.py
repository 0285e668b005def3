"""How a list is read from a store of any size: which index leads, and what is looked up on the way. Pure.

Four ways:

- *follow*: the words' own index, which answers in the order of receipt;
- *rank*: a subset by deadline or receipt, which need nothing but two narrow indexes;
- *gather*: the rows of a small subset, sorted;
- *walk*: the index of the order, each entry tested, until there are enough.

A test on the way is a look into a subset made ready beforehand, or, where that costs more, at the row.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf, prod
from typing import Final

from desktop_app.store.inbox_query import ORDER, Condition, InboxQuery, Part, QuickFilter, SortKey, marked
from desktop_app.store.search_text import NOTE_BITS, NOTES

FEW: Final = 2_000
"""Rows that are quickly looked up one by one."""
AT_ONCE: Final = 16_000
"""Row ids of a subset that are ranked, or made ready to look into, within a page's time."""
COUNTED: Final = 150_000
"""As far as a subset is counted: from here on it is met soon enough on any way."""
_READY, _ROW, _WORDS = 0.25, 20.0, 40.0
"""Microseconds: for one row id of a subset made ready, for a look at a row, for one at its words."""
_NEVER: Final = 1 << 62
_NUMBER: Final = f"s.rowid >> {NOTE_BITS}"
FOUND: Final = f"SELECT rowid >> {NOTE_BITS} AS number FROM search_index WHERE search_index MATCH ?"
FOUND_HERE: Final = (
    "EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH ? "
    f"AND rowid BETWEEN i.number << {NOTE_BITS} AND (i.number << {NOTE_BITS}) + {NOTES})"
)
LONG_BEGINNING: Final = re.compile(r'\w{4}"\*')
"""The beginning of a word that is in no prefix index: each look would gather all words that begin so."""


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL that yields row ids in order, with its values; ids of one report follow each other."""

    sql: str
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sized:
    """A part with the size of its subset."""

    part: Part
    size: int


def subsets(condition: Condition) -> tuple[Part, ...]:
    """Return the parts that can be asked for on their own, the search and the quick filter among them."""
    return tuple(part for part in _every(condition) if part.subset and not part.excluded)


def excluding(condition: Condition) -> Part:
    """Return the part that wants no report that meets ``condition``."""
    clauses, values = whole_condition(condition)
    every = _every(condition)
    subset = every[0].subset if len(every) == 1 and not every[0].span else ""
    return Part(f"NOT coalesce(({clauses}), 0)", values, subset, excluded=bool(subset))


def without_subsets(condition: Condition, measured: Callable[[Part], int]) -> Condition:
    """Return ``condition`` with plain clauses for what it excludes: a few made ready, more looked for."""
    return replace(condition, parts=tuple(_plainly(part, measured) for part in condition.parts))


def _plainly(part: Part, measured: Callable[[Part], int]) -> Part:
    if not part.excluded:
        return part
    return Part(in_subset("i.number", part) if measured(part) <= AT_ONCE else part.clause, part.values)


def whole_condition(condition: Condition) -> tuple[str, tuple[object, ...]]:
    """Return the condition as clauses on one row ``i``, with its values."""
    every = _every(condition)
    return " AND ".join(part.clause for part in every) or "1", values_of(every)


def size_of(part: Part) -> Statement:
    """Return the statement that counts a subset, as far as it matters."""
    return counted(part, COUNTED)


def counted(part: Part, most: int) -> Statement:
    """Return the statement that counts a subset as far as ``most``."""
    return Statement(f"SELECT count(*) FROM ({part.subset} LIMIT {most})", part.values)


def plan(
    query: InboxQuery, condition: Condition, measured: Callable[[Part], int], whole: int, limit: int | None
) -> Statement:
    """Return how to read the first ``limit`` rows of the list, all for None.

    ``measured`` tells the size of a subset (``size_of``), ``whole`` that of the inbox.
    """
    if not (condition.parts or condition.match):
        return _walk(query, condition, [], [])
    out = [part for part in condition.parts if part.excluded and (limit is None or measured(part) <= AT_ONCE)]
    plain = [part for part in condition.parts if part not in out and (part.excluded or not part.subset)]
    if condition.match and query.sort is SortKey.RECEIVED:
        rest = [part for part in subsets(condition) if part.subset != FOUND]
        return _follow(query, condition, by_size(rest, measured), (out, plain), limit)
    sized = by_size(subsets(condition), measured)
    expected = prod((min(1.0, each.size / max(whole, 1)) for each in sized), start=float(whole))
    if sized and not plain and query.sort in _RANKED and (limit is None or sized[0].size < COUNTED // 3):
        return _rank(query, [*(each.part for each in sized), *out])
    if sized and expected <= FEW:
        return _gather(query, [*(each.part for each in sized), *out], plain)
    steps = inf if limit is None else limit * whole / max(expected, 1.0)
    lead = [each for each in sized if each.part != marked(condition.filter)]
    ready = [each.part for each in lead if not each.part.span and _worth(each, condition, steps)]
    looks = [each.part for each in lead if each.part not in ready]
    return _walk(query, condition, [*ready, *out], [*looks, *plain])


_RANKED: Final = frozenset({SortKey.DUE, SortKey.RECEIVED})


def _every(condition: Condition) -> list[Part]:
    """The search first, then the quick filter, then the rest."""
    found = [Part(FOUND_HERE, (condition.match,), FOUND)] if condition.match else []
    if condition.filter is not QuickFilter.ALL:
        found.append(marked(condition.filter))
    return [*found, *condition.parts]


def by_size(parts: Sequence[Part], measured: Callable[[Part], int]) -> list[Sized]:
    """Return the parts with the sizes of their subsets, the smallest first."""
    return sorted((Sized(part, measured(part)) for part in parts), key=lambda each: each.size)


def _worth(each: Sized, condition: Condition, steps: float) -> bool:
    """Tell whether making the subset ready costs less than so many looks."""
    look = _ROW
    if each.part.subset == FOUND:
        look = inf if LONG_BEGINNING.search(condition.match) else _WORDS
    return each.size * _READY <= steps * look


def _follow(
    query: InboxQuery,
    condition: Condition,
    sized: list[Sized],
    others: tuple[list[Part], list[Part]],
    limit: int | None,
) -> Statement:
    """What is found lies in the order of receipt already; ``others`` are made ready, and looked at."""
    out, plain = others
    steps = inf if limit is None else limit * COUNTED / max(sized[0].size, 1) if sized else 0
    spans = [each.part for each in sized if each.part.span]
    ready = [each.part for each in sized if not each.part.span and _worth(each, condition, steps)]
    looks = [each.part for each in sized if each.part not in (*spans, *ready)] + plain
    ready += out
    rows = f" CROSS JOIN inbox AS i ON i.number = {_NUMBER}" if looks else ""
    clauses = ["search_index MATCH ?", *(f"s.rowid {part.span} << {NOTE_BITS}" for part in spans)]
    clauses += [*(in_subset(_NUMBER, part) for part in ready), *(part.clause for part in looks)]
    sql = f"SELECT {_NUMBER} AS number FROM search_index AS s{rows} WHERE {' AND '.join(clauses)}"
    sql += f" ORDER BY s.rowid {_direction(query)}"
    return Statement(sql, (condition.match, *values_of([*spans, *ready, *looks])))


def _rank(query: InboxQuery, parts: Sequence[Part]) -> Statement:
    """The smallest subset, tested against the others, in the order of deadlines or receipt."""
    first, *others = parts
    direction = _direction(query)
    order = f"d.number {direction}"
    if query.sort is SortKey.DUE:
        due = "(SELECT due_key FROM inbox INDEXED BY inbox_open WHERE open = 1 AND number = d.number)"
        order = f"coalesce({due}, {_NEVER}) {direction}, {order}"
    where = " AND ".join(in_subset("d.number", part) for part in others) or "1"
    sql = f"SELECT d.number AS number FROM ({first.subset}) AS d WHERE {where} ORDER BY {order}"
    return Statement(sql, (*first.values, *values_of(others)))


def _gather(query: InboxQuery, parts: Sequence[Part], plain: list[Part]) -> Statement:
    """The rows of the smallest subset that are in the others too, sorted."""
    first, *others = parts
    clauses = [in_subset("d.number", part) for part in others] + [part.clause for part in plain]
    sql = f"SELECT i.number AS number FROM ({first.subset}) AS d CROSS JOIN inbox AS i ON i.number = d.number"
    sql += f" WHERE {' AND '.join(clauses) or '1'} ORDER BY {order_of(query)}"
    return Statement(sql, (*first.values, *values_of(others), *values_of(plain)))


def _walk(query: InboxQuery, condition: Condition, ready: list[Part], looks: list[Part]) -> Statement:
    """Each quick filter has an index of its own for each order: that one leads."""
    quick = condition.filter
    clauses = [] if quick is QuickFilter.ALL else [marked(quick).clause]
    leader = query.sort is SortKey.RECEIVED
    clauses += [in_subset("i.number", part, leads=leader and part is ready[0]) for part in ready]
    clauses += [part.clause for part in looks]
    where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
    sql = f"SELECT i.number AS number FROM inbox AS i INDEXED BY inbox_{quick}_{query.sort}{where}"
    return Statement(f"{sql} ORDER BY {order_of(query)}", values_of([*ready, *looks]))


def in_subset(number: str, part: Part, *, leads: bool = False) -> str:
    """The clause that looks whether ``number`` is in a part's subset, or is not in what it excludes.

    Unless it ``leads`` SQLite must not seek by it (unary plus): it would seek each pair of two subsets in an
    index of numbers, which is one of numbers twice: nine minutes for a ward and a field of a million reports.
    """
    if part.span:
        return f"{number} {part.span}"
    return f"{'' if leads else '+'}{number} {'NOT IN' if part.excluded else 'IN'} ({part.subset})"


def values_of(parts: Sequence[Part]) -> tuple[object, ...]:
    """Return the values of all parts, one after the other."""
    return tuple(value for part in parts for value in part.values)


def _direction(query: InboxQuery) -> str:
    return "DESC" if query.descending else "ASC"


def order_of(query: InboxQuery) -> str:
    """Return the columns of a list's order, of a row ``i``."""
    return ", ".join(f"i.{column} {_direction(query)}" for column in ORDER[query.sort])
