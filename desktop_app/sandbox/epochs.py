"""A new epoch for a terminal that lost its journal: a supervisor's card signs over what the server has.

The first row of the new epoch chains to the last hash of the old one, and the day is marked: nothing is
forgotten, and no gap goes unseen. The same order again has the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.domain.roles import Role
from desktop_app.sandbox.auth.caller import Workstation
from desktop_app.sandbox.fleet_tables import terminal_epoch
from desktop_app.sandbox.officer_orders import OfficerOrders, Order
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.tables import terminal
from desktop_app.sandbox.terminals import Head, head_of, raise_alarm

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.database import Writer


@dataclass(frozen=True, slots=True)
class EpochOrder:
    """What the supervisor's card signs (typ ``ioc-epoch+jws``)."""

    terminal_id: str
    old_epoch: int
    last_seq: int
    head_hash: str
    reason: Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class Epochs:
    """Begins epochs anew."""

    def __init__(self, writer: Writer, orders: OfficerOrders, now: Callable[[], datetime]) -> None:
        self._writer = writer
        self._orders = orders
        self._now = now

    def begin(self, workstation: Workstation, compact: str) -> dict[str, Any]:
        """Carry an order out; return the new epoch and what it chains to.

        Raises ``Refused``: 409 ``epoch_stale`` where the order is about another state than the server's.
        """
        with self._writer.transaction() as connection:
            known = _known(connection, jose.sha256_hex(compact), workstation.terminal_id)
            if known is not None:
                return known
            order = self._orders.read(connection, compact, jose.Kind.EPOCH, Role.SUPERVISOR)
            wanted, head = order.read(EpochOrder), head_of(connection, workstation.terminal_id)
            if (wanted.terminal_id, wanted.old_epoch, wanted.last_seq, wanted.head_hash) != (
                head.terminal_id, head.epoch, head.last_seq, head.head_hash,
            ):  # fmt: skip
                raise Refused(409, "epoch_stale", epoch=head.epoch, next_expected_seq=head.last_seq + 1)
            return self._begin(connection, head, order, wanted)

    def _begin(self, connection: Connection, head: Head, order: Order, wanted: EpochOrder) -> dict[str, Any]:
        here = sa.update(terminal).where(terminal.c.id == head.terminal_id)
        connection.execute(here.values(epoch=head.epoch + 1, last_seq=0, claimed_seq=0))
        row = {"terminal_id": head.terminal_id, "epoch": head.epoch + 1, "head_hash": head.head_hash}
        kept = {"order_sha256": order.sha256, "order_jws": order.compact, "by": order.by, "at": self._now()}
        connection.execute(sa.insert(terminal_epoch).values(**row, **kept))
        detail = {"old_epoch": head.epoch, "last_seq": head.last_seq, "by": order.by, "reason": wanted.reason}
        raise_alarm(connection, head.terminal_id, "new_epoch", detail, self._now())
        return {"epoch": head.epoch + 1, "head_hash": head.head_hash}


def _known(connection: Connection, order_sha256: str, terminal_id: str) -> dict[str, Any] | None:
    here = sa.and_(terminal_epoch.c.order_sha256 == order_sha256, terminal_epoch.c.terminal_id == terminal_id)
    row = connection.execute(sa.select(terminal_epoch).where(here)).first()
    return None if row is None else {"epoch": row.epoch, "head_hash": row.head_hash}
