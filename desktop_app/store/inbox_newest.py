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
from desktop_app.store.inbox_query import Condition, InboxQuery, Part, SortKey, received

_AMONG: Final = (4, 64, 512)
"""So many times as many reports as are wanted: what is not met among the most of them is not common."""
_SINCE: Final = "SELECT number FROM inbox INDEXED BY inbox_all_received ORDER BY number DESC LIMIT 1 OFFSET ?"


def newest(
    connection: Connection,
    query: InboxQuery,
    condition: Condition,
    measured: Callable[[Part], int],
    whole: int,
    limit: int,
) -> array[int] | None:
    """Return the first ``limit`` of a search that lists the newest first.

    None for any other list, and where there are not so many among the last reports: then all are asked.
    ``measured`` tells the size of a subset, ``whole`` that of the inbox.
    """
    if not (condition.match and query.descending and query.sort is SortKey.RECEIVED):
        return None
    if LONG_BEGINNING.search(condition.match):
        return None  # all its documents are gathered, whichever are asked for
    oldest_first = replace(query, descending=False)
    for reports in (times * limit for times in _AMONG):
        since = connection.value(_SINCE, (reports,))
        if since is None:
            return None
        last = received(">= ?", since)
        measured_too = _knowing(last, reports, measured)
        found = plan(oldest_first, condition & Condition((last,)), measured_too, whole, limit)
        numbers = list(dict.fromkeys(number for (number,) in connection.rows(found.sql, found.values)))
        if len(numbers) >= limit:
            return array("q", numbers[: -limit - 1 : -1])
    return None


def _knowing(known: Part, size: int, measured: Callable[[Part], int]) -> Callable[[Part], int]:
    return lambda part: size if part == known else measured(part)
