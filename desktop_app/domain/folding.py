"""Vietnamese text folded for search: lower case, no diacritics, đ as d.

SQLite's ``remove_diacritics`` does not fold đ, so both the index and the query pass through here. Folding
knows no neighbours (what Unicode reorders is what is dropped), so it is a table filled as letters are met.
"""

from __future__ import annotations

import unicodedata
from typing import Final

MOST_KEPT: Final = 4096
"""Letters remembered: several alphabets; a text of every sign there is does not fill the memory."""

_STROKED: Final = str.maketrans("đĐ", "dD")


class _Letters(dict[int, str]):
    """What each code point folds to, worked out once."""

    def __missing__(self, code: int) -> str:
        folded = _fold_letter(chr(code))
        if len(self) >= MOST_KEPT:
            self.clear()
        self[code] = folded
        return folded


_letters: Final = _Letters()


def fold(text: str) -> str:
    """Return ``text`` case-folded and stripped of diacritics: ``Đường`` → ``duong``."""
    return text.translate(_letters)


def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter.translate(_STROKED))
    return "".join(ch for ch in base if not unicodedata.combining(ch)).casefold()
