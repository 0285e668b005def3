"""What supervision asks, and its SQL: the same condition counts the reports of a number and lists them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from desktop_app.store.moments import to_micros


class Grouping(StrEnum):
    """By what a table of supervision is divided; the names of the columns."""

    UNIT = "unit"
    WARD = "ward"
    CATEGORY = "category"
    SOURCE = "source"


class Measure(StrEnum):
    """What is counted. The first is everything a unit was given; then finished work, then work under way.

    ``IDLE`` is part of what is under way: no step for too long, or not accepted in time; ``RETURNED`` counts
    what went from unit to unit.
    """

    GIVEN = "given"
    ON_TIME = "on_time"
    EXTENDED = "extended"
    LATE = "late"
    RUNNING = "running"
    RUNNING_EXTENDED = "running_extended"
    OVERDUE = "overdue"
    IDLE = "idle"
    RETURNED = "returned"


COUNTED: Final = tuple(each for each in Measure if each is not Measure.RETURNED)
"""What each line of a table counts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """As of when, and over which period; ``idle_since`` as ``domain.standing`` says. Bounds None are open.

    ``idle_within`` holds the categories that count another number of days, each with its moment.
    A number and its list are both as of ``at``: no deadline passes in between.
    """

    at: datetime
    idle_since: datetime
    begins: datetime | None = None
    ends: datetime | None = None
    idle_within: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Supervised:
    """One number: its measure, and the group it was counted in (``by`` None: in all).

    A returned report's ``value`` is the unit that returned it, ``to_unit`` the one that had it next.
    """

    asked: Asked
    measure: Measure
    by: Grouping | None = None
    value: str | None = None
    to_unit: str | None = None


def numbers(supervised: Supervised) -> tuple[str, tuple[object, ...]]:
    """Return the query for the row ids of the reports that ``supervised`` counted."""
    if supervised.measure is Measure.RETURNED:
        source, at, clauses = "handing", "at", ["1"]
        if supervised.by is not None:
            clauses = ["unit IS ?", "to_unit IS ?"]
        values: tuple[object, ...] = (supervised.value, supervised.to_unit) if supervised.by else ()
    else:
        source, at, clauses = "standing", "given_at", [condition(supervised.measure, supervised.asked)]
        values = ()
        if supervised.by is not None:
            clauses.append(f"{supervised.by} IS ?")
            values = (supervised.value,)
    where = " AND ".join([*clauses, within(at, supervised.asked)])
    return f"SELECT number FROM {source} WHERE {where}", values  # noqa: S608 - constants and numbers


def condition(measure: Measure, asked: Asked) -> str:
    """Return the clause over ``standing`` that ``domain.standing.Track`` answers for one report."""
    at = to_micros(asked.at)
    return {
        Measure.GIVEN: "1",
        Measure.ON_TIME: "finished_at < first_due",
        Measure.EXTENDED: "finished_at >= first_due AND finished_at < due",
        Measure.LATE: "finished_at >= due",
        Measure.RUNNING: f"finished_at IS NULL AND first_due > {at}",
        Measure.RUNNING_EXTENDED: f"finished_at IS NULL AND first_due <= {at} AND due > {at}",
        Measure.OVERDUE: f"finished_at IS NULL AND due <= {at}",
        # only who waits for a unit has acted_at; said, it is an index of few that answers
        Measure.IDLE: f"acted_at IS NOT NULL AND (acted_at <= {_idle_since(asked)} OR accept_due <= {at})",
    }[measure]


def _idle_since(asked: Asked) -> str:
    """The moment as SQL: one for all categories, or the category's own."""
    usual = str(to_micros(asked.idle_since))
    if not asked.idle_within:
        return usual
    own = " ".join(f"WHEN {_quoted(name)} THEN {to_micros(since)}" for name, since in asked.idle_within)
    return f"CASE category {own} ELSE {usual} END"


def _quoted(text: str) -> str:
    """A text as an SQL literal: ids of categories are the centre's words."""
    return "'" + text.replace("'", "''").replace("\0", "") + "'"


def within(column: str, asked: Asked) -> str:
    """Return the clause that keeps ``column`` in the period."""
    bounds = []
    if asked.begins is not None:
        bounds.append(f"{column} >= {to_micros(asked.begins)}")
    if asked.ends is not None:
        bounds.append(f"{column} < {to_micros(asked.ends)}")
    return " AND ".join(bounds) or "1"
