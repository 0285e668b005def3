"""Until when a caller is promised an answer, as few choices as one makes while speaking."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from desktop_app.domain.deadlines import ZONE, Calendar, closing_time, due_date
from ui.language import translate
from ui.widgets.when import moment_text

_SOON: Final = timedelta(hours=1)


def moments(now: datetime, calendar: Calendar) -> tuple[tuple[str, str], ...]:
    """Return the choices: a moment as ISO 8601 and its words; the first is no moment at all."""
    today = now.astimezone(ZONE).date()
    soon = (now + _SOON).replace(second=0, microsecond=0)
    closing, next_day = closing_time(today), closing_time(due_date(today, 1, calendar))
    found = [
        ("", translate("Hotline", "no time named")),
        (soon.isoformat(), translate("Hotline", "within the hour")),
    ]
    if closing > soon:
        found.append((closing.isoformat(), translate("Hotline", "today until 17:00")))
    found.append((next_day.isoformat(), translate("Hotline", "the next working day until 17:00")))
    return tuple(found)


def code_of(moment: datetime | None) -> str:
    """Return a moment as the choices name it."""
    return "" if moment is None else moment.isoformat()


def moment_of(code: str) -> datetime | None:
    """Return the moment of a choice; None for none."""
    return datetime.fromisoformat(code) if code else None


def with_kept(choices: tuple[tuple[str, str], ...], kept: datetime | None) -> tuple[tuple[str, str], ...]:
    """Return ``choices`` with the moment of a draft that was begun earlier."""
    code = code_of(kept)
    if kept is None or code in dict(choices):
        return choices
    return (*choices, (code, moment_text(kept)))
