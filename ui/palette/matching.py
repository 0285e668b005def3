"""Which lines a few letters mean: letters in order, best at the beginnings of words, diacritics or not."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.folding import fold
from ui.palette.entry import Entry, Kind

_KINDS = {kind: place for place, kind in enumerate(Kind)}
_WHOLE, _START, _INSIDE, _SCATTERED = 0, 1, 2, 3
_WIDEST = 3
"""Scattered letters may spread over so many times their number: farther apart they mean nothing."""


def matching(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the entries that ``typed`` may mean, best first; all of them for nothing."""
    wanted = fold(typed).split()
    ranked = [(rank, _KINDS[each.kind], each) for each in entries if (rank := rank_of(each.text, wanted))]
    return [each for *_, each in sorted(ranked, key=lambda found: found[:2])]


def rank_of(text: str, wanted: list[str]) -> tuple[int, ...]:
    """Return how well each of the folded words ``wanted`` is met, less is better; empty when one is not."""
    folded = fold(text)
    initials = "".join(word[0] for word in folded.split())
    if not wanted:
        return (_START,)
    ranks = [_rank(folded, initials, word) for word in wanted]
    return () if None in ranks else (max(_known(ranks)), sum(_known(ranks)), len(folded))


def _known(ranks: list[int | None]) -> list[int]:
    return [rank for rank in ranks if rank is not None]


def _rank(folded: str, initials: str, word: str) -> int | None:
    if folded.startswith(word):
        return _WHOLE
    if f" {word}" in folded or initials.startswith(word):
        return _START
    if word in folded:
        return _INSIDE
    return _SCATTERED if _spread(folded, word) <= _WIDEST * len(word) else None


def _spread(folded: str, word: str) -> int:
    """Return over how many letters ``word`` is spread in ``folded``; far too many when it is not there."""
    first = place = folded.find(word[0])
    for letter in word[1:]:
        place = folded.find(letter, place + 1) if place >= 0 else -1
    return place - first + 1 if place >= 0 else _WIDEST * len(word) + 1
