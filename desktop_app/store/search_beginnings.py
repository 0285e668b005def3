"""An unfinished word of four letters and more, spelled out: the words of the index that begin so.

Shorter beginnings have indexes of their own. For a longer one FTS5 gathers every document of every word that
begins so before it tells the first: a hundred milliseconds in a million reports, at each letter. Of words
that are named it tells the newest documents at once.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.store.connection import Connection
from desktop_app.store.search_words import words_from

MOST: Final = 12
"""Words spelled out; of a beginning with more, none has many documents, and FTS5 may gather them."""
TERM: Final = re.compile(r'"[^"]*"\*?')
"""A word or phrase of a full-text query, perhaps a beginning."""
_BEGINNING: Final = re.compile(r'"(\w{4,})"\*')


def spelled_out(connection: Connection, match: str) -> str:
    """Return the full-text query ``match`` (terms side by side) with its long beginning as whole words."""
    terms = TERM.findall(match)
    begun = next((found for term in terms if (found := _BEGINNING.fullmatch(term))), None)
    words = words_from(connection, begun[1], MOST) if begun else []
    if begun is None or not words:
        return match
    either = " OR ".join(f'"{word}"' for word in words)
    return " AND ".join(f"({either})" if term == begun[0] else term for term in terms)
