"""What somebody probably meant who typed something that is not there. Pure."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from desktop_app.domain.folding import fold

_ALIKE = 0.72
"""Least likeness (``difflib``'s ratio) of a name to what was typed."""


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """Return the one of ``names`` that is most like ``typed``, diacritics and spaces aside; None for none."""
    by_fold = {fold(name).replace(" ", ""): name for name in names}
    found = get_close_matches(fold(typed).replace(" ", ""), by_fold, n=1, cutoff=_ALIKE)
    return by_fold[found[0]] if found else None


def slips(code: str) -> Iterator[str]:
    """Yield what is one slip of a finger away: two signs swapped, one other, one less, one more.

    Signs other than letters and digits stand where they are.
    """
    for place, sign in enumerate(code):
        if not sign.isalnum():
            continue
        before, after = code[:place], code[place + 1 :]
        if after[:1].isalnum():
            yield before + after[0] + sign + after[1:]
        yield before + after
        for other in _like(sign):
            yield before + other + after
            yield before + other + sign + after
    yield from (code + other for other in string.digits)


def _like(sign: str) -> str:
    return string.digits if sign.isdecimal() else string.ascii_uppercase
