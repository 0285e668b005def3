"""The columns of a list in the language in force; identity is masked in what citizens wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desktop_app.domain.deadlines import working_days_left
from desktop_app.domain.masking import mask_identity
from desktop_app.domain.report import Priority, Procedure
from desktop_app.domain.workflow import OPEN_STATES
from desktop_app.exports.table import Column, Value
from desktop_app.store.inbox_rows import InboxRow
from ui.language import translate
from ui.vocabulary.names import Names
from ui.vocabulary.words import priority_word, state_word


def list_columns(names: Names, now: datetime) -> list[Column[InboxRow]]:
    """Return the columns of a list of reports, in the order of a paper list."""
    told: tuple[tuple[str, int, Callable[[InboxRow], Value]], ...] = (
        (translate("Export", "Code"), 18, lambda row: row.code),
        (translate("Export", "Title"), 50, lambda row: mask_identity(row.title)),
        (translate("Export", "Field"), 24, lambda row: names.category(row.category)),
        (translate("Export", "Ward or commune"), 20, lambda row: names.place(row.ward)),
        (translate("Export", "State"), 18, lambda row: state_word(row.state)),
        (translate("Export", "Unit"), 34, lambda row: names.unit(row.lead_unit)),
        (translate("Export", "Who"), 26, lambda row: names.who(row.owner)),
        (translate("Export", "Received"), 17, lambda row: row.received_at),
        (translate("Export", "Due"), 17, lambda row: row.due_at),
        (translate("Export", "Working days left"), 12, lambda row: _left(row, names, now)),
        (translate("Export", "Procedure"), 12, _procedure),
        (translate("Export", "Priority"), 12, _priority),
    )
    return [Column(title, width, value) for title, width, value in told]


def _left(row: InboxRow, names: Names, now: datetime) -> int | None:
    """Working days left, negative once overdue; empty for what is closed or has no deadline."""
    if row.due_at is None or row.state not in OPEN_STATES:
        return None
    return working_days_left(now, row.due_at, names.calendar)


def _procedure(row: InboxRow) -> str:
    instant = row.procedure is Procedure.INSTANT
    return translate("Export", "Instant") if instant else translate("Export", "Timed")


def _priority(row: InboxRow) -> str:
    return "" if row.priority is Priority.NORMAL else priority_word(row.priority)
