"""The words of the search's index that begin alike, read from the pages on which FTS5 keeps them.

``fts5vocab`` tells them as well, but goes from one word to the next through every page of the first one's
documents: 14 ms after a word of every second report, among a million. The table of pages says at once where
the next word stands. What is read here lies in the file as FTS5 has always written it (``fts5_index.c``,
"Segment leaf"), so it cannot change under stores that exist; the tests hold it against ``fts5vocab``.

A page has a header of two 16-bit numbers, of which the second says where the footer begins; then terms, each
with its documents; in the footer the way from each term to the next. A term is the length that it shares with
the one before (not the page's first), the length of the rest, and the rest. Numbers are SQLite's varints.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Final

from desktop_app.store.connection import Connection

_MAIN: Final = b"0"
"""What terms of the index itself begin with; those of the prefix indexes begin with 1, 2 and 3."""
_PAST: Final = b"\xff"
"""Above every byte of UTF-8."""
_PAGES: Final = """
WITH RECURSIVE part(id) AS (
    SELECT min(segid) FROM search_index_idx
    UNION ALL
    SELECT (SELECT min(segid) FROM search_index_idx WHERE segid > part.id) FROM part WHERE id IS NOT NULL
)
SELECT data.block FROM part
CROSS JOIN search_index_idx AS page ON page.segid = part.id AND page.term < ?2 AND page.term >= coalesce(
    (SELECT max(term) FROM search_index_idx WHERE segid = part.id AND term <= ?1), x'')
CROSS JOIN search_index_data AS data ON data.id = (part.id << 37) + (page.pgno >> 1)
"""
"""Of each part of the index the pages on which terms from the first value to below the second may begin.

A page is entered under what sets its first term off from the page before, beside a bit of another meaning;
pages that a merge is done with are gone, their entries may still be there."""


def words_from(connection: Connection, beginning: str, most: int) -> list[str]:
    """Return the words of the index that begin so, in their order; none where they are more than ``most``."""
    first = _MAIN + beginning.encode()
    end = first + _PAST
    found: set[bytes] = set()
    with closing(connection.iterate(_PAGES, (first, end))) as pages:
        for (page,) in pages:
            found.update(_terms(page, first, end))
            if len(found) > most:
                return []
    return [term[len(_MAIN) :].decode() for term in sorted(found)]


def _terms(page: bytes, first: bytes, end: bytes) -> Iterator[bytes]:
    """Yield the terms of a page from ``first`` to below ``end``."""
    footer, place, term = int.from_bytes(page[2:4], "big"), 0, b""
    while footer < len(page):
        way, footer = _number(page, footer)
        shared, at = _number(page, place + way) if place else (0, way)
        place += way
        size, at = _number(page, at)
        term = term[:shared] + page[at : at + size]
        if term >= end:
            return
        if term >= first:
            yield term


def _number(page: bytes, at: int) -> tuple[int, int]:
    """Return the varint at a place, and the place after it."""
    value = 0
    while (byte := page[at]) > 0x7F:
        value, at = value << 7 | byte & 0x7F, at + 1
    return value << 7 | byte, at + 1
