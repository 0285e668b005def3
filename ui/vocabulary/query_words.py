"""The words and icons of the quick filters and sort orders, and what an empty one of them says."""

from __future__ import annotations

from enum import Enum

from desktop_app.store.habits import RowDetail
from desktop_app.store.inbox_query import QuickFilter, SortKey
from desktop_app.store.saved_filters import IDLE, SavedFilter
from ui.language import once_per_language, translate


class Overview(Enum):
    """What the sidebar lists beside the filters."""

    TODAY = "today"


Listed = QuickFilter | Overview | SavedFilter
"""What the sidebar offers to list."""

ORDER = (
    QuickFilter.OVERDUE,
    QuickFilter.INSTANT,
    QuickFilter.UNACCEPTED,
    QuickFilter.DUE_TODAY,
    QuickFilter.WAITING_FOR_ME,
    QuickFilter.MINE,
    QuickFilter.UNIT,
    QuickFilter.UNOWNED,
    QuickFilter.NEW,
    QuickFilter.CONFLICT,
    QuickFilter.UNSENT,
    QuickFilter.ALL,
)
"""The filters as the sidebar lists them: what burns first, everything last."""

_ICONS: dict[Listed, str] = {
    Overview.TODAY: "clock",
    QuickFilter.OVERDUE: "danger",
    QuickFilter.INSTANT: "bolt",
    QuickFilter.DUE_TODAY: "calendar",
    QuickFilter.WAITING_FOR_ME: "approve",
    QuickFilter.MINE: "person",
    QuickFilter.UNIT: "building",
    QuickFilter.NEW: "star",
    QuickFilter.CONFLICT: "conflict",
    QuickFilter.UNSENT: "unsent",
    QuickFilter.UNOWNED: "people",
    QuickFilter.UNACCEPTED: "clock",
    QuickFilter.ALL: "list",
}


def icon_of(listed: Listed) -> str:
    """Return the icon's name; a pinned list has a star."""
    if isinstance(listed, SavedFilter) and listed.standing:
        return "hold"
    if isinstance(listed, SavedFilter) and listed.shared_by:
        return "people"
    if isinstance(listed, SavedFilter):
        return "star" if listed.pinned else "filter"
    return _ICONS[listed]


ALARMING: frozenset[Listed] = frozenset({QuickFilter.OVERDUE, QuickFilter.UNACCEPTED, QuickFilter.CONFLICT})
"""Filters whose count, when it is not 0, is painted as danger."""


def filter_word(chosen: Listed) -> str:
    """Return the name of a filter, of the overview, or of a list kept under a name."""
    if chosen == IDLE:
        return translate("Filter", "Assigned but idle")
    return chosen.name if isinstance(chosen, SavedFilter) else _filter_words()[chosen]


@once_per_language
def _filter_words() -> dict[Listed, str]:
    return {
        Overview.TODAY: translate("Filter", "Today"),
        QuickFilter.OVERDUE: translate("Filter", "Overdue"),
        QuickFilter.INSTANT: translate("Filter", "Instant"),
        QuickFilter.DUE_TODAY: translate("Filter", "Due today"),
        QuickFilter.WAITING_FOR_ME: translate("Filter", "Waiting for me"),
        QuickFilter.MINE: translate("Filter", "Assigned to me"),
        QuickFilter.UNIT: translate("Filter", "My unit"),
        QuickFilter.NEW: translate("Filter", "New"),
        QuickFilter.CONFLICT: translate("Filter", "Needs a decision"),
        QuickFilter.UNSENT: translate("Filter", "Not sent yet"),
        QuickFilter.UNOWNED: translate("Filter", "Nobody handles it"),
        QuickFilter.UNACCEPTED: translate("Filter", "Not accepted in time"),
        QuickFilter.ALL: translate("Filter", "All reports"),
    }


def lane_hint(lane: QuickFilter) -> str:
    """Return what a lane of the day holds and asks."""
    return {
        QuickFilter.INSTANT: translate("Today", "Work on these at once"),
        QuickFilter.OVERDUE: translate("Today", "Past their deadline: answer, extend, or urge"),
        QuickFilter.UNACCEPTED: translate("Today", "The time to accept has passed: accept, return, or urge"),
        QuickFilter.DUE_TODAY: translate("Today", "Until 17:00 today"),
        QuickFilter.WAITING_FOR_ME: translate("Today", "A colleague cannot go on without you"),
        QuickFilter.CONFLICT: translate("Today", "A colleague was quicker: mine or theirs"),
        QuickFilter.NEW: translate("Today", "Not looked at yet"),
    }[lane]


def empty_words(chosen: QuickFilter) -> tuple[str, str]:
    """Return heading and hint of the filter when nothing is in it."""
    return {
        QuickFilter.OVERDUE: (
            translate("Filter", "Nothing is overdue"),
            translate("Filter", "Every running report is within its time."),
        ),
        QuickFilter.WAITING_FOR_ME: (
            translate("Filter", "Nothing waits for you"),
            translate("Filter", "Answers to approve or publish appear here."),
        ),
        QuickFilter.CONFLICT: (
            translate("Filter", "Nothing to decide"),
            translate("Filter", "When a colleague was quicker than you, both versions appear here."),
        ),
        QuickFilter.UNOWNED: (
            translate("Filter", "Every report has somebody"),
            translate("Filter", "What a unit was given as a whole, or whose owner has left, appears here."),
        ),
        QuickFilter.UNACCEPTED: (
            translate("Filter", "Everything was accepted in time"),
            translate(
                "Filter", "What a unit was given and has not accepted in its working hours appears here."
            ),
        ),
        QuickFilter.UNSENT: (
            translate("Filter", "Everything is sent"),
            translate("Filter", "What you do offline waits here until the centre has it."),
        ),
    }.get(
        chosen,
        (translate("Filter", "No reports here"), translate("Filter", "Choose another filter on the left.")),
    )


def idle_words() -> tuple[str, str]:
    """Return heading and hint of the list of idle work when nothing is in it."""
    return (
        translate("Filter", "Nothing lies idle"),
        translate(
            "Filter", "What a unit was given and has done nothing about for two working days appears here."
        ),
    )


def sort_word(key: SortKey) -> str:
    """Return the sort order's name."""
    return {
        SortKey.DUE: translate("Sort", "Deadline"),
        SortKey.RECEIVED: translate("Sort", "Received"),
        SortKey.CODE: translate("Sort", "Code"),
        SortKey.PRIORITY: translate("Sort", "Priority"),
        SortKey.TITLE: translate("Sort", "Title"),
    }[key]


def detail_word(detail: RowDetail) -> str:
    """Return the name of what a row may tell."""
    return {
        RowDetail.CODE: translate("View", "Code"),
        RowDetail.PLACE: translate("View", "Ward or commune"),
        RowDetail.FIELD: translate("View", "Field"),
        RowDetail.STATE: translate("View", "State"),
        RowDetail.RECEIVED: translate("View", "Received"),
    }[detail]
