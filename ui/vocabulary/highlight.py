"""Where the words of a search stand in a text that is shown, with or without diacritics. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop_app.domain.folding import fold
from desktop_app.store.search_syntax import SearchSyntax, parse

Span = tuple[int, int]
"""First place, and the place after the last."""
_GOES_ON = "*"
_LATIN: Final = re.compile(r"[\n -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2029]*")
"""Letters of which none is dropped by folding: as many after it as before stand where they stood."""


def terms_of(search: str) -> tuple[str, ...]:
    """Return the folded words and phrases that ``search`` looks for, ``*`` after one that may go on.

    Operators narrow and are shown nowhere.
    """
    try:
        found = parse(search)
    except SearchSyntax:
        return ()
    words = list(found.words)
    if found.unfinished:
        words[-1] += _GOES_ON
    return tuple(dict.fromkeys(words))


def spans(text: str, terms: Sequence[str]) -> list[Span]:
    """Return where the words that ``terms`` mean stand, from the left; of one that goes on, its beginning."""
    if not terms:
        return []
    folded = fold(text)
    found = {span for term in terms for span in _places(folded, term)}
    if found and not (len(folded) == len(text) and _LATIN.fullmatch(text)):
        letters = [place for place, letter in enumerate(text) for _ in fold(letter)]
        found = {(letters[start], letters[end - 1] + 1) for start, end in found}
    return sorted(found)


def _places(folded: str, term: str) -> list[Span]:
    """Return where the word stands that ``term`` is, or begins."""
    word = term.removesuffix(_GOES_ON)
    if " " in word:
        return _phrases(folded, word, goes_on=word != term)
    found: list[Span] = []
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        begins = start == 0 or not folded[start - 1].isalnum()
        ends = end == len(folded) or not folded[end].isalnum()
        if begins and (ends or word != term):
            found.append((start, end))
        start = folded.find(word, start + 1)
    return found


def _phrases(folded: str, phrase: str, *, goes_on: bool) -> list[Span]:
    """Return where the words of a phrase follow each other, whatever signs stand between them."""
    between = r"[\W_]+".join(re.escape(word) for word in phrase.split(" "))
    end = "" if goes_on else r"(?![^\W_])"
    return [found.span() for found in re.finditer(rf"(?<![^\W_]){between}{end}", folded)]
