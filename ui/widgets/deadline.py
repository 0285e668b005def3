"""A due time in words and tone: *còn 2 LV*, *hôm nay*, *quá hạn 3 LV* (LV: working days)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from desktop_app.domain.deadlines import ZONE, Calendar, working_days_left
from ui.language import translate
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text, span_text, time_text

SOON = 2
"""Working days before due from which the mark turns to caution."""


@dataclass(frozen=True, slots=True)
class DeadlineMark:
    """Words for a row (``short``), words for a sentence (``long``), and the tone of both."""

    short: str
    long: str
    tone: Tone


def timed_mark(due: datetime, now: datetime, calendar: Calendar) -> DeadlineMark:
    """Return how a timed case stands, counted in working days; a year without a calendar is said."""
    mark, day = _counted(due, now, calendar), due.astimezone(ZONE).date()
    if calendar.covers(day):
        return mark
    short = translate("Deadline", "{words} (provisional)").format(words=mark.short)
    long = translate("Deadline", "{words} (provisional: no calendar of {year} yet)")
    return DeadlineMark(short, long.format(words=mark.long, year=day.year), mark.tone)


def _counted(due: datetime, now: datetime, calendar: Calendar) -> DeadlineMark:
    left = _days_left(now.astimezone(ZONE).date(), due.astimezone(ZONE).date(), now >= due, calendar)
    if left < 0:
        return DeadlineMark(
            translate("Deadline", "{days} WD late").format(days=-left),
            translate("Deadline", "working days overdue: {days}").format(days=-left),
            Tone.DANGER,
        )
    if left == 0:
        return DeadlineMark(translate("Deadline", "today"), translate("Deadline", "due today"), Tone.CAUTION)
    return DeadlineMark(
        translate("Deadline", "{days} WD left").format(days=left),
        translate("Deadline", "working days left: {days}").format(days=left),
        Tone.CAUTION if left <= SOON else Tone.GOOD,
    )


def instant_mark(due: datetime, now: datetime) -> DeadlineMark:
    """Return how an instant case stands, counted in minutes, hours and days."""
    late = now >= due
    span = span_text(now - due if late else due - now)
    text = translate("Deadline", "{span} late") if late else translate("Deadline", "{span} left")
    words = text.format(span=span)
    return DeadlineMark(words, words, Tone.DANGER if late else Tone.CAUTION)


def accept_mark(until: datetime, now: datetime) -> DeadlineMark:
    """Return how it stands with accepting what a unit was given: it comes before all else."""
    if now >= until:
        return DeadlineMark(
            translate("Deadline", "not accepted in time"),
            translate("Deadline", "should have been accepted by {moment}").format(moment=moment_text(until)),
            Tone.DANGER,
        )
    today = until.astimezone(ZONE).date() == now.astimezone(ZONE).date()
    short = time_text(until) if today else moment_text(until)
    return DeadlineMark(
        translate("Deadline", "accept by {moment}").format(moment=short),
        translate("Deadline", "to be accepted by {moment}").format(moment=moment_text(until)),
        Tone.CAUTION,
    )


@lru_cache(maxsize=4096)
def _days_left(today: date, due_day: date, overdue: bool, calendar: Calendar) -> int:
    """``working_days_left`` by day: a list of thousands shares a few hundred answers."""
    due = datetime.combine(due_day, time(12), tzinfo=ZONE)
    now = datetime.combine(today, time(13) if overdue else time(11), tzinfo=ZONE)
    return working_days_left(now.astimezone(UTC), due.astimezone(UTC), calendar)
