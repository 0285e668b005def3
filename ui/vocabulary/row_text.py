"""What a row of the inbox says: finished strings, made once per row and painted many times."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.clocks import REOPENING
from desktop_app.domain.deadlines import Calendar
from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.workflow import State
from desktop_app.store.habits import Habits, RowDetail
from desktop_app.store.inbox_rows import InboxRow
from ui.language import translate
from ui.vocabulary.due_groups import DueGroup, due_group
from ui.vocabulary.names import Names
from ui.vocabulary.words import state_word
from ui.widgets.deadline import DeadlineMark, accept_mark, instant_mark, timed_mark
from ui.widgets.tone import Tone
from ui.widgets.when import moment_text

ANSWERED = frozenset({State.REJECTED, State.DUPLICATE, State.PUBLISHED, State.CLOSED})
"""States in which no clock runs any more."""

SEPARATOR = " · "
_USUAL = Habits().details
_BEFORE_MARKS = 2
"""Code and place stand before the marks (*conflict*, *not sent yet* …), the rest after them."""


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
    group: DueGroup = DueGroup.NONE


def row_text(
    row: InboxRow, names: Names, now: datetime, calendar: Calendar, details: Collection[RowDetail] = _USUAL
) -> RowText:
    """Return the words of ``row`` as they stand at ``now``; ``details`` are told in its second line."""
    due = deadline_mark(row.state, row.due_at, row.procedure, now, calendar)
    mark = nearest_mark(due, row.accept_due, now)
    told = _told(row, names, details)
    parts = (*told[:_BEFORE_MARKS], *_marks(row), *told[_BEFORE_MARKS:])
    detail = SEPARATOR.join(part for part in parts if part)
    spoken = [row.title, mark.long if mark else "", detail, state_word(State(row.state)), row.code]
    return RowText(
        report_id=row.id, title=row.title, detail=detail, deadline=mark, new=row.new, unsent=row.unsent,
        conflict=row.conflict, spoken=", ".join(filter(None, spoken)),
        group=due_group(row.due_at if due else None, now),
    )  # fmt: skip


def _told(row: InboxRow, names: Names, details: Collection[RowDetail]) -> list[str]:
    """Say what is wanted, in the order of ``RowDetail``; what is not wanted stays empty in its place."""
    return [
        row.code if RowDetail.CODE in details else "",
        names.place(row.ward) if RowDetail.PLACE in details else "",
        names.category(row.category) if RowDetail.FIELD in details else "",
        state_word(State(row.state)) if RowDetail.STATE in details else "",
        moment_text(row.received_at) if RowDetail.RECEIVED in details else "",
    ]


def deadline_mark(
    state: State, due_at: datetime | None, procedure: Procedure, now: datetime, calendar: Calendar
) -> DeadlineMark | None:
    """Return how the clock of a report stands; None where none runs."""
    if due_at is None or state in ANSWERED:
        return None
    if procedure is Procedure.INSTANT and state not in REOPENING:
        return instant_mark(due_at, now)
    return timed_mark(due_at, now, calendar)


def nearest_mark(due: DeadlineMark | None, accept_due: datetime | None, now: datetime) -> DeadlineMark | None:
    """Return the mark of the clock that runs out first: accepting comes before what is not overdue itself."""
    if accept_due is None or (due is not None and due.tone is Tone.DANGER):
        return due
    return accept_mark(accept_due, now)


def _marks(row: InboxRow) -> list[str]:
    said = (
        (row.conflict, translate("Inbox", "conflict")),
        (row.unsent, translate("Inbox", "not sent yet")),
        (row.procedure == Procedure.INSTANT, translate("Inbox", "instant")),
        (row.priority == Priority.HIGH, translate("Inbox", "urgent")),
    )
    return [words for holds, words in said if holds]
