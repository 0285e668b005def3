"""What a row of the inbox says: finished strings, made once per row and painted many times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.workflow import State
from desktop_app.store.inbox_rows import InboxRow
from ui.language import translate
from ui.reports.names import Names
from ui.reports.words import state_word
from ui.widgets.deadline import DeadlineMark, instant_mark, timed_mark

ANSWERED = frozenset({State.REJECTED, State.DUPLICATE, State.PUBLISHED, State.CLOSED})
"""States in which no clock runs any more."""

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class RowText:
    """One row, ready to paint; ``spoken`` is the whole row for a screen reader."""

    report_id: str
    title: str
    detail: str
    deadline: DeadlineMark | None
    new: bool
    unsent: bool
    conflict: bool
    spoken: str


def row_text(row: InboxRow, names: Names, now: datetime, calendar: Calendar) -> RowText:
    """Return the words of ``row`` as they stand at ``now``."""
    mark = deadline_mark(row.state, row.due_at, row.procedure, now, calendar)
    parts = (names.place(row.ward), *_marks(row), names.category(row.category))
    detail = SEPARATOR.join(part for part in parts if part)
    spoken = [row.title, mark.long if mark else "", detail, state_word(State(row.state)), row.code]
    return RowText(
        row.id, row.title, detail, mark, row.new, row.unsent, row.conflict, ", ".join(filter(None, spoken))
    )


def deadline_mark(
    state: State, due_at: datetime | None, procedure: Procedure, now: datetime, calendar: Calendar
) -> DeadlineMark | None:
    """Return how the clock of a report stands; None where none runs."""
    if due_at is None or state in ANSWERED:
        return None
    return instant_mark(due_at, now) if procedure is Procedure.INSTANT else timed_mark(due_at, now, calendar)


def _marks(row: InboxRow) -> list[str]:
    said = (
        (row.conflict, translate("Inbox", "conflict")),
        (row.unsent, translate("Inbox", "not sent yet")),
        (row.procedure == Procedure.INSTANT, translate("Inbox", "instant")),
        (row.priority == Priority.HIGH, translate("Inbox", "urgent")),
    )
    return [words for holds, words in said if holds]
