"""Reports around one: of its ward and its time, and those that name its address. Not for the main thread."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.domain.report import Report
from desktop_app.store.database import Database
from desktop_app.store.inbox import Inbox
from desktop_app.store.inbox_query import InboxQuery, SortKey
from desktop_app.store.moments import to_micros
from desktop_app.store.reports import read_report
from desktop_app.store.search_syntax import split_words

_AROUND = 400
_SAME_ADDRESS = 60
_READ = "SELECT r.data FROM inbox AS i JOIN report AS r ON r.number = i.number WHERE "


class Vicinity:
    """Only what the person may see is in their store, so nothing else is ever compared."""

    def __init__(self, database: Database, inbox: Inbox) -> None:
        self._database = database
        self._inbox = inbox

    def around(self, report: Report, within: timedelta) -> list[Report]:
        """Return the newest reports of the ward received within this time of ``report``, itself too."""
        first, last = to_micros(report.received_at - within), to_micros(report.received_at + within)
        sql = _READ + "i.number BETWEEN ? AND ? AND i.ward IS ? ORDER BY i.number DESC LIMIT ?"
        with self._database.reading() as connection:
            rows = connection.rows(sql, (first, last, report.place.unit_code, _AROUND))
        return [read_report(data) for (data,) in rows]

    def lately(self, report: Report, within: timedelta) -> list[Report]:
        """Return the newest reports of any ward received within this time of ``report``."""
        first = to_micros(report.received_at - within)
        sql = _READ + "i.number >= ? ORDER BY i.number DESC LIMIT ?"
        with self._database.reading() as connection:
            return [read_report(data) for (data,) in connection.rows(sql, (first, _AROUND))]

    def naming(self, report: Report) -> list[Report]:
        """Return the newest reports of the ward in which every word of the address stands, of any time."""
        words = split_words(report.place.address or "")
        if len(words) < 2:  # a lone word is a district, not a place
            return []
        query = InboxQuery(
            sort=SortKey.RECEIVED, descending=True, ward=report.place.unit_code, search=" ".join(words) + " "
        )
        numbers = tuple(self._inbox.ids(query, _SAME_ADDRESS))
        if not numbers:
            return []
        sql = f"{_READ}i.number IN ({', '.join('?' * len(numbers))}) ORDER BY i.number DESC"
        with self._database.reading() as connection:
            return [read_report(data) for (data,) in connection.rows(sql, numbers)]
