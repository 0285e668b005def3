"""Moments and ages as an office writes them: dd/MM/yyyy, 24 hours, in the city's zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desktop_app.domain.deadlines import ZONE
from ui.language import translate

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def day_text(day: date) -> str:
    """Return ``26/11/2026``; a moment is first brought into the city's zone."""
    local = day.astimezone(ZONE) if isinstance(day, datetime) else day
    return f"{local:%d/%m/%Y}"


def moment_text(moment: datetime) -> str:
    """Return ``26/11/2026 17:00``."""
    return f"{moment.astimezone(ZONE):%d/%m/%Y %H:%M}"


def time_text(moment: datetime) -> str:
    """Return ``17:00``."""
    return f"{moment.astimezone(ZONE):%H:%M}"


def span_text(span: timedelta) -> str:
    """Return a positive span in its largest whole unit: minutes, hours or days."""
    if span < _HOUR:
        return translate("When", "{count} min").format(count=max(1, span // _MINUTE))
    if span < _DAY:
        return translate("When", "{count} h").format(count=span // _HOUR)
    return translate("When", "{count} d").format(count=span // _DAY)


def ago_text(moment: datetime, now: datetime) -> str:
    """Return how long ago ``moment`` was: ``just now``, ``5 min ago``, ``3 d ago``."""
    span = now - moment
    if span < _MINUTE:
        return translate("When", "just now")
    return translate("When", "{span} ago").format(span=span_text(span))


def age_text(last_contact: datetime | None, now: datetime) -> str:
    """Return how old the data is; nothing before the first contact."""
    if last_contact is None:
        return ""
    age = max(now - last_contact, timedelta())
    if age < timedelta(minutes=1):
        seconds = int(age.total_seconds())
        return translate("Strip", "data {count} s old").format(count=seconds)
    if age < timedelta(hours=1):
        return translate("Strip", "data {count} min old").format(count=age // timedelta(minutes=1))
    if age < timedelta(days=1):
        return translate("Strip", "data {count} h old").format(count=age // timedelta(hours=1))
    return translate("Strip", "data {count} d old").format(count=age // timedelta(days=1))
