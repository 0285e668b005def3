"""What a list of reports is asked for, and the conditions that it comes to; ``inbox_plan`` makes the SQL."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.workflow import State
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
    UNOWNED = "unowned"
    UNACCEPTED = "unaccepted"


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

    ``supervised`` narrows it to the reports that a number of supervision counted, ``idle`` to those that a
    unit was given and does nothing about, whenever it is asked.
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
    idle: bool = False

    @property
    def is_quick(self) -> bool:
        """Whether nothing but the quick filter narrows it."""
        narrowed = self.organisation or self.states or self.category or self.ward or self.supervised
        return not (narrowed or self.idle or self.search.strip())


ORDER: dict[SortKey, tuple[str, ...]] = {
    SortKey.DUE: ("due_key", "number"),
    SortKey.RECEIVED: ("number",),
    SortKey.CODE: ("code", "number"),
    SortKey.PRIORITY: ("priority_key", "due_key", "number"),
    SortKey.TITLE: ("title_key", "number"),
}
"""The columns of each order; the last makes it strict."""


@dataclass(frozen=True, slots=True)
class Part:
    """One condition on a row ``i`` of the inbox, with its values.

    ``subset`` asks the same of the whole inbox as a query for row ids that an index answers, and takes the
    same values; empty where there is no such index. ``span`` stands for a condition on nothing but the row
    id, as what follows it (``>= ?``). Where ``excluded`` the subset is what must not be listed.
    """

    clause: str
    values: tuple[object, ...] = ()
    subset: str = ""
    span: str = ""
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A quick filter and parts that all hold; ``match`` is a full-text query."""

    parts: tuple[Part, ...] = ()
    match: str = ""
    filter: QuickFilter = QuickFilter.ALL

    def __and__(self, other: Condition) -> Condition:
        """Both; of two quick filters the second becomes a part."""
        parts, chosen = self.parts + other.parts, self.filter
        if chosen is QuickFilter.ALL:
            chosen = other.filter
        elif other.filter not in (QuickFilter.ALL, chosen):
            parts += (marked(other.filter),)
        return Condition(parts, self.match or other.match, chosen)


def one_of(column: str, values: tuple[object, ...]) -> Part:
    """Return the part that wants ``column``, which has an index of its own, to be one of ``values``."""
    marks = f"{column} IN ({', '.join('?' * len(values))})"
    return Part(f"i.{marks}", values, f"SELECT number FROM inbox INDEXED BY inbox_{column} WHERE {marks}")


def received(span: str, micros: int) -> Part:
    """Return the part that wants the time of receipt, which row ids are, within ``span`` (``>= ?``)."""
    subset = f"SELECT number FROM inbox INDEXED BY inbox_all_received WHERE number {span}"
    return Part(f"i.number {span}", (micros,), subset, span)


def marked(quick: QuickFilter) -> Part:
    """Return the part that wants the mark of a quick filter."""
    subset = f'SELECT number FROM inbox INDEXED BY inbox_{quick}_received WHERE "{quick}" = 1'
    return Part(f'i."{quick}" = 1', (), subset)


def counted_in(supervised: Supervised) -> Part:
    """Return the part that wants the reports which a number of supervision counted."""
    sql, values = numbers(supervised)
    return Part(f"+i.number IN ({sql})", values, sql)


def conditions(query: InboxQuery) -> Condition:
    """Return what ``query`` asks besides its search."""
    return Condition(tuple(_parts(query)), filter=query.filter)


def _parts(query: InboxQuery) -> Iterator[Part]:
    if query.states:
        yield Part(f"i.state IN ({', '.join('?' * len(query.states))})", query.states)
    if query.organisation is not None:
        yield Part("i.organisation = ?", (query.organisation,))
    if query.category is not None:
        yield one_of("category", (query.category,))
    if query.ward is not None:
        yield one_of("ward", (query.ward,))
    if query.supervised is not None:
        yield counted_in(query.supervised)
