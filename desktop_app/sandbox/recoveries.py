"""Work of a person whose card is gone: opened by two admins' cards, for that person only, audited.

The agency's recovery key never leaves the centre. Each admin's card signs over the very bytes and the
person; what was opened, by whom and on which orders stays on record before a word of it is given out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from desktop_app import jose
from desktop_app.domain.ids import new_id
from desktop_app.domain.roles import Role
from desktop_app.sandbox.fleet_tables import recovery
from desktop_app.sandbox.officer_orders import OfficerOrders
from desktop_app.sandbox.refusal import Refused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec

    from desktop_app.sandbox.database import Writer


@dataclass(frozen=True, slots=True)
class RecoveryOrder:
    """What an admin's card signs (typ ``ioc-recovery+jws``)."""

    person_id: str
    sealed_sha256: str


@dataclass(frozen=True, slots=True)
class SealedWork:
    """What a desk sealed: whose it is, and its unsent events and drafts."""

    person_id: str
    events: list[dict[str, Any]]
    drafts: list[dict[str, Any]]


class Recoveries:
    """Opens sealed work."""

    def __init__(
        self,
        writer: Writer,
        orders: OfficerOrders,
        key: ec.EllipticCurvePrivateKey,
        now: Callable[[], datetime],
    ) -> None:
        self._writer = writer
        self._orders = orders
        self._key = key
        self._now = now

    def open(self, sealed: str, orders: Sequence[str]) -> dict[str, Any]:
        """Return the work of the one person it belongs to.

        Raises ``Refused``: 403 ``two_admins_needed``, ``not_entitled``; 422 ``order_invalid``,
        ``sealed_invalid``.
        """
        digest = jose.sha256_hex(sealed)
        with self._writer.transaction() as connection:
            read = [self._orders.read(connection, one, jose.Kind.RECOVERY, Role.SITE_ADMIN) for one in orders]
            wanted = {order.read(RecoveryOrder) for order in read}
            admins = {order.by for order in read}
            work = self._unsealed(sealed)
            if wanted != {RecoveryOrder(work.person_id, digest)}:
                raise Refused(422, "order_invalid")
            if len(admins) < 2 or work.person_id in admins:
                raise Refused(403, "two_admins_needed")
            row = {"id": new_id(), "person_id": work.person_id, "sealed_sha256": digest, "at": self._now()}
            acts = {"approved_by": sorted(admins), "orders": list(orders)}
            items = len(work.events) + len(work.drafts)
            connection.execute(sa.insert(recovery).values(**row, **acts, items=items))
        return {"person_id": work.person_id, "events": work.events, "drafts": work.drafts}

    def _unsealed(self, sealed: str) -> SealedWork:
        try:
            return msgspec.json.decode(jose.unseal(sealed, self._key), type=SealedWork)
        except (jose.JwsInvalid, msgspec.MsgspecError):
            raise Refused(422, "sealed_invalid") from None
