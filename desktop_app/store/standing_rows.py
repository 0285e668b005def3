"""The rows that supervision counts: written by ``Rebuild`` beside the inbox, read by ``supervision``."""

# ruff: noqa: S608 - the SQL is put together from constants of this module; values are always bound
from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.outbox import Pending
from desktop_app.domain.report import Report
from desktop_app.domain.standing import NO_STEP, ON_THE_UNIT, handings, track_of
from desktop_app.store.connection import Connection, Row
from desktop_app.store.moments import from_micros, to_micros

COLUMNS: Final = (
    "number", "unit", "ward", "category", "source", "given_at", "first_due", "due", "finished_at", "acted_at",
)  # fmt: skip
_READ = f"SELECT {', '.join(COLUMNS)} FROM standing WHERE number = ?"
_PUT = f"INSERT OR REPLACE INTO standing ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_HANDED = "SELECT unit, to_unit, at FROM handing WHERE number = ? ORDER BY position"
_LAST_STEP = (
    "SELECT max(at) FROM entry WHERE report_id = ? "
    f"AND json_extract(CAST(data AS TEXT), '$.kind') NOT IN ({', '.join('?' * len(NO_STEP))})"
)


def keep_standing(connection: Connection, number: int, report: Report, pending: Iterable[Pending]) -> None:
    """Write what supervision counts of a projected report, as far as it differs from what is there."""
    old, new = connection.row(_READ, (number,)), _row(connection, number, report, pending)
    if new is None and old is not None:
        connection.execute("DELETE FROM standing WHERE number = ?", (number,))
    elif new is not None and new != old:
        connection.execute(_PUT, new)
    _keep_handings(connection, number, report)


def forget_standing(connection: Connection, number: int) -> None:
    """Delete what supervision counts of a report that is gone."""
    connection.execute("DELETE FROM standing WHERE number = ?", (number,))
    connection.execute("DELETE FROM handing WHERE number = ?", (number,))


def _row(connection: Connection, number: int, report: Report, pending: Iterable[Pending]) -> Row | None:
    waits = report.state in ON_THE_UNIT and report.assignment is not None
    last = _last_step(connection, report.id, pending) if waits else None
    track = track_of(report, None if last is None else from_micros(last))
    if track is None or report.assignment is None:
        return None
    ended, acted = track.finished_at, track.acted_at
    return (
        number, report.assignment.lead_unit, report.place.unit_code, report.category, report.source,
        to_micros(track.given_at), to_micros(track.first_due_at), to_micros(track.due_at),
        None if ended is None else to_micros(ended), None if acted is None else to_micros(acted),
    )  # fmt: skip


def _last_step(connection: Connection, report_id: str, pending: Iterable[Pending]) -> int | None:
    """The newest step of the timeline or of what the person did and the centre does not show yet."""
    told = connection.value(_LAST_STEP, (report_id, *NO_STEP))
    own = (to_micros(each.event.occurred_at) for each in pending if each.event.type not in NO_STEP)
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
