"""A search in the order of deadlines led by its rarer words, where others stand in most of a million reports.

FTS5 meets several words by going through every document of each: 70 ns a document, 80 ms for two words of
600 000. The rarer words alone find some ten thousands much sooner; of these, those that come first in the
order are asked one by one for the whole search, until a screen is found.
"""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from typing import Final

from desktop_app.store.connection import Connection
from desktop_app.store.inbox_glance import MET, SCREEN, SPARE, entries_of
from desktop_app.store.inbox_plan import FOUND, FOUND_HERE, Statement
from desktop_app.store.inbox_query import InboxQuery, QuickFilter
from desktop_app.store.search_beginnings import TERM

WANTED: Final = 2 * SCREEN
"""Rows of a page that is found so: each that stands in it, and some that do not, are asked one by one."""
COMMON: Final = 250_000
"""Documents of a word from which on it is not gone through."""
MOST: Final = 40_000
"""What the rarer words may find: it is taken in hand whole."""
_ASKED: Final = 4
"""So many times as much as the whole search finds at most: else too many are asked in vain."""
_PROBED: Final = 300
_OLDEST: Final = f"SELECT count(*), count(DISTINCT number), max(number) FROM ({FOUND} LIMIT {_PROBED})"
_AMONG: Final = "SELECT count(*) FROM inbox INDEXED BY inbox_all_received WHERE number <= ?"


def led(connection: Connection, query: InboxQuery, match: str, whole: int) -> Statement | None:
    """Return what reads the first ``WANTED`` that ``match`` finds of all reports, or some of them.

    None where another way is quicker. ``whole`` is the size of the inbox.
    """
    terms = TERM.findall(match)
    if whole < COMMON or " ".join(terms) != match:
        return None
    rare = [term for term in terms if _size(connection, term, whole) < COMMON]
    leading = " ".join(rare)
    if not rare or leading == match:
        return None
    found, lead = _size(connection, match, whole), _size(connection, leading, whole)
    entries = SPARE * WANTED * whole / max(found, 1)
    if entries > MET or lead > min(MOST, _ASKED * found):
        return None
    index = entries_of(query, QuickFilter.ALL, int(entries))
    sql = f"SELECT i.number AS number FROM ({index}) AS i WHERE i.number IN ({FOUND}) AND {FOUND_HERE}"
    return Statement(sql, (leading, match))


def _size(connection: Connection, match: str, whole: int) -> int:
    """How many reports ``match`` finds, judged by its share of the oldest; exactly where they are few."""
    ((documents, reports, last),) = connection.rows(_OLDEST, (match,))
    if documents < _PROBED:
        return int(reports)
    return int(reports * whole // connection.value(_AMONG, (last,)))
