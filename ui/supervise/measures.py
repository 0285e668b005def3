"""The words of supervision: what is counted, by what, over which period."""

from __future__ import annotations

from enum import StrEnum

from desktop_app.domain.period import Span
from desktop_app.store.supervised import Grouping, Measure
from ui.language import once_per_language, translate


class View(StrEnum):
    """The tables to choose from; all but the last divide the same work."""

    UNIT = Grouping.UNIT.value
    WARD = Grouping.WARD.value
    CATEGORY = Grouping.CATEGORY.value
    SOURCE = Grouping.SOURCE.value
    RETURNS = "returns"


ALARMING = frozenset({Measure.LATE, Measure.OVERDUE, Measure.IDLE})
"""Measures whose numbers, where they are not 0, are painted as danger."""


def measure_word(measure: Measure) -> str:
    """Return what is counted, for the head of a column."""
    return _words()[measure][0]


def measure_list(measure: Measure) -> str:
    """Return the name of the list that a number opens."""
    return _words()[measure][1]


@once_per_language
def _words() -> dict[Measure, tuple[str, str]]:
    return {
        Measure.GIVEN: (translate("Supervise", "Given"), translate("Supervise", "Given to a unit")),
        Measure.ON_TIME: (translate("Supervise", "On time"), translate("Supervise", "Answered on time")),
        Measure.EXTENDED: (
            translate("Supervise", "Extended"),
            translate("Supervise", "Answered late with an extension"),
        ),
        Measure.LATE: (translate("Supervise", "Late"), translate("Supervise", "Answered late")),
        Measure.RUNNING: (translate("Supervise", "Running"), translate("Supervise", "Running, in time")),
        Measure.RUNNING_EXTENDED: (
            translate("Supervise", "Running, ext."),
            translate("Supervise", "Running with an extension"),
        ),
        Measure.OVERDUE: (translate("Supervise", "Overdue"), translate("Supervise", "Running, overdue")),
        Measure.IDLE: (translate("Supervise", "Idle"), translate("Supervise", "Assigned, nobody acted")),
        Measure.RETURNED: (translate("Supervise", "Reports"), translate("Supervise", "Returned")),
    }


def measure_tip(measure: Measure) -> str:
    """Return how a measure is counted, in a sentence."""
    return {
        Measure.GIVEN: translate("Supervise", "Every report given to a unit in the period"),
        Measure.ON_TIME: translate("Supervise", "The answer was public before the first deadline"),
        Measure.EXTENDED: translate(
            "Supervise", "The answer was public after the first deadline and before the extended one"
        ),
        Measure.LATE: translate("Supervise", "The answer was public after the deadline in force"),
        Measure.RUNNING: translate("Supervise", "No answer yet; the first deadline is ahead"),
        Measure.RUNNING_EXTENDED: translate(
            "Supervise", "No answer yet; the first deadline has passed, the extended one is ahead"
        ),
        Measure.OVERDUE: translate("Supervise", "No answer yet, and the deadline in force has passed"),
        Measure.IDLE: translate(
            "Supervise", "The unit's turn: not accepted in time, or no step for too many working days"
        ),
        Measure.RETURNED: translate("Supervise", "Reports that went this way in the period"),
    }[measure]


def view_word(view: View) -> str:
    """Return the name of a table."""
    return {
        View.UNIT: translate("Supervise", "By unit"),
        View.WARD: translate("Supervise", "By ward or commune"),
        View.CATEGORY: translate("Supervise", "By field"),
        View.SOURCE: translate("Supervise", "By source"),
        View.RETURNS: translate("Supervise", "Returns between units"),
    }[view]


def span_word(span: Span) -> str:
    """Return the name of a period."""
    return {
        Span.THIS_WEEK: translate("Supervise", "This week"),
        Span.THIS_MONTH: translate("Supervise", "This month"),
        Span.LAST_MONTH: translate("Supervise", "Last month"),
        Span.THIS_QUARTER: translate("Supervise", "This quarter"),
        Span.THIS_YEAR: translate("Supervise", "This year"),
        Span.EVERYTHING: translate("Supervise", "Everything"),
        Span.OWN: translate("Supervise", "From day to day"),
    }[span]
