"""Terminals that lists go on without: a supervisor's card signs which, through when, and why.

Over what the server has, never in advance; kept verbatim, for it is shown on every list. What comes later
from such a terminal is kept as everything is: the decision hides no row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import msgspec
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.domain.roles import Role
from desktop_app.sandbox import wire
from desktop_app.sandbox.completeness import standings
from desktop_app.sandbox.fleet_tables import left_out
from desktop_app.sandbox.officer_orders import OfficerOrders, Order
from desktop_app.sandbox.refusal import Refused, not_found

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer


@dataclass(frozen=True, slots=True)
class Missing:
    """A terminal as the supervisor saw it: how far it was complete then, None for not at all."""

    terminal_id: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z-]{1,64}$")]
    complete_through: datetime | None


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """What the supervisor's card signs (typ ``ioc-leave-out+jws``)."""

    through: datetime
    terminals: Annotated[tuple[Missing, ...], msgspec.Meta(min_length=1, max_length=200)]
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class LeavingOut:
    """Takes such decisions in."""

    def __init__(self, writer: Writer, orders: OfficerOrders, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._orders = orders
        self._now = now

    def decide(self, compact: str) -> int:
        """Keep a decision; return how many terminals it is about. The same order again changes nothing.

        Raises ``Refused``: 409 ``standing_changed`` where a terminal stands otherwise than the order says,
        422 ``through_ahead`` for a time that has not come, ``nothing_missing`` for a complete terminal, 404.
        """
        with self._writer.transaction() as connection:
            known = _known(connection, jose.sha256_hex(compact))
            if known:
                return known
            order = self._orders.read(connection, compact, jose.Kind.LEAVE_OUT, Role.SUPERVISOR)
            wanted = _read(order)
            self._check(connection, wanted)
            self._keep(connection, order, wanted)
            return len(wanted.terminals)

    def _check(self, connection: Connection, wanted: LeaveOut) -> None:
        if wanted.through > self._now():
            raise Refused(422, "through_ahead")
        now = {
            one.terminal_id: one for one in standings(connection, [t.terminal_id for t in wanted.terminals])
        }
        for missing in wanted.terminals:
            standing = now.get(missing.terminal_id)
            if standing is None:
                raise not_found()
            if standing.complete_through != missing.complete_through:
                raise Refused(409, "standing_changed")
            if standing.is_complete(wanted.through):
                raise Refused(422, "nothing_missing")

    def _keep(self, connection: Connection, order: Order, wanted: LeaveOut) -> None:
        shared = {
            "order_sha256": order.sha256, "order_jws": order.compact, "through": wanted.through,
            "reason": wanted.reason, "by": order.by, "at": self._now(),
        }  # fmt: skip
        rows = [{**shared, "terminal_id": missing.terminal_id} for missing in wanted.terminals]
        connection.execute(sa.insert(left_out), rows)


def _known(connection: Connection, order_sha256: str) -> int:
    query = sa.select(sa.func.count()).where(left_out.c.order_sha256 == order_sha256)
    return int(connection.execute(query).scalar_one())


def _read(order: Order) -> LeaveOut:
    """Return what was signed: a reason, each terminal once, times with their zone."""
    wanted = order.read(LeaveOut)
    times = [wanted.through, *(one.complete_through for one in wanted.terminals)]
    names = [one.terminal_id for one in wanted.terminals]
    zoned = all(at is None or wire.is_in_calendar(at) for at in times)
    said = wanted.reason.strip() and "\0" not in wanted.reason  # which no database keeps
    if not (zoned and said and len(set(names)) == len(names)):
        raise Refused(422, "order_invalid")
    return wanted
