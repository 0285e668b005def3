"""What the person was told, and what they have read of it; kept here alone, and gone with the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain.notices import Notice, NoticeKind, is_urgent, kind_of
from desktop_app.domain.report import Report
from desktop_app.domain.roles import Actor
from desktop_app.store.connection import Connection, Row
from desktop_app.store.database import Database, Transaction
from desktop_app.store.entries import read_entry
from desktop_app.store.moments import from_micros, to_micros
from desktop_app.store.reports import read_report
from desktop_app.store.values import read_value, write_value

KEPT: Final = timedelta(days=30)
MOST: Final = 200
_LINES: Final = 500
_BOOKMARK: Final = "notices.bookmark"
_NEWEST: Final = "SELECT coalesce(max(rowid), 0) FROM entry"
_MOST_STANDING: Final = 500


@dataclass(frozen=True, slots=True)
class _Standing:
    """Told of how things stand, not of what was done: which rows of the inbox, and what makes it another."""

    kind: NoticeKind
    where: str
    subject: str

    @property
    def is_urgent(self) -> bool:
        return self.kind is NoticeKind.INSTANT

    @property
    def untold(self) -> str:
        """The rows it was not told of yet, as SQL."""
        return (
            f"SELECT id, {self.subject} FROM inbox AS i WHERE {self.where} AND NOT EXISTS "  # noqa: S608 - constants
            f"(SELECT 1 FROM notice AS n WHERE n.kind = '{self.kind}' AND n.report_id = i.id "
            f"AND n.subject = CAST(i.{self.subject} AS TEXT))"
        )


_STANDING: Final = (
    _Standing(NoticeKind.INSTANT, "instant = 1 AND new = 1", "number"),
    _Standing(NoticeKind.OVERDUE, "mine = 1 AND overdue = 1", "due_at"),
    _Standing(NoticeKind.DUE_TODAY, "mine = 1 AND due_today = 1", "due_at"),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is to be written down."""

    kind: NoticeKind
    report_id: str
    subject: str
    urgent: bool


