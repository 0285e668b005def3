"""Supervision's tables: how the work that units were given stands, and what went back between them.

Counted over what this store holds, which is what the centre lets its person see: a report that is secret
from them is in no number. A second or so for a million reports: ask off the main thread.
"""

# ruff: noqa: S608 - the SQL is put together from constants and numbers; values are always bound
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.store.database import Database
from desktop_app.store.supervised import COUNTED, Asked, Grouping, Measure, condition, within

Counts = Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One group of a table, None for reports without one, and its numbers."""

    value: str | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class Passage:
    """Reports that ``from_unit`` returned and ``to_unit`` had next (None: nobody yet)."""

    from_unit: str
    to_unit: str | None
    reports: int


class Supervision:
    """Reads the tables; every method may run on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self, by: Grouping, asked: Asked) -> list[Line]:
        """Return the groups of what was given in the period, each with every number of ``COUNTED``."""
        sums = ", ".join(f"coalesce(sum({condition(each, asked)}), 0)" for each in COUNTED)
        sql = f"SELECT {by}, {sums} FROM standing WHERE {within('given_at', asked)} GROUP BY {by}"
        with self._database.reading() as connection:
            rows = connection.rows(sql)
        return [Line(value, dict(zip(COUNTED, counts, strict=True))) for value, *counts in rows]

    def passages(self, asked: Asked) -> list[Passage]:
        """Return what was returned in the period, from which unit to which, the most frequent first."""
        sql = (
            "SELECT unit, to_unit, count(DISTINCT number) FROM handing "
            f"WHERE {within('at', asked)} GROUP BY unit, to_unit ORDER BY 3 DESC, unit, to_unit"
        )
        with self._database.reading() as connection:
            return [Passage(*row) for row in connection.rows(sql)]


def total(lines: Iterable[Line]) -> Counts:
    """Return the sums over ``lines``: each report stands in one of them."""
    listed = list(lines)
    return {each: sum(line.counts[each] for line in listed) for each in COUNTED}


def on_time_share(counts: Counts) -> float | None:
    """Return which part of what should be finished was on time (0 to 1); None where nothing should be.

    What is overdue counts as not on time: nobody improves the share by not answering.
    """
    done = counts[Measure.ON_TIME]
    judged = done + counts[Measure.EXTENDED] + counts[Measure.LATE] + counts[Measure.OVERDUE]
    judged += counts[Measure.RUNNING_EXTENDED]
    return done / judged if judged else None
