"""Search text → condition: operators become SQL, names become ids by the directory; so does what is idle."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import and_

from desktop_app.domain.deadlines import ZONE
from desktop_app.domain.folding import fold
from desktop_app.domain.organisation import Category, Unit
from desktop_app.domain.standing import idle_since, idle_within
from desktop_app.store.directory import Directory
from desktop_app.store.inbox_plan import excluding
from desktop_app.store.inbox_query import Condition, Part, QuickFilter, counted_in, one_of, received
from desktop_app.store.moments import to_micros
from desktop_app.store.search_syntax import Narrowing, Operator, full_text, parse, read_day, split_words
from desktop_app.store.search_text import tag_term
from desktop_app.store.supervised import Asked, Measure, Supervised

WARDS = frozenset({"ward", "commune", "community_board"})
_ONE_DAY = timedelta(days=1)
_OVERDUE, _TODAY = "quahan", "homnay"


class SearchCompiler:
    """Compiles what a person typed, with the names that the directory holds now."""

    def __init__(self, directory: Directory, now: Callable[[], datetime]) -> None:
        self._directory = directory
        self._now = now
        self._compile: dict[Operator, Callable[[Narrowing], Condition]] = {
            Operator.CODE: _code,
            Operator.WARD: self._ward,
            Operator.CATEGORY: self._category,
            Operator.DUE: self._due,
            Operator.UNIT: self._unit,
            Operator.SOURCE: _source,
            Operator.FROM: _from,
            Operator.TO: _to,
            Operator.TAG: _tag,
        }

    def compile(self, text: str) -> Condition:
        """Return the condition; empty for empty text. Raises ``SearchSyntax`` with what is wrong where."""
        found = parse(text)
        conditions = [self._compiled(each) for each in found.narrowings]
        unwanted = (Condition(match=full_text((word,), unfinished=False)) for word in found.excluded)
        conditions += [Condition((excluding(each),)) for each in unwanted]
        match = " ".join(filter(None, [found.match, *(c.match for c in conditions)]))
        return Condition(match=match) & reduce(and_, conditions, Condition())

    def idle(self) -> Part:
        """Return the part that wants what is idle now, by the days of each field."""
        now, calendar = self._now(), self._directory.calendar()
        own = idle_within(now, calendar, self._directory.categories())
        asked = Asked(now, idle_since(now, calendar), idle_within=own)
        return counted_in(Supervised(asked, Measure.IDLE))

    def _compiled(self, asked: Narrowing) -> Condition:
        wanted = self._compile[asked.operator](asked)
        return Condition((excluding(wanted),)) if asked.excluded else wanted

    def _ward(self, asked: Narrowing) -> Condition:
        wards = [unit for unit in self._directory.units() if unit.kind in WARDS or unit.code == asked.value]
        return _one_of("ward", _named(wards, asked.value), asked, "search_no_such_ward")

    def _unit(self, asked: Narrowing) -> Condition:
        return _one_of(
            "lead_unit", _named(self._directory.units(), asked.value), asked, "search_no_such_unit"
        )

    def _category(self, asked: Narrowing) -> Condition:
        found = _named(self._directory.categories(), asked.value)
        return _one_of("category", found, asked, "search_no_such_category")

    def _due(self, asked: Narrowing) -> Condition:
        word = fold(asked.value).replace(" ", "")
        if word == _OVERDUE:
            return Condition(filter=QuickFilter.OVERDUE)
        if word == _TODAY:
            return Condition(filter=QuickFilter.DUE_TODAY)
        today = self._now().astimezone(ZONE).date()
        if word.isdecimal() and len(word) <= 3:
            return _due_within(0, _midnight(today + timedelta(days=int(word) + 1)))
        day = _day(asked)
        return _due_within(_midnight(day), _midnight(day + _ONE_DAY))


def _due_within(first: int, end: int) -> Condition:
    within = "due_key >= ? AND due_key < ?"
    subset = f"SELECT number FROM inbox INDEXED BY inbox_all_due WHERE {within}"
    return Condition((Part("i.due_key >= ? AND i.due_key < ?", (first, end), subset),))


def _code(asked: Narrowing) -> Condition:
    """The code's words by the index, then the code itself."""
    words = tuple(split_words(asked.value))
    pattern = asked.value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    like = Part("i.code LIKE ? ESCAPE '\\'", (f"%{pattern}%",))
    return Condition((like,), full_text(words, unfinished=True))


def _tag(asked: Narrowing) -> Condition:
    return Condition(match=full_text((tag_term(asked.value),), unfinished=False))


def _source(asked: Narrowing) -> Condition:
    return Condition((one_of("source", (fold(asked.value),)),))


def _from(asked: Narrowing) -> Condition:
    return Condition((received(">= ?", _midnight(_day(asked))),))


def _to(asked: Narrowing) -> Condition:
    return Condition((received("< ?", _midnight(_day(asked) + _ONE_DAY)),))


def _named(items: Iterable[Unit | Category], asked: str) -> list[str]:
    """Ids of the items that are called so: by id, or by a part of the name, with or without diacritics."""
    wanted = fold(asked).replace(" ", "")
    return [item.id for item in items if asked == item.id or wanted in fold(item.name).replace(" ", "")]


def _one_of(column: str, ids: list[str], asked: Narrowing, fault: str) -> Condition:
    if not ids:
        raise asked.fault(fault)
    return Condition((one_of(column, tuple(ids)),))


def _day(asked: Narrowing) -> date:
    day = read_day(asked.value)
    if day is None:
        raise asked.fault("search_bad_date")
    return day


def _midnight(day: date) -> int:
    return to_micros(datetime.combine(day, time(), tzinfo=ZONE))
