"""The rows that supervision counts: written by ``Rebuild`` beside the inbox, read by ``supervision``."""

# ruff: noqa: S608 - the SQL is put together from constants of this module; values are always bound
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.domain.outbox import Pending
from desktop_app.domain.report import Report
from desktop_app.domain.standing import ON_THE_UNIT, STEPS, handings, track_of
from desktop_app.store.connection import Connection, Row
from desktop_app.store.moments import from_micros, to_micros
from desktop_app.store.row_changes import write_difference

COLUMNS: Final = (
    "number", "unit", "ward", "category", "source", "given_at", "first_due", "due", "finished_at", "acted_at",
    "accept_due",
)  # fmt: skip
_READ = f"SELECT {', '.join(COLUMNS)} FROM standing WHERE number = ?"
_PUT = f"INSERT OR REPLACE INTO standing ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_HANDED = "SELECT unit, to_unit, at FROM handing WHERE number = ? ORDER BY position"
_STEPS = (
    "SELECT report_id, max(at) FROM entry "
    f"WHERE json_extract(CAST(data AS TEXT), '$.kind') IN ({', '.join('?' * len(STEPS))})"
)
_LAST_STEP = f"{_STEPS} AND report_id = ?"


def keep_standing(connection: Connection, number: int, report: Report, pending: Iterable[Pending]) -> None:
    """Write what supervision counts of a projected report, as far as it differs from what is there."""
    old, new = connection.row(_READ, (number,)), _row(connection, number, report, pending)
    if old is not None and new is not None:
        write_difference(connection, "standing", COLUMNS, old, new)
    elif new is not None:
        connection.execute(_PUT, new)
    elif old is not None:
        connection.execute("DELETE FROM standing WHERE number = ?", (number,))
    _keep_handings(connection, number, report)


def put_new(connection: Connection, reports: Sequence[tuple[int, Report]]) -> None:
    """Write what supervision counts of reports that are new, each by its number, with nothing pending."""
    last = _last_steps(connection, [report.id for _, report in reports])
    rows = (_row_of(number, report, last.get(report.id)) for number, report in reports)
    connection.execute_many(_PUT, [row for row in rows if row is not None])
    for number, report in reports:
        _keep_handings(connection, number, report)


def forget_standing(connection: Connection, number: int) -> None:
    """Delete what supervision counts of a report that is gone."""
    connection.execute("DELETE FROM standing WHERE number = ?", (number,))
    connection.execute("DELETE FROM handing WHERE number = ?", (number,))


def _row(connection: Connection, number: int, report: Report, pending: Iterable[Pending]) -> Row | None:
    waits = report.state in ON_THE_UNIT and report.assignment is not None
    return _row_of(number, report, _last_step(connection, report.id, pending) if waits else None)


def _row_of(number: int, report: Report, last: int | None) -> Row | None:
    """The row of a report whose newest step was at ``last``, as far as that counts."""
    waits = report.state in ON_THE_UNIT and report.assignment is not None
    track = track_of(report, from_micros(last) if waits and last is not None else None)
    if track is None or report.assignment is None:
        return None
    ended, acted, accept = track.finished_at, track.acted_at, track.accept_due
    return (
        number, report.assignment.lead_unit, report.place.unit_code, report.category, report.source,
        to_micros(track.given_at), to_micros(track.first_due_at), to_micros(track.due_at),
        None if ended is None else to_micros(ended), None if acted is None else to_micros(acted),
        None if accept is None else to_micros(accept),
    )  # fmt: skip


def _last_steps(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The newest step of each timeline that has one."""
    sql = f"{_STEPS} AND report_id IN ({', '.join('?' * len(ids))}) GROUP BY report_id"
    return dict(connection.rows(sql, (*STEPS, *ids)))


def _last_step(connection: Connection, report_id: str, pending: Iterable[Pending]) -> int | None:
    """The newest step of the timeline or of what the person did and the centre does not show yet."""
    _, told = connection.row(_LAST_STEP, (*STEPS, report_id)) or (report_id, None)
    own = (to_micros(each.event.occurred_at) for each in pending if each.event.type in STEPS)
    return max((at for at in (told, *own) if at is not None), default=None)


def _keep_handings(connection: Connection, number: int, report: Report) -> None:
    if not report.returns:
        return
    rows = [(each.from_unit, each.to_unit, to_micros(each.at)) for each in handings(report)]
    if rows == connection.rows(_HANDED, (number,)):
        return
    connection.execute("DELETE FROM handing WHERE number = ?", (number,))
    connection.execute_many(
        "INSERT INTO handing (number, position, unit, to_unit, at) VALUES (?, ?, ?, ?, ?)",
        ((number, position, *row) for position, row in enumerate(rows)),
    )
