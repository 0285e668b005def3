"""What a person types into the search field: words, phrases, operators, and what is not wanted. Pure.

    duong "ngập sâu" -rac phuong:"Thuận Hóa" -nguon:hotline han:quahan tu:01/03/2026

Words are all required; the last one may be unfinished. Words in quotes follow each other. A minus before a
word, a phrase or an operator leaves out what has it. Operators: ``ma:`` code, ``phuong:`` ward,
``linhvuc:`` category, ``han:`` deadline (``quahan``, ``homnay``, days, or a date), ``donvi:`` lead unit,
``nguon:`` source, ``tu:`` and ``den:`` days of receipt, ``nhan:`` tag. Any other ``word:`` is a word.
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
    """One operator with its value; ``position`` is where the value begins, ``excluded``: not wanted."""

    operator: Operator
    value: str
    position: int
    excluded: bool = False

    def fault(self, what: str) -> SearchSyntax:
        """Return the error that says ``what`` is wrong with this value."""
        return SearchSyntax(self.position, what)


@dataclass(frozen=True, slots=True)
class SearchText:
    """The parts of a search: folded words, whether the last is unfinished, operators, words not wanted.

    A phrase is one of the words, with a blank between those that it is made of.
    """

    words: tuple[str, ...]
    unfinished: bool
    narrowings: tuple[Narrowing, ...]
    excluded: tuple[str, ...] = ()

    @property
    def match(self) -> str:
        """The full-text query for the words, empty where there are none."""
        return full_text(self.words, unfinished=self.unfinished)


@dataclass(frozen=True, slots=True)
class _Said:
    """A part that is no operator, as typed."""

    text: str
    excluded: bool

    @property
    def words(self) -> list[str]:
        """Its words as the index knows them; those of a phrase, or of what is not wanted, are one."""
        found = split_words(self.text)
        return [" ".join(found)] if found and (self.excluded or self.text.startswith('"')) else found


_PART = re.compile(r'(?P<minus>(?<!\S)-)?(?:(?P<operator>[^\W\d_]+):)?(?P<value>"[^"]*"?|[^\s"]+)?')
_WORD = re.compile(r"[^\W_]+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def parse(text: str) -> SearchText:
    """Return the parts of ``text``; raise ``SearchSyntax`` for an operator without a value."""
    parts = list(_parts(text))
    said = [part for part in parts if isinstance(part, _Said)]
    last = parts[-1] if parts else None
    return SearchText(
        words=tuple(word for part in said if not part.excluded for word in part.words),
        unfinished=isinstance(last, _Said) and not last.excluded and text[-1:].isalnum(),
        narrowings=tuple(part for part in parts if isinstance(part, Narrowing)),
        excluded=tuple(word for part in said if part.excluded for word in part.words),
    )


def _parts(text: str) -> Iterator[Narrowing | _Said]:
    for found in _PART.finditer(text):
        if not found[0]:
            continue
        name, value, excluded = found["operator"], found["value"] or "", bool(found["minus"])
        operator = _operator(name) if name else None
        if operator is None:
            yield _Said(found[0].removeprefix("-") if excluded else found[0], excluded)
            continue
        bare = value.strip('"').strip()
        position = found.end() - len(value)
        if not bare:
            raise SearchSyntax(position, "search_value_missing")
        yield Narrowing(operator, bare, position, excluded)


def unknown_operators(text: str) -> Iterator[tuple[str, int]]:
    """Yield every ``word:`` that is no operator, with its position; it is searched as a word.

    An address of the web is none.
    """
    for found in _PART.finditer(text):
        value = found["value"]
        if found["operator"] and value and _operator(found["operator"]) is None and value[:2] != "//":
            yield found["operator"], found.start("operator")


def _operator(name: str) -> Operator | None:
    folded = fold(name)
    return Operator(folded) if folded in set(Operator) else None


def split_words(text: str) -> list[str]:
    """Return the words of ``text`` as the index knows them."""
    return _WORD.findall(fold(text))


def full_text(words: tuple[str, ...], *, unfinished: bool) -> str:
    """Return the FTS5 query for all ``words``, phrases too; the last as a prefix where it is unfinished."""
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
