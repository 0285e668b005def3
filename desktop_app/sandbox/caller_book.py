"""Who called: kept sealed, opened for a dispatcher who says why, and never without a record of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from desktop_app import jose
from desktop_app.domain.caller import Caller, plain_number, read_caller
from desktop_app.domain.hotline import takes_calls
from desktop_app.domain.ids import new_id
from desktop_app.domain.report import Report
from desktop_app.domain.rights import may_see
from desktop_app.domain.roles import Actor, Role
from desktop_app.sandbox.caller_numbers import CallerNumbers
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.hotline_tables import caller, caller_look_up
from desktop_app.sandbox.refusal import Refused, not_found

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer


BY_NUMBER: Final = "by number, during a call"
"""The reason on record where somebody who takes calls asks for a number's earlier reports."""


@dataclass(frozen=True, slots=True)
class Found:
    """One caller of a report, as it is shown and forgotten."""

    caller: Caller
    at: datetime


def keep(connection: Connection, report_id: str, sealed: str, call_id: str, by: str, at: datetime) -> None:
    """Keep who called, as sealed at the desk; nothing of it is read."""
    row = {"id": call_id, "report_id": report_id, "sealed": sealed, "taken_by": by, "at": at}
    connection.execute(sa.insert(caller).values(**row))


class CallerBook:
    """Opens what was sealed, for those who may, one report at a time."""

    def __init__(
        self,
        writer: Writer,
        entities: Entities,
        key: ec.EllipticCurvePrivateKey,
        now: Callable[[], datetime],
    ) -> None:
        self._writer = writer
        self._entities = entities
        self._key = key
        self._now = now
        self._numbers = CallerNumbers(key, self._opened)

    def look_up(self, report_id: str, actor: Actor, reason: str) -> list[Found]:
        """Return who called about a report, oldest first; who asked, and why, is on record before.

        Raises ``Refused``: 404 for whoever may not see the report or is no dispatcher of it; 422
        ``reason_missing``.
        """
        with self._writer.transaction() as connection:
            report = self._entities.report(connection, report_id)
            if report is None or not _may_look(actor, report):
                raise not_found()
            if not reason.strip():
                raise Refused(422, "reason_missing")
            rows = connection.execute(
                sa.select(caller).where(caller.c.report_id == report_id).order_by(caller.c.at)
            ).all()
            self._record(connection, report_id, actor, reason.strip(), len(rows))
        return [Found(found, row.at) for row in rows if (found := self._opened(row.sealed)) is not None]

    def earlier(self, phone: str, actor: Actor) -> list[Report]:
        """Return the reports of calls from this number that ``actor`` may see, newest first; on record.

        Who called is not told. Raises ``Refused``: 404 for whoever takes no calls, 422 ``number_missing``.
        """
        number = plain_number(phone)
        if not takes_calls(actor):
            raise not_found()
        if not number:
            raise Refused(422, "number_missing")
        with self._writer.transaction() as connection:
            ids = self._numbers.reports(connection, number)
            known = [self._entities.report(connection, report_id) for report_id in ids]
            seen = [report for report in known if report is not None and may_see(actor, report)]
            self._record(connection, "", actor, BY_NUMBER, len(seen))
        return seen

    def _record(self, connection: Connection, report_id: str, actor: Actor, reason: str, found: int) -> None:
        record: dict[str, Any] = {"id": new_id(), "report_id": report_id, "by": actor.person_id}
        record |= {"reason": reason, "found": found, "at": self._now()}
        connection.execute(sa.insert(caller_look_up).values(**record))

    def _opened(self, sealed: str) -> Caller | None:
        """What a desk sealed; None for what this centre's key does not open."""
        try:
            return read_caller(jose.unseal(sealed, self._key))
        except (jose.JwsInvalid, ValueError):
            return None


def _may_look(actor: Actor, report: Report) -> bool:
    needed = Role.MISCONDUCT_RECIPIENT if report.private else Role.DISPATCHER
    return may_see(actor, report) and actor.holds(needed)