class NoticeTable:
    """The tellings of one person. ``look`` runs off the main thread, after each page of the feed."""

    def __init__(self, database: Database, actor: Callable[[], Actor], now: Callable[[], datetime]) -> None:
        self._database = database
        self._actor = actor
        self._now = now

    def look(self, *, first_sync: bool) -> tuple[Notice, ...]:
        """Write down what is to be told since the last look; return it.

        What a first sync brings is no news: the day's page shows how things stand.
        """
        with self._database.reading() as connection:
            before = read_value(connection, _BOOKMARK)
            newest = int(connection.value(_NEWEST) or 0)
            start = min(int(before or newest), newest)
            lines = [] if first_sync else self._lines(connection, start)
            stands = not first_sync and any(
                connection.value(f"SELECT EXISTS ({one.untold})") for one in _STANDING
            )
        silent = before is None or first_sync
        if not lines and not stands and (str(newest) == before or (first_sync and before is None)):
            return ()
        now = self._now()
        with self._database.write() as tx:
            write_value(tx.connection, _BOOKMARK, str(newest))
            told = [self._put(tx, one, now, silent=silent) for one in lines]
            standing = [] if first_sync else self._put_standing(tx, now, silent=silent)
        return () if silent else tuple(one for one in (*told, *standing) if one is not None)

    def begin_anew(self, tx: Transaction) -> None:
        """A first sync is whole: all that stands now counts as told, whatever was looked at before it.

        At once: what comes after it is news, also to a person who leaves before the next look.
        """
        write_value(tx.connection, _BOOKMARK, str(int(tx.connection.value(_NEWEST) or 0)))
        self._put_standing(tx, self._now(), silent=True)

    def _lines(self, connection: Connection, start: int) -> list[_Told]:
        rows = connection.rows(
            "SELECT e.id, e.data, r.data FROM entry AS e JOIN report AS r ON r.id = e.report_id "
            "WHERE e.rowid > ? ORDER BY e.rowid DESC LIMIT ?",
            (start, _LINES),
        )
        told = (self._line(entry_id, line, read_report(report)) for entry_id, line, report in reversed(rows))
        return [one for one in told if one is not None]

    def _line(self, entry_id: str, line: bytes, report: Report) -> _Told | None:
        kind = kind_of(read_entry(line), report, self._actor())
        return None if kind is None else _Told(kind, report.id, entry_id, is_urgent(kind, report))

    def _put(self, tx: Transaction, told: _Told, now: datetime, *, silent: bool) -> Notice | None:
        at = to_micros(now)
        number = tx.connection.value(
            "INSERT INTO notice (at, kind, report_id, subject, urgent, read_at) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING RETURNING number",
            (at, told.kind, told.report_id, told.subject, told.urgent, at if silent else None),
        )
        if number is None:
            return None
        return Notice(number, now, told.kind, told.report_id, told.subject, told.urgent)

    def _put_standing(self, tx: Transaction, now: datetime, *, silent: bool) -> list[Notice]:
        """In silence all that stands counts as told at once; else too much of it waits for the next look."""
        at, told = to_micros(now), list[Notice]()
        for one in _STANDING:
            values = (at, one.kind, one.is_urgent, at if silent else None, -1 if silent else _MOST_STANDING)
            rows = tx.connection.rows(
                f"INSERT INTO notice (at, kind, report_id, subject, urgent, read_at) "  # noqa: S608 - constants
                f"SELECT ?1, ?2, id, CAST({one.subject} AS TEXT), ?3, ?4 FROM ({one.untold}) LIMIT ?5 "
                "RETURNING number, report_id, subject",
                values,
            )
            told += [Notice(number, now, one.kind, id_, what, one.is_urgent) for number, id_, what in rows]
        return told

    # --- reading -------------------------------------------------------------------------------------------

    def newest(self, most: int = MOST) -> list[Notice]:
        """Return the newest first."""
        columns = "number, at, kind, report_id, subject, urgent, read_at"
        sql = f"SELECT {columns} FROM notice ORDER BY number DESC LIMIT ?"  # noqa: S608 - a constant
        with self._database.reading() as connection:
            return [_notice(row) for row in connection.rows(sql, (most,))]

    def unread(self) -> tuple[int, int]:
        """Return how many were not read yet, and how many of those are urgent."""
        with self._database.reading() as connection:
            sql = "SELECT count(*), coalesce(sum(urgent), 0) FROM notice WHERE read_at IS NULL"
            counted = connection.row(sql)
        return (0, 0) if counted is None else (int(counted[0]), int(counted[1]))

    def mark_read(self, numbers: Sequence[int] | None = None) -> None:
        """These were read; None for all of them."""
        at = to_micros(self._now())
        with self._database.write() as tx:
            if numbers is None:
                tx.connection.execute("UPDATE notice SET read_at = ? WHERE read_at IS NULL", (at,))
            for number in numbers or ():
                tx.connection.execute(
                    "UPDATE notice SET read_at = ? WHERE number = ? AND read_at IS NULL", (at, number)
                )

    def mark_report_read(self, tx: Transaction, report_id: str) -> None:
        """The report was opened: what was told of it is read."""
        tx.connection.execute(
            "UPDATE notice SET read_at = ? WHERE report_id = ? AND read_at IS NULL",
            (to_micros(self._now()), report_id),
        )

    def forget(self, tx: Transaction, report_id: str) -> None:
        """The report left the person's sight: nothing told of it stays."""
        tx.connection.execute("DELETE FROM notice WHERE report_id = ?", (report_id,))

    def prune(self) -> None:
        """Forget what was read more than thirty days ago."""
        with self._database.write() as tx:
            tx.connection.execute("DELETE FROM notice WHERE read_at <= ?", (to_micros(self._now() - KEPT),))


def _notice(row: Row) -> Notice:
    number, at, kind, report_id, subject, urgent, read_at = row
    return Notice(
        number, from_micros(at), NoticeKind(kind), report_id, subject, bool(urgent),
        None if read_at is None else from_micros(read_at),
    )  # fmt: skip
