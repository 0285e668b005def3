"""The newest that words find: looked for among the last reports first, then among more of them.

From a document on FTS5 finds as fast as there are hits. Asked for the last ones it goes through every page
of each word's documents first: an index that erases what is deleted may not be entered from its end
(``fts5_index.c``, fts5SegIterReverse). That is 17 ms for the commonest word of a million reports, 52 for a
letter, and grows in step with them; what the last few hundred reports hold does not.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop_app.store.connection import Connection
from desktop_app.store.inbox_plan import LONG_BEGINNING, plan
from desktop_app.store.inbox_query import Condition, InboxQuery, Part, QuickFilter, SortKey, received

_AMONG: Final = (4, 64, 512)
"""So many times as many reports as are wanted: what is not met among the most of them is not common."""
_HOPE: Final = 32
"""Of so many wanted one is met among the second many at least, else the most are not looked at."""
_SINCE: Final = "SELECT number FROM inbox INDEXED BY inbox_all_received ORDER BY number DESC LIMIT 1 OFFSET ?"


def newest(connection: Connection, query: InboxQuery, condition: Condition, limit: int) -> array[int] | None:
    """Return the first ``limit`` of a search for words, within days or not, that lists the newest first.

    None for any other list, and where there are not so many among the last reports: then all are asked.
    """
    if not _is_met_so(query, condition):
        return None
    oldest_first = replace(query, descending=False)
    for times in _AMONG:
        reports = times * limit
        since = connection.value(_SINCE, (reports,))
        if since is None:
            return None
        among = condition & Condition((received(">= ?", since),))
        found = plan(oldest_first, among, _as_many(reports), reports, limit)
        numbers = list(dict.fromkeys(number for (number,) in connection.rows(found.sql, found.values)))
        if len(numbers) >= limit:
            return array("q", numbers[: -limit - 1 : -1])
        if times != _AMONG[0] and len(numbers) * _HOPE < limit:
            return None
    return None


def _as_many(reports: int) -> Callable[[Part], int]:
    """The size of every subset: days narrow the last reports, and are looked at as they come."""
    return lambda _part: reports


def _is_met_so(query: InboxQuery, condition: Condition) -> bool:
    """Words alone lie in the order of receipt; of a long beginning FTS5 gathers all, whatever is asked."""
    plainly = condition.filter is QuickFilter.ALL and all(part.span for part in condition.parts)
    newest_first = query.descending and query.sort is SortKey.RECEIVED
    return bool(condition.match) and newest_first and plainly and not LONG_BEGINNING.search(condition.match)
