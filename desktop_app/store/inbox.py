"""The inbox: ids by SQL in the asked order, rows on demand, counts that were kept."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import groupby, islice
from operator import itemgetter
from typing import Final

import msgspec

from desktop_app.domain.deadlines import ZONE
from desktop_app.store.connection import Connection
from desktop_app.store.database import Database, Transaction
from desktop_app.store.inbox_glance import PROBED, SCREEN, Hits, glance
from desktop_app.store.inbox_newest import newest
from desktop_app.store.inbox_plan import AT_ONCE, FOUND, Statement, counted, plan, size_of, subsets
from desktop_app.store.inbox_query import Condition, InboxQuery, Part, QuickFilter, SortKey, conditions
from desktop_app.store.inbox_rows import SHOWN, InboxRow, inbox_row
from desktop_app.store.inbox_upkeep import Move, gained, moves
from desktop_app.store.moments import to_micros
from desktop_app.store.search_beginnings import spelled_out
from desktop_app.store.search_compiler import SearchCompiler
from desktop_app.store.search_lead import WANTED, led
from desktop_app.store.search_text import NOTE_BITS

_CHUNK = 500
SURELY_MANY: Final = AT_ONCE * 5 // 4
"""Judged so many, hits are not counted any more."""
_SLICE: Final = 1 << 17
"""Bytes of a long answer that are read in one go; between them other threads go on."""
_decoder = msgspec.json.Decoder(list[int])


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The first ids of a list. ``whole``: there are no more; not ``sure``: only likely to be the first."""

    ids: array[int]
    whole: bool
    sure: bool


