"""The first screens of a list that takes longer to work out than a person waits for a page. Pure.

Where no subset is small, the first entries of the order's own index are tested, as many as there is time for:
what is found stands first for sure, only not all that there is. Where that is less than a screen, the newest
of the smallest subset are ranked among themselves: a guess, until the whole list has come.

Some thousands of known reports by deadline are met in the order's index sooner than all their deadlines are
looked up, each on another page of the store; where they are not met soon, they are ranked after all.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Final

from desktop_app.store.inbox_plan import (
    AT_ONCE,
    FOUND,
    LONG_BEGINNING,
    Sized,
    Statement,
    by_size,
    in_subset,
    order_of,
    plan,
    subsets,
    values_of,
    without_subsets,
)
from desktop_app.store.inbox_query import Condition, InboxQuery, Part, QuickFilter, SortKey, marked
from desktop_app.store.search_text import NOTE_BITS

SCREEN: Final = 16
"""Rows that a person sees at once."""
FEW: Final = 1_000
"""Rows looked at one by one within a page's time: the entries tested, the rows of a guess."""


_LOOK: Final = 15.0
"""Microseconds for each word that is looked for in one row."""
_PAGE: Final = 40_000.0
"""Microseconds of a page's time that may go into looks."""
MET: Final = 20_000
"""Entries of an order's index that are held against a set made ready within a page's time."""
SPARE: Final = 1.5
"""So many times the entries are held against a set that a page is likely met in."""
_ENTRY, _DEADLINE = 0.5, 5.0
"""Microseconds: for an entry met so, for a deadline looked up by its report."""
_NEWEST: Final = 1_500
"""Documents of the newest hits that are guessed from."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What the words of a search find, judged from the oldest of them: how many, and since when the newest.

    ``since`` is the document from which on some ``_NEWEST`` stand. To be asked for hits from a document on
    takes FTS5 as long as they are many; to be asked for the last ones it goes through all.
    """

    size: int
    since: int

    @classmethod
    def judged(cls, oldest: int, within: tuple[int, int], inbox: tuple[int, int]) -> Hits | None:
        """Return the judgement from so many of the oldest hits, ``within`` a first and a last report.

        ``inbox`` is its own first and last report. None where no time lies between the hits.
        """
        spent, whole = within[1] - within[0], inbox[1] - inbox[0]
        if spent <= 0:
            return None
        size = oldest * whole // spent
        back = whole * _NEWEST // max(size, 1)
        return cls(size, (inbox[1] - back) << NOTE_BITS)


PROBED: Final = 1_000
"""The oldest hits, from which all are judged."""


@dataclass(frozen=True, slots=True)
class Glance:
    """``sure`` reads the true first rows: all, unless there is more to be asked where they are too few.

    ``ranked`` reads the true page as well, in more time; ``guess`` reads a likely one.
    """

    sure: Statement | None
    guess: Statement | None = None
    ranked: Statement | None = None


def glance(
    query: InboxQuery,
    condition: Condition,
    measured: Callable[[Part], int],
    whole: int,
    limit: int,
    hits: Hits | None = None,
) -> Glance:
    """Return how to read a first page of ``limit`` rows in time.

    ``measured`` tells the size of a subset as far as ``AT_ONCE`` and one more, ``whole`` that of the inbox;
    ``hits`` what the words find, where they are too many to be gone through.
    """
    followed = bool(condition.match) and query.sort is SortKey.RECEIVED
    sized = [] if followed else by_size(subsets(condition), measured)
    if not sized or _all_small(sized):
        ranked = plan(query, condition, measured, whole, limit)
        entries = _entries_met(query, condition, sized, whole, limit)
        return Glance(_met(query, condition, entries), ranked=ranked) if entries else Glance(ranked)
    condition = without_subsets(condition, measured)
    # of a long word's beginning, a look at one row costs as much as finding all that have it
    looked_at = not LONG_BEGINNING.search(condition.match)
    lead = sized[0] if looked_at else next(each for each in sized if each.part.subset == FOUND)
    others = [part for part in (*subsets(condition), *_plain(condition)) if part != lead.part]
    if lead.size <= FEW:
        return Glance(_gathered(query, lead.part.subset, lead.part, others))
    guess = _gathered(query, _newest(lead.part), lead.part, others)
    entries = FEW
    if hits is not None and condition.match:
        if lead.part.subset == FOUND:
            since = replace(lead.part, values=(*lead.part.values, hits.since))
            guess = _gathered(query, f"{FOUND} AND rowid >= ? LIMIT {2 * _NEWEST}", since, others)
        entries = _entries(condition, hits, whole)
        looked_at = looked_at and entries > 0
    return Glance(_tested(query, condition, entries) if looked_at else None, guess)


