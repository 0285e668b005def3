"""Help for a search that found nothing: the operator, the name or the code that was probably meant."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.domain.folding import fold
from desktop_app.store.database import Database
from desktop_app.store.directory import Directory
from desktop_app.store.nearness import nearest, slips
from desktop_app.store.search_compiler import WARDS
from desktop_app.store.search_syntax import Narrowing, Operator, SearchSyntax, parse, unknown_operators

_FEW = 400


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``asked`` is not there, ``meant`` is; ``text`` is the whole search put right."""

    asked: str
    meant: str
    text: str


class SearchHelp:
    """Looks among the reports and names that are on this computer; may run on any thread."""

    def __init__(self, database: Database, directory: Directory) -> None:
        self._database = database
        self._names: dict[Operator, Callable[[], Iterable[str]]] = {
            Operator.WARD: lambda: (unit.name for unit in directory.units() if unit.kind in WARDS),
            Operator.UNIT: lambda: (unit.name for unit in directory.units()),
            Operator.CATEGORY: lambda: (category.name for category in directory.categories()),
        }

    def suggest(self, text: str) -> Suggestion | None:
        """Return what was probably meant by ``text``; None when nothing is near enough."""
        for name, start in unknown_operators(text):
            meant = nearest(name, Operator)
            if meant is not None:
                return _put_right(text, start, f"{name}:", f"{meant}:")
        try:
            parts = parse(text).narrowings
        except SearchSyntax:
            return None
        found = (self._meant(text, part) for part in parts)
        return next((each for each in found if each is not None), None) or self._bare_code(text)

    def _meant(self, text: str, part: Narrowing) -> Suggestion | None:
        if part.operator is Operator.CODE:
            meant = self._code(part.value)
        else:
            names = list(self._names.get(part.operator, tuple)())
            wanted = fold(part.value).replace(" ", "")
            there = any(wanted in fold(name).replace(" ", "") for name in names)
            meant = None if there else nearest(part.value, names)
        if meant is None:
            return None
        written = f'"{meant}"' if " " in meant else meant
        return _put_right(text, part.position, part.value, written, meant)

    def _bare_code(self, text: str) -> Suggestion | None:
        """A code typed without its operator."""
        word = text.strip()
        code = self._code(word) if word and " " not in word and any(map(str.isdecimal, word)) else None
        return Suggestion(word, code, code) if code else None

    def _code(self, typed: str) -> str | None:
        """Return the code that is there, a slip of a finger away from the one typed, which is not.

        Of several the one that agrees longest from the left: people begin with care.
        """
        asked = typed.upper()
        tried = list(dict.fromkeys([asked, *slips(asked)]))
        found: list[str] = []
        with self._database.reading() as connection:
            for start in range(0, len(tried), _FEW):
                part = tuple(tried[start : start + _FEW])
                sql = f"SELECT code FROM inbox WHERE code IN ({', '.join('?' * len(part))}) ORDER BY code"
                found += [code for (code,) in connection.rows(sql, part)]
        if asked in found:
            return None
        return max(found, key=lambda code: _agreement(code, asked), default=None)


def _agreement(one: str, other: str) -> int:
    """Return how many signs agree from the left."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _put_right(text: str, start: int, asked: str, written: str, meant: str = "") -> Suggestion:
    """Write ``written`` where ``asked`` stands from ``start`` on, with the quotes around it."""
    end = start + len(asked)
    if text[start : start + 1] == '"':
        end += 2 if text[end + 1 : end + 2] == '"' else 1
    return Suggestion(asked, meant or written, text[:start] + written + text[end:])