class Inbox:
    """Lists over the projected reports; every method may run on any thread."""

    def __init__(self, database: Database, compiler: SearchCompiler, now: Callable[[], datetime]) -> None:
        self._database = database
        self._compiler = compiler
        self._now = now

    def ids(self, query: InboxQuery, limit: int | None = None) -> array[int]:
        """Return the row ids that meet ``query``, in its order, the first ``limit``; raises ``SearchSyntax``.

        All of a million come in about a second: not for the main thread.
        """
        condition = self.condition_of(query)
        with self._database.reading() as connection:
            condition, whole = _spelled(connection, condition), _whole(connection)
            measured = _measuring(connection, size_of)
            last = newest(connection, query, condition, limit) if limit else None
            if last is not None:
                return last
            found = plan(query, condition, measured, whole, limit)
            if limit is None:
                return read_long(connection.value(*_in_one_go(found)))
            return _first(connection, found, limit)

    def first(self, query: InboxQuery, limit: int) -> FirstPage:
        """Return a first page of ``query`` in a page's time, however long it is; raises ``SearchSyntax``."""
        condition = self.condition_of(query)
        with self._database.reading() as connection:
            condition = _spelled(connection, condition)
            whole = _whole(connection)
            if query.sort is SortKey.DUE and condition == Condition(match=condition.match):
                lead = led(connection, query, condition.match, whole)
                ids = _first(connection, lead, min(limit, WANTED)) if lead else array("q")
                if len(ids) >= min(limit, SCREEN):
                    return FirstPage(ids, whole=False, sure=True)
            sizes: dict[Part, int] = {}
            hits = None
            if query.sort is not SortKey.RECEIVED:
                condition, hits = _in_hand(connection, condition, sizes)
            measured = _measuring(connection, lambda part: counted(part, AT_ONCE + 1), sizes)
            last = newest(connection, query, condition, limit)
            if last is not None:
                return FirstPage(last, whole=False, sure=True)
            found = glance(query, condition, measured, whole, limit, hits)
            ids = _first(connection, found.sure, limit) if found.sure else array("q")
            later = found.ranked or found.guess
            if later is None:
                return FirstPage(ids, whole=len(ids) < limit, sure=True)
            if len(ids) >= min(limit, SCREEN):
                return FirstPage(ids, whole=False, sure=True)
            ids, ranked = _first(connection, later, limit), found.ranked is not None
            return FirstPage(ids, whole=ranked and len(ids) < limit, sure=ranked)

    def follow(
        self, query: InboxQuery, ids: array[int], report_ids: Collection[str]
    ) -> tuple[Move, ...] | None:
        """Return how the list ``ids`` changed by what happened to these reports.

        None where that is not known for sure, or quicker asked anew; raises ``SearchSyntax``.
        """
        condition = self.condition_of(query)
        with self._database.reading() as connection:
            found = moves(connection, query, condition, ids, report_ids)
        if found is not None and query.is_quick and len(ids) + gained(found) != self.count(query):
            return None
        return found

    def rows(self, rowids: Sequence[int]) -> list[InboxRow]:
        """Return the rows of these ids in this order; ids that are gone are left out."""
        found: dict[int, InboxRow] = {}
        with self._database.reading() as connection:
            for start in range(0, len(rowids), _CHUNK):
                part = tuple(rowids[start : start + _CHUNK])
                sql = f"SELECT {SHOWN} FROM inbox WHERE number IN ({', '.join('?' * len(part))})"
                found.update((row[0], inbox_row(row)) for row in connection.rows(sql, part))
        return [found[rowid] for rowid in rowids if rowid in found]

    def rowid(self, report_id: str) -> int | None:
        """Return the row id of a report, None when it is not in the inbox."""
        with self._database.reading() as connection:
            found = connection.value("SELECT number FROM inbox WHERE id = ?", (report_id,))
        return None if found is None else int(found)

    def count(self, query: InboxQuery, stop: int = 1000) -> int:
        """Return how many reports meet ``query``; counting stops at ``stop`` unless it is a quick filter."""
        if query.is_quick:
            return self.counts()[query.filter]
        return len(self.ids(replace(query, sort=SortKey.RECEIVED), stop))

    def counts(self) -> dict[QuickFilter, int]:
        """Return the size of every quick filter."""
        with self._database.reading() as connection:
            kept = connection.rows("SELECT filter, reports FROM inbox_count")
        found = {QuickFilter(name): int(reports) for name, reports in kept}
        return {each: found.get(each, 0) for each in QuickFilter}

    def alarming(self, among: Collection[str] = (), most: int = 100) -> list[InboxRow]:
        """Return the instant cases that wait for this person's first look, due first.

        ``among`` are the ids of the reports that are asked about; none: of all.
        """
        known = f"AND id IN ({', '.join('?' * len(among))}) " if among else ""
        sql = f"SELECT number FROM inbox WHERE instant = 1 AND new = 1 {known}ORDER BY due_key LIMIT ?"
        with self._database.reading() as connection:
            found = [number for (number,) in connection.rows(sql, (*among, most))]
        return self.rows(found) if found else []

    def refresh_deadlines(self, tx: Transaction) -> None:
        """Touch the reports whose clock ran out, or whose due day began, since they were last marked."""
        now = self._now()
        tomorrow = datetime.combine(now.astimezone(ZONE).date() + timedelta(days=1), time(), tzinfo=ZONE)
        for (report_id,) in tx.connection.rows(
            "SELECT id FROM inbox WHERE open = 1 AND overdue = 0 AND due_key < ? "
            "AND (due_today = 0 OR due_key <= ?)",
            (to_micros(tomorrow), to_micros(now)),
        ):
            tx.touch(report_id)
        late = "SELECT id FROM inbox WHERE accept_due IS NOT NULL AND unaccepted = 0 AND accept_due <= ?"
        for (report_id,) in tx.connection.rows(late, (to_micros(now),)):
            tx.touch(report_id)

    def condition_of(self, query: InboxQuery) -> Condition:
        """Return what ``query`` asks, its search compiled; raises ``SearchSyntax``."""
        condition = conditions(query) & self._compiler.compile(query.search)
        return condition & Condition((self._compiler.idle(),)) if query.idle else condition


