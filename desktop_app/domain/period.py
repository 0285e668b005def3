"""Periods that reports are counted over: days of the city's own calendar, from midnight to midnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desktop_app.domain.deadlines import ZONE


class Span(StrEnum):
    """The usual periods; ``OWN`` is any other, from a day to a day."""

    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_QUARTER = "this_quarter"
    THIS_YEAR = "this_year"
    EVERYTHING = "everything"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both counted; None is open."""

    first: date | None = None
    last: date | None = None

    @property
    def begins(self) -> datetime | None:
        """The first moment in it."""
        return _midnight(self.first) if self.first else None

    @property
    def ends(self) -> datetime | None:
        """The first moment after it."""
        return _midnight(self.last + timedelta(days=1)) if self.last else None


def period_of(span: Span, today: date) -> Period:
    """Return the period that ``span`` is on ``today``; weeks begin on Monday. ``OWN`` has no bounds yet."""
    if span is Span.THIS_WEEK:
        return Period(today - timedelta(days=today.weekday()), today)
    if span is Span.THIS_MONTH:
        return Period(today.replace(day=1), today)
    if span is Span.LAST_MONTH:
        last = today.replace(day=1) - timedelta(days=1)
        return Period(last.replace(day=1), last)
    if span is Span.THIS_QUARTER:
        return Period(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), today)
    return Period(today.replace(month=1, day=1), today) if span is Span.THIS_YEAR else Period()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZONE)
