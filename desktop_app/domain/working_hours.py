"""Working time: 07:30 to 11:30 and 13:30 to 17:00 on working days; what is due in hours counts it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from desktop_app.domain.deadlines import ZONE, Calendar

HALVES: Final = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))


def after_working_hours(start: datetime, hours: float, calendar: Calendar) -> datetime:
    """Return the moment (UTC) at which ``hours`` of working time have passed since ``start`` (aware)."""
    left = timedelta(hours=hours)
    for begins, ends in _halves_from(start.astimezone(ZONE).date(), calendar):
        opens = max(begins, start)
        if ends <= opens:
            continue
        if ends - opens >= left:
            return (opens + left).astimezone(UTC)
        left -= ends - opens
    raise AssertionError("days have no end")


def working_time(start: datetime, end: datetime, calendar: Calendar) -> timedelta:
    """Return how much working time lies between ``start`` and ``end`` (aware)."""
    total = timedelta()
    for begins, ends in _halves_from(start.astimezone(ZONE).date(), calendar):
        if begins >= end:
            return total
        total += max(timedelta(), min(ends, end) - max(begins, start))
    raise AssertionError("days have no end")


def _halves_from(day: date, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    """Yield the halves of working days from ``day`` on, without end."""
    while True:
        if calendar.is_working_day(day):
            for begins, ends in HALVES:
                yield datetime.combine(day, begins, ZONE), datetime.combine(day, ends, ZONE)
        day += timedelta(days=1)