def _first(connection: Connection, found: Statement, limit: int) -> array[int]:
    """The first ``limit`` reports of a statement, each once."""
    with closing(connection.iterate(found.sql, found.values)) as rows:
        reports = (number for number, _ in groupby(rows, key=itemgetter(0)))
        return array("q", islice(reports, limit))


def _spelled(connection: Connection, condition: Condition) -> Condition:
    return replace(condition, match=spelled_out(connection, condition.match))


def _in_hand(
    connection: Connection, condition: Condition, sizes: dict[Part, int]
) -> tuple[Condition, Hits | None]:
    """Return ``condition`` with the ids that its words find, where few; else note in ``sizes`` how many.

    So many that nobody counts them are judged by the oldest: then what is judged, too.
    """
    if not condition.match:
        return condition, None
    found = _after(connection, condition, 0, PROBED)
    hits = _judged(connection, found) if len(found) == PROBED else None
    if hits is None and len(found) == PROBED:
        found += _after(connection, condition, ((found[-1] + 1) << NOTE_BITS), AT_ONCE + 1 - PROBED)
    size = len(found)
    if hits is None and size <= AT_ONCE:
        subset = "SELECT value AS number FROM json_each(?)"
        part = Part(f"i.number IN ({subset})", (msgspec.json.encode(found).decode(),), subset)
        sizes[part] = size
        return replace(condition, match="", parts=(part, *condition.parts)), None
    known = size if hits is None else hits.size
    sizes.update((part, known) for part in subsets(condition) if part.subset == FOUND)
    return condition, hits


def _after(connection: Connection, condition: Condition, document: int, most: int) -> list[int]:
    """The reports that the words find from a document on, the oldest first, as far as ``most``."""
    sql = f"SELECT json_group_array(number) FROM ({FOUND} AND rowid >= ? LIMIT {most})"
    return _decoder.decode(connection.value(sql, (condition.match, document)))


def _judged(connection: Connection, numbers: list[int]) -> Hits | None:
    """Judge by the oldest hits how many there are; None where they are worth being counted."""
    end = "SELECT {end}(number) FROM inbox INDEXED BY inbox_all_received"
    first, last = (connection.value(end.format(end=each)) or 0 for each in ("min", "max"))
    hits = Hits.judged(len(numbers), (numbers[0], numbers[-1]), (first, last))
    return hits if hits is not None and hits.size >= SURELY_MANY else None


def _whole(connection: Connection) -> int:
    return connection.value("SELECT reports FROM inbox_count WHERE filter = ?", (QuickFilter.ALL,)) or 0


def _measuring(
    connection: Connection, size: Callable[[Part], Statement], known: dict[Part, int] | None = None
) -> Callable[[Part], int]:
    """Return what tells the size of a subset, asked once; ``known`` are sizes that need not be asked."""
    sizes = {} if known is None else known

    def measured(part: Part) -> int:
        if part not in sizes:
            asked = size(part)
            sizes[part] = int(connection.value(asked.sql, asked.values))
        return sizes[part]

    return measured


def _in_one_go(found: Statement) -> tuple[str, tuple[object, ...]]:
    """The whole answer as one value: a million rows would cost a million turns of the interpreter."""
    sql = f"SELECT CAST(json_group_array(number) AS BLOB) FROM ({found.sql} LIMIT -1)"
    return sql, found.values


def read_long(text: bytes) -> array[int]:
    """Return the ids of a JSON array, each once where it follows itself; slice by slice."""
    found = array("q")
    start, end = 1, len(text) - 1
    while start < end:
        stop = end if start + _SLICE >= end else text.rindex(b",", start, start + _SLICE)
        part = dict.fromkeys(_decoder.decode(b"[" + text[start:stop] + b"]"))
        if found:
            part.pop(found[-1], None)
        found.extend(part)
        start = stop + 1
    return found
