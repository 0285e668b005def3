"""What a person types into the search field: words and operators. Pure.

    duong ngap phuong:"Thuận Hóa" han:quahan tu:01/03/2026

Words are all required; the last one may be unfinished. Operators: ``ma:`` code, ``phuong:`` ward,
``linhvuc:`` category, ``han:`` deadline (``quahan``, ``homnay``, days, or a date), ``donvi:`` lead unit,
``nguon:`` source, ``tu:`` and ``den:`` days of receipt. Any other ``word:`` is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.folding import fold


class Operator(StrEnum):
    """The operators, as typed."""

    CODE = "ma"
    WARD = "phuong"
    CATEGORY = "linhvuc"
    DUE = "han"
    UNIT = "donvi"
    SOURCE = "nguon"
    FROM = "tu"
    TO = "den"
    TAG = "nhan"


class SearchSyntax(Exception):
    """The text cannot be searched: ``position`` of the fault in it, ``what`` is a code for ``ui.wording``."""

    def __init__(self, position: int, what: str) -> None:
        super().__init__(f"{what} at {position}")
        self.position = position
        self.what = what


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One operator with its value; ``position`` is where the value begins."""

    operator: Operator
    value: str
    position: int

    def fault(self, what: str) -> SearchSyntax:
        """Return the error that says ``what`` is wrong with this value."""
        return SearchSyntax(self.position, what)


@dataclass(frozen=True, slots=True)
class SearchText:
    """The parts of a search: folded words, whether the last is unfinished, operators."""

    words: tuple[str, ...]
    unfinished: bool
    narrowings: tuple[Narrowing, ...]

    @property
    def match(self) -> str:
        """The full-text query for the words, empty where there are none."""
        return full_text(self.words, unfinished=self.unfinished)


_PART = re.compile(r'(?:(?P<operator>[^\W\d_]+):)?(?P<value>"[^"]*"?|[^\s"]+)?')
_WORD = re.compile(r"[^\W_]+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def parse(text: str) -> SearchText:
    """Return the parts of ``text``; raise ``SearchSyntax`` for an operator without a value."""
    words: list[str] = []
    narrowings: list[Narrowing] = []
    for part in _parts(text):
        if isinstance(part, Narrowing):
            narrowings.append(part)
        else:
            words.extend(split_words(part))
    unfinished = (
        bool(words) and text[-1:].isalnum() and not (narrowings and text.endswith(narrowings[-1].value))
    )
    return SearchText(tuple(words), unfinished, tuple(narrowings))


def _parts(text: str) -> Iterator[Narrowing | str]:
    for found in _PART.finditer(text):
        name, value = found["operator"], found["value"] or ""
        operator = _operator(name) if name else None
        if operator is None:
            yield found[0]
            continue
        bare = value.strip('"').strip()
        position = found.end() - len(value)
        if not bare:
            raise SearchSyntax(position, "search_value_missing")
        yield Narrowing(operator, bare, position)


def unknown_operators(text: str) -> Iterator[tuple[str, int]]:
    """Yield every ``word:`` that is no operator, with its position; it is searched as a word."""
    for found in _PART.finditer(text):
        if found["operator"] and found["value"] and _operator(found["operator"]) is None:
            yield found["operator"], found.start()


def _operator(name: str) -> Operator | None:
    folded = fold(name)
    return Operator(folded) if folded in set(Operator) else None


def split_words(text: str) -> list[str]:
    """Return the words of ``text`` as the index knows them."""
    return _WORD.findall(fold(text))


def full_text(words: tuple[str, ...], *, unfinished: bool) -> str:
    """Return the FTS5 query for all of ``words``, the last as a prefix where it is unfinished."""
    quoted = [f'"{word}"' for word in words]
    if quoted and unfinished:
        quoted[-1] += "*"
    return " ".join(quoted)


def read_day(text: str) -> date | None:
    """Return the day written as 2026-03-11 or 11/03/2026, None for anything else."""
    iso, local = _ISO.fullmatch(text), _LOCAL.fullmatch(text)
    if iso is not None:
        year, month, day = iso.groups()
    elif local is not None:
        day, month, year = local.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
