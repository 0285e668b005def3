"""The inbox: ids by SQL in the asked order, rows on demand, counts that were kept."""

# ruff: noqa: S608 - the SQL is put together from constants of this package; values are always bound
from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby, islice
from operator import itemgetter

from desktop_app.domain.deadlines import ZONE
from desktop_app.store.database import Database, Transaction
from desktop_app.store.inbox_query import Condition, InboxQuery, QuickFilter, conditions, order, select
from desktop_app.store.inbox_rows import SHOWN, InboxRow, inbox_row
from desktop_app.store.moments import to_micros
from desktop_app.store.search_compiler import SearchCompiler

_CHUNK = 500


class Inbox:
    """Lists over the projected reports; every method may run on any thread."""

    def __init__(self, database: Database, compiler: SearchCompiler, now: Callable[[], datetime]) -> None:
        self._database = database
        self._compiler = compiler
        self._now = now

    def ids(self, query: InboxQuery, limit: int | None = None, offset: int = 0) -> array[int]:
        """Return the row ids that meet ``query``, in its order; raises ``SearchSyntax``."""
        condition = self._condition(query)
        if condition.match:
            return self._searched(query, condition, limit, offset)
        if limit is not None and query.is_quick and offset > limit:
            whole = self.count(query)
            if offset > whole // 2:
                first, length = max(0, whole - offset - limit), max(0, min(limit, whole - offset))
                return self._page(query, condition, length, first, reverse=True)[::-1]
        return self._page(query, condition, -1 if limit is None else limit, offset)

    def _page(
        self, query: InboxQuery, condition: Condition, limit: int, offset: int, *, reverse: bool = False
    ) -> array[int]:
        sql, values = select("i.number", condition)
        sql += order(query, searched=False, reverse=reverse) + " LIMIT ? OFFSET ?"
        with self._database.reading() as connection:
            return array("q", [number for (number,) in connection.rows(sql, (*values, limit, offset))])

    def _searched(
        self, query: InboxQuery, condition: Condition, limit: int | None, offset: int
    ) -> array[int]:
        """The documents in order, each report once: those of one report lie together in every order."""
        sql, values = select("i.number", condition)
        sql += order(query, searched=True)
        end = None if limit is None else offset + limit
        with self._database.reading() as connection:
            reports = (number for number, _ in groupby(connection.iterate(sql, values), key=itemgetter(0)))
            return array("q", islice(reports, offset, end))

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

    def holds(self, query: InboxQuery, report_id: str) -> bool:
        """Tell whether one report meets ``query``: what a list asks when a report changed."""
        condition = self._condition(query) & Condition(("i.id = ?",), (report_id,))
        sql, values = select("1", condition)
        with self._database.reading() as connection:
            return connection.value(sql, values) is not None

    def count(self, query: InboxQuery, stop: int = 1000) -> int:
        """Return how many reports meet ``query``; counting stops at ``stop`` unless it is a quick filter."""
        if query.is_quick:
            return self.counts()[query.filter]
        sql, values = select("DISTINCT i.number", self._condition(query))
        with self._database.reading() as connection:
            return int(connection.value(f"SELECT count(*) FROM ({sql} LIMIT ?)", (*values, stop)))

    def counts(self) -> dict[QuickFilter, int]:
        """Return the size of every quick filter."""
        with self._database.reading() as connection:
            kept = connection.rows("SELECT filter, reports FROM inbox_count")
        found = {QuickFilter(name): int(reports) for name, reports in kept}
        return {each: found.get(each, 0) for each in QuickFilter}

    def refresh_deadlines(self, tx: Transaction) -> None:
        """Touch the reports whose deadline passed, or whose due day began, since they were last marked."""
        now = self._now()
        tomorrow = datetime.combine(now.astimezone(ZONE).date() + timedelta(days=1), time(), tzinfo=ZONE)
        for (report_id,) in tx.connection.rows(
            "SELECT id FROM inbox WHERE open = 1 AND overdue = 0 AND due_key < ? "
            "AND (due_today = 0 OR due_key <= ?)",
            (to_micros(tomorrow), to_micros(now)),
        ):
            tx.touch(report_id)

    def _condition(self, query: InboxQuery) -> Condition:
        return conditions(query) & self._compiler.compile(query.search)
