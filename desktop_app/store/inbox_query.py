"""What a list of reports is asked for, and the SQL that answers it from an index."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.workflow import State
from desktop_app.store.search_text import NOTE_BITS
from desktop_app.store.supervised import Supervised, numbers


class QuickFilter(StrEnum):
    """The inbox's quick filters. All but ALL and UNSENT and CONFLICT hold open reports only."""

    ALL = "all"
    MINE = "mine"
    UNIT = "unit"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    NEW = "new"
    WAITING_FOR_ME = "waiting"
    INSTANT = "instant"
    CONFLICT = "conflict"
    UNSENT = "unsent"


class SortKey(StrEnum):
    """The inbox's sort orders. Due: open reports by due time, then those without one."""

    DUE = "due"
    RECEIVED = "received"
    CODE = "code"
    PRIORITY = "priority"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """A quick filter in an order, perhaps narrowed further, perhaps searched.

    ``supervised`` narrows it to the reports that a number of supervision counted.
    """

    filter: QuickFilter = QuickFilter.ALL
    sort: SortKey = SortKey.DUE
    descending: bool = False
    organisation: str | None = None
    states: tuple[State, ...] = ()
    category: str | None = None
    ward: str | None = None
    search: str = ""
    supervised: Supervised | None = None

    @property
    def is_quick(self) -> bool:
        """Whether nothing but the quick filter narrows it."""
        narrowed = self.organisation or self.states or self.category or self.ward or self.supervised
        return not (narrowed or self.search.strip())


_ORDER: dict[SortKey, tuple[str, ...]] = {
    SortKey.DUE: ("due_key", "number"),
    SortKey.RECEIVED: ("number",),
    SortKey.CODE: ("code", "number"),
    SortKey.PRIORITY: ("priority_key", "due_key", "number"),
    SortKey.TITLE: ("title_key", "number"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a WHERE clause with its values; ``match`` is a full-text query."""

    clauses: tuple[str, ...] = ()
    values: tuple[object, ...] = ()
    match: str = ""

    def __and__(self, other: Condition) -> Condition:
        return Condition(self.clauses + other.clauses, self.values + other.values, self.match or other.match)


def conditions(query: InboxQuery) -> Condition:
    """Return what ``query`` asks besides its search."""
    parts = list(_parts(query))
    return Condition(tuple(sql for sql, _ in parts), tuple(value for _, values in parts for value in values))


def _parts(query: InboxQuery) -> Iterator[tuple[str, tuple[object, ...]]]:
    if query.filter is not QuickFilter.ALL:
        yield f'i."{query.filter}" = 1', ()
    if query.states:
        yield f"i.state IN ({', '.join('?' * len(query.states))})", query.states
    for column, value in (
        ("organisation", query.organisation),
        ("category", query.category),
        ("ward", query.ward),
    ):
        if value is not None:
            yield f"i.{column} = ?", (value,)
    if query.supervised is not None:
        sql, values = numbers(query.supervised)
        yield f"i.number IN ({sql})", values


def select(wanted: str, condition: Condition) -> tuple[str, tuple[object, ...]]:
    """Return the statement, unordered, that yields ``wanted`` of what meets ``condition``.

    A search yields a report once for each of its documents that match.
    """
    source = "inbox AS i"
    values = condition.values
    clauses = condition.clauses
    if condition.match:
        source = f"search_index AS s CROSS JOIN inbox AS i ON i.number = s.rowid >> {NOTE_BITS}"
        clauses = ("search_index MATCH ?", *clauses)
        values = (condition.match, *values)
    where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
    return f"SELECT {wanted} FROM {source}{where}", values


def order(query: InboxQuery, *, searched: bool, reverse: bool = False) -> str:
    """Return the ORDER BY; a search by receipt follows the index of the words itself."""
    direction = "DESC" if query.descending != reverse else "ASC"
    if searched and query.sort is SortKey.RECEIVED:
        return f" ORDER BY s.rowid {direction}"
    return " ORDER BY " + ", ".join(f"i.{column} {direction}" for column in _ORDER[query.sort])
