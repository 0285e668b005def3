"""Working time as one line of minutes: 07:30 to 11:30 and 13:30 to 17:00 on the city's working days.

History is laid out on this line, so that nothing in it happens at night, on a Sunday or at Tết.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta

from desktop_app.domain.deadlines import ZONE, Calendar

MORNING, NOON = time(7, 30), time(13, 30)
MORNING_MINUTES, AFTERNOON_MINUTES = 240, 210
DAY_MINUTES = MORNING_MINUTES + AFTERNOON_MINUTES


class OfficeHours:
    """The working minutes of the ``weeks`` before ``now``, counted from 0; ``end`` is now."""

    def __init__(self, now: datetime, weeks: int, calendar: Calendar) -> None:
        local = now.astimezone(ZONE)
        last = local.date() if local.time() >= MORNING else local.date() - timedelta(days=1)
        span = (last - timedelta(days=n) for n in range(weeks * 7, -1, -1))
        self._days = [day for day in span if calendar.is_working_day(day)]
        self.end = self._minute_of(local)

    def at(self, minute: float) -> datetime:
        """Return the instant (UTC) of a working minute; never before the first or after now."""
        whole, rest = divmod(min(max(minute, 0.0), self.end), DAY_MINUTES)
        if int(whole) == len(self._days):  # now is after closing time: the last minute of the last day
            whole, rest = whole - 1, float(DAY_MINUTES)
        day = self._days[int(whole)]
        start, offset = (MORNING, rest) if rest <= MORNING_MINUTES else (NOON, rest - MORNING_MINUTES)
        local = datetime.combine(day, start, tzinfo=ZONE) + timedelta(minutes=offset)
        return local.astimezone(UTC).replace(microsecond=0)

    def days_ago(self, days: int, minute_of_day: float = 60.0) -> float:
        """Return a minute on the working day ``days`` before today (or before the last working day)."""
        return (len(self._days) - 1 - days) * DAY_MINUTES + minute_of_day

    def _minute_of(self, local: datetime) -> float:
        passed = bisect_right(self._days, local.date() - timedelta(days=1))
        minutes = float(passed * DAY_MINUTES)
        if passed < len(self._days) and self._days[passed] == local.date():
            minutes += _minutes_into(local.date(), local)
        return minutes


def _minutes_into(day: date, local: datetime) -> float:
    since_morning = (local - datetime.combine(day, MORNING, tzinfo=ZONE)).total_seconds() / 60
    since_noon = (local - datetime.combine(day, NOON, tzinfo=ZONE)).total_seconds() / 60
    morning = min(max(since_morning, 0.0), MORNING_MINUTES)
    return morning + min(max(since_noon, 0.0), AFTERNOON_MINUTES)
