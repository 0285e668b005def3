"""Vietnamese text folded for search: lower case, no diacritics, đ as d.

SQLite's ``remove_diacritics`` does not fold đ, so both the index and the query pass through here.
"""

from __future__ import annotations

import unicodedata

_STROKED = str.maketrans("đĐ", "dD")


def fold(text: str) -> str:
    """Return ``text`` case-folded and stripped of diacritics: ``Đường`` → ``duong``."""
    base = unicodedata.normalize("NFD", text.translate(_STROKED))
    return "".join(ch for ch in base if not unicodedata.combining(ch)).casefold()
