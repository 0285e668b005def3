"""The row of a report in the inbox: written by ``Rebuild``, read by ``Inbox``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from desktop_app.domain.clocks import accept_by, deadline_of
from desktop_app.domain.folding import fold
from desktop_app.domain.report import Priority, Procedure, Report
from desktop_app.domain.workflow import State
from desktop_app.store.connection import Row
from desktop_app.store.moments import from_micros, to_micros
from desktop_app.store.projection import Marks

_NEVER = 1 << 62
_PRIORITY_KEYS = {Priority.HIGH: 0, Priority.NORMAL: 1, Priority.LOW: 2}
_TITLE_KEY = 80
MARKS = tuple(spec.name for spec in fields(Marks))
COLUMNS = (
    "number", "id", "code", "title", "title_key", "organisation", "source", "ward", "category", "state",
    "procedure", "priority", "priority_key", "received_at", "due_at", "due_key", "owner", "lead_unit",
    "accept_due", *MARKS,
)  # fmt: skip
QUOTED = ", ".join(f'"{column}"' for column in COLUMNS)
INSERT_ROW = f"INSERT INTO inbox ({QUOTED}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class InboxRow:
    """What a list shows of a report. ``rowid`` orders by receipt; ids of units and officers, not names.

    ``accept_due`` is until when the unit accepts it; None where nobody has to.
    """

    rowid: int
    id: str
    code: str
    title: str
    ward: str | None
    category: str | None
    state: State
    priority: Priority
    due_at: datetime | None
    received_at: datetime
    owner: str | None
    lead_unit: str | None
    procedure: Procedure
    unsent: bool
    conflict: bool
    new: bool
    accept_due: datetime | None = None


SHOWN = ", ".join(f'"{"number" if spec.name == "rowid" else spec.name}"' for spec in fields(InboxRow))


def row_values(number: int, report: Report, marks: Marks) -> Row:
    """Return the values of ``COLUMNS`` for a projected report."""
    job = report.assignment
    deadline, accept = deadline_of(report), accept_by(report)
    due = None if deadline is None else to_micros(deadline)
    return (
        number, report.id, report.code, report.title, fold(report.title)[:_TITLE_KEY], report.organisation,
        report.source, report.place.unit_code, report.category, report.state, report.procedure,
        report.priority, _PRIORITY_KEYS[report.priority], to_micros(report.received_at), due,
        due if due is not None and marks.open else _NEVER, job.owner if job else None,
        job.lead_unit if job else None, None if accept is None else to_micros(accept),
        *(int(getattr(marks, name)) for name in MARKS),
    )  # fmt: skip


def inbox_row(row: Row) -> InboxRow:
    """Return the row shown, from the columns ``SHOWN``."""
    number, id_, code, title, ward, category, state, priority, due, received = row[:10]
    owner, lead, procedure = row[10:13]
    unsent, conflict, new = (bool(flag) for flag in row[13:16])
    accept = row[16]
    return InboxRow(
        rowid=number, id=id_, code=code, title=title, ward=ward, category=category, state=State(state),
        priority=Priority(priority), due_at=None if due is None else from_micros(due),
        received_at=from_micros(received), owner=owner, lead_unit=lead, procedure=Procedure(procedure),
        unsent=unsent, conflict=conflict, new=new,
        accept_due=None if accept is None else from_micros(accept),
    )  # fmt: skip
