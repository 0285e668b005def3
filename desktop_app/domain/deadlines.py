"""Working days, the city's calendar, and due dates.

A deadline of *n* working days is the *n*-th working day after the day of distribution (that day
itself is not counted), at 17:00 Asia/Ho_Chi_Minh; overdue from then. Weekends and public holidays
are skipped; a weekend day declared working (*làm bù*) counts.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Final
from zoneinfo import ZoneInfo

import resources

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DUE_HOUR = time(17, 0)
DEFAULT_WORKING_DAYS = 7
ACCEPT_WORKING_HOURS = 4
IDLE_WORKING_DAYS = 2
REOPEN_WORKING_DAYS = 2
INSTANT_MINUTES = 30
"""What holds in a category that says nothing else (``organisation.Category``)."""
WRITTEN: Final = (2021, 2028)
"""The first and last year of the fallback calendar that is written down."""
WRITTEN_IN: Final = "working_days.json"
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Holidays and declared working weekends between ``first`` and ``last`` (inclusive).

    ``provisional`` marks the fallback that no server has confirmed.
    """

    id: str
    first: date
    last: date
    holidays: frozenset[date]
    working_weekends: frozenset[date] = frozenset()
    provisional: bool = False

    def covers(self, day: date) -> bool:
        """Tell whether the calendar knows the year of ``day``; outside it only weekends count."""
        return self.first <= day <= self.last

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on ``day``."""
        if day in self.holidays:
            return False
        return _is_weekday(day) or day in self.working_weekends


@lru_cache(maxsize=4)
def default_calendar(first_year: int = WRITTEN[0], last_year: int = WRITTEN[1]) -> Calendar:
    """Return the fallback calendar of the ``holidays`` library, marked provisional."""
    written = (first_year, last_year) == WRITTEN
    days = json.loads(resources.read_text(WRITTEN_IN)) if written else library_days(first_year, last_year)
    return Calendar(
        id="fallback",
        first=date(first_year, 1, 1),
        last=date(last_year, 12, 31),
        holidays=frozenset(map(date.fromisoformat, days["holidays"])),
        working_weekends=frozenset(map(date.fromisoformat, days["working_weekends"])),
        provisional=True,
    )


def library_days(first_year: int, last_year: int) -> dict[str, list[str]]:
    """Return the days of these years as the library knows them, in ISO 8601.

    It loads every country of the world: 18 MB, a twentieth of a start. So the years that are needed are
    written down among the resources.
    """
    import holidays

    known = holidays.country_holidays("VN", years=range(first_year, last_year + 1))
    return {
        "holidays": sorted(day.isoformat() for day in known),
        "working_weekends": sorted(day.isoformat() for day in known.weekend_workdays),
    }


def working_days_after(start: date, calendar: Calendar) -> Iterator[date]:
    """Yield the working days after ``start``, without end."""
    day = start
    while True:
        day += timedelta(days=1)
        if calendar.is_working_day(day):
            yield day


def due_date(start: date, working_days: int, calendar: Calendar) -> date:
    """Return the ``working_days``-th working day after ``start``.

    Raises ``ValueError`` where ``working_days`` is not at least 1.
    """
    if working_days < 1:
        raise ValueError(working_days)
    days = working_days_after(start, calendar)
    for _ in range(working_days - 1):
        next(days)
    return next(days)


def due_at(distributed_at: datetime, working_days: int, calendar: Calendar) -> datetime:
    """Return the due time (UTC) of something distributed at ``distributed_at`` (aware)."""
    day = due_date(distributed_at.astimezone(ZONE).date(), working_days, calendar)
    return closing_time(day)


def closing_time(day: date) -> datetime:
    """Return 17:00 of ``day`` in the city's zone, as UTC."""
    return datetime.combine(day, DUE_HOUR, tzinfo=ZONE).astimezone(UTC)


def instant_due_at(distributed_at: datetime, minutes: int = INSTANT_MINUTES) -> datetime:
    """Return when an instant (*tức thời*) case is due."""
    return distributed_at + timedelta(minutes=minutes)


def working_days_left(now: datetime, due: datetime, calendar: Calendar) -> int:
    """Return the working days from today to the due day; 0 is today, negative is overdue.

    On the due day itself after 17:00 the answer is -1: overdue is overdue.
    """
    today, due_day = now.astimezone(ZONE).date(), due.astimezone(ZONE).date()
    if now >= due:
        return -max(1, _working_days_between(due_day, today, calendar))
    return _working_days_between(today, due_day, calendar)


def moved_due(start: datetime, due: datetime, old: Calendar, new: Calendar) -> datetime:
    """Return when something is due under ``new`` that was given from ``start`` to ``due`` under ``old``.

    The working days given stay; the time of day stays. What was due on the day it began stays as it is.
    """
    began, ended = start.astimezone(ZONE), due.astimezone(ZONE)
    days = _working_days_between(began.date(), ended.date(), old)
    if days < 1 or not old.is_working_day(ended.date()):
        return due
    day = due_date(began.date(), days, new)
    return datetime.combine(day, ended.timetz()).astimezone(UTC)


def _working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Return the working days after ``start`` up to ``end``, in a time that does not grow with the span."""
    weeks, rest = divmod(max(0, (end - start).days), 7)
    weekdays = 5 * weeks + sum(_is_weekday(start + timedelta(days=n)) for n in range(1, rest + 1))
    days, sums = _exceptions(calendar)
    return weekdays + sums[bisect_right(days, end)] - sums[bisect_right(days, start)]


@lru_cache(maxsize=4)
def _exceptions(calendar: Calendar) -> tuple[list[date], list[int]]:
    """Return the days that differ from their weekday, in order, and what the first n of them add."""
    off = {day: -1 for day in calendar.holidays if _is_weekday(day)}
    extra = {day: 1 for day in calendar.working_weekends - calendar.holidays if not _is_weekday(day)}
    days = sorted(off | extra)
    return days, list(accumulate(((off | extra)[day] for day in days), initial=0))


def _is_weekday(day: date) -> bool:
    return day.weekday() < _SATURDAY
