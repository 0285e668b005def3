"""Where the words of a search stand in a text that is shown, with or without diacritics. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.folding import fold
from desktop_app.store.search_syntax import SearchSyntax, parse

Span = tuple[int, int]
"""First place, and the place after the last."""
_GOES_ON = "*"


def terms_of(search: str) -> tuple[str, ...]:
    """Return the folded words that ``search`` looks for, ``*`` after one that may go on.

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
    letters = [fold(letter) for letter in text]
    folded = "".join(letters)
    places = [place for place, letter in enumerate(letters) for _ in letter]
    found = {(places[start], places[end - 1] + 1) for term in terms for start, end in _places(folded, term)}
    return sorted(found)


def _places(folded: str, term: str) -> list[Span]:
    """Return where the word stands that ``term`` is, or begins."""
    word = term.removesuffix(_GOES_ON)
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