def _entries(condition: Condition, hits: Hits, whole: int) -> int:
    """How many entries to test until two screens are likely found; 0 where that takes too long."""
    words = condition.match.count('"') // 2
    most = min(FEW, int(_PAGE / (_LOOK * max(words, 1))))
    wanted = 2 * SCREEN * whole // max(hits.size, 1)
    alone = len(subsets(condition)) == 1 and not _plain(condition)
    if not alone:
        return most
    return max(wanted, SCREEN) if wanted <= most else 0


def _entries_met(query: InboxQuery, condition: Condition, sized: list[Sized], whole: int, limit: int) -> int:
    """How many entries to hold against the sets until a page is likely met; 0 where ranking is quicker."""
    plainly = all(part.subset and not part.excluded for part in condition.parts)
    if query.sort is not SortKey.DUE or not plainly or not _sets(condition):
        return 0
    expected = prod((min(1.0, each.size / max(whole, 1)) for each in sized), start=float(whole))
    entries = next((each.size for each in sized if each.part == marked(condition.filter)), whole)
    wanted = SPARE * limit * entries / max(expected, 1.0)
    worth = wanted <= MET and wanted * _ENTRY < sized[0].size * _DEADLINE
    return int(wanted) if worth else 0


def _met(query: InboxQuery, condition: Condition, most: int) -> Statement:
    """The first entries of the order's index that are in every set; the sets are made ready once."""
    sets, entries = _sets(condition), entries_of(query, condition.filter, most)
    where = " AND ".join(in_subset("w.number", part) for part in sets)
    return Statement(f"SELECT w.number AS number FROM ({entries}) AS w WHERE {where}", values_of(sets))


def _sets(condition: Condition) -> list[Part]:
    """The subsets but the quick filter's, which has its own index for each order."""
    return [part for part in subsets(condition) if part != marked(condition.filter)]


def _all_small(sized: list[Sized]) -> bool:
    """Tell whether all subsets are quickly gone through; one that is a span of row ids need not be."""
    return sized[0].size <= AT_ONCE and all(each.size <= AT_ONCE or each.part.span for each in sized)


def _tested(query: InboxQuery, condition: Condition, most: int = FEW) -> Statement:
    """The first entries of the order's index, each looked at; by receipt it is entered at the span."""
    quick = marked(condition.filter)
    asked = [part for part in (*subsets(condition), *_plain(condition)) if part != quick]
    spans = [part for part in asked if part.span and query.sort is SortKey.RECEIVED]
    looks = [part for part in asked if part not in spans]
    entries = entries_of(query, condition.filter, most, spans)
    rows = f"({entries}) AS i"
    if any(part.subset != FOUND and not part.span for part in looks):
        rows = f"({entries}) AS w CROSS JOIN inbox AS i ON i.number = w.number"
    where = " AND ".join(part.clause for part in looks) or "1"
    return Statement(f"SELECT i.number AS number FROM {rows} WHERE {where}", values_of([*spans, *looks]))


def entries_of(query: InboxQuery, quick: QuickFilter, most: int, spans: Sequence[Part] = ()) -> str:
    """The query for the first entries of an order's index, which each quick filter has for itself."""
    within = [part.clause for part in spans]
    if quick is not QuickFilter.ALL:
        within.append(marked(quick).clause)
    entries = f"SELECT i.number AS number FROM inbox AS i INDEXED BY inbox_{quick}_{query.sort}"
    return f"{entries} WHERE {' AND '.join(within) or '1'} ORDER BY {order_of(query)} LIMIT {most}"


def _gathered(query: InboxQuery, subset: str, lead: Part, others: list[Part]) -> Statement:
    """The rows of a subset that meet the rest, sorted."""
    where = " AND ".join(part.clause for part in others) or "1"
    sql = f"SELECT i.number AS number FROM ({subset}) AS d CROSS JOIN inbox AS i ON i.number = d.number"
    return Statement(f"{sql} WHERE {where} ORDER BY {order_of(query)}", values_of([lead, *others]))


def _newest(part: Part) -> str:
    """The subset's newest, as many as are quickly looked at."""
    return f"{part.subset} ORDER BY {'rowid' if part.subset == FOUND else 'number'} DESC LIMIT {FEW}"


def _plain(condition: Condition) -> list[Part]:
    return [part for part in condition.parts if not part.subset]
