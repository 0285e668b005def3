"""Groups of reports by when they are due, in the order of the clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum

from desktop_app.domain.deadlines import ZONE
from ui.language import once_per_language, translate

_SUNDAY = 6


class DueGroup(Enum):
    """When a report is due, seen from now."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"
    LATER = "later"
    NONE = "none"


def due_group(due: datetime | None, now: datetime) -> DueGroup:
    """Return the group of a report due at ``due``; weeks end with Sunday in the city's zone."""
    if due is None:
        return DueGroup.NONE
    if due <= now:
        return DueGroup.OVERDUE
    day, today = _day(due), _day(now)
    sunday = today + timedelta(days=_SUNDAY - today.weekday())
    ends = (
        (today, DueGroup.TODAY),
        (today + timedelta(days=1), DueGroup.TOMORROW),
        (sunday, DueGroup.THIS_WEEK),
        (sunday + timedelta(days=7), DueGroup.NEXT_WEEK),
    )
    return next((group for last, group in ends if day <= last), DueGroup.LATER)


@once_per_language
def _words() -> dict[DueGroup, str]:
    return {
        DueGroup.OVERDUE: translate("DueGroup", "Overdue"),
        DueGroup.TODAY: translate("DueGroup", "Due today"),
        DueGroup.TOMORROW: translate("DueGroup", "Tomorrow"),
        DueGroup.THIS_WEEK: translate("DueGroup", "This week"),
        DueGroup.NEXT_WEEK: translate("DueGroup", "Next week"),
        DueGroup.LATER: translate("DueGroup", "Later"),
        DueGroup.NONE: translate("DueGroup", "No deadline running"),
    }


def group_word(group: DueGroup) -> str:
    """Return the group's name."""
    return _words()[group]


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
