"""Orders that an officer's card signs outside any session: whose they are, and that they are genuine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from cryptography.hazmat.primitives import hashes

from desktop_app import jose
from desktop_app.domain.roles import Role
from desktop_app.sandbox.auth.card_grant import CardGrant
from desktop_app.sandbox.people import People
from desktop_app.sandbox.refusal import Refused

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

FRESH: Final = timedelta(minutes=10)
Claims = TypeVar("Claims")


@dataclass(frozen=True, slots=True)
class Order:
    """A genuine order: what it says, by whom, and its hash."""

    compact: str
    claims: dict[str, Any]
    by: str

    @property
    def sha256(self) -> str:
        """Its name."""
        return jose.sha256_hex(self.compact)

    def read(self, shape: type[Claims]) -> Claims:
        """Return its claims as ``shape``; raise ``Refused`` (422 ``order_invalid``)."""
        try:
            return msgspec.convert(self.claims, shape)
        except msgspec.ValidationError:
            raise Refused(422, "order_invalid") from None


class OfficerOrders:
    """Reads orders; raises ``Refused``: 422 ``order_invalid``, 403 ``not_entitled``, 400 for the card."""

    def __init__(self, cards: CardGrant, people: People, now: Callable[[], datetime]) -> None:
        self._cards = cards
        self._people = people
        self._now = now

    def read(self, connection: Connection, compact: str, kind: jose.Kind, role: Role) -> Order:
        """Return the order of a person who holds ``role`` now."""
        try:
            chain = jose.read_x5c(jose.unverified(compact).header.get("x5c"), jose.LONGEST_CHAIN)
            claims = jose.verify(compact, kind, jose.certificate_key(chain[0])).claims
        except (jose.JwsInvalid, IndexError):
            raise Refused(422, "order_invalid") from None
        self._cards.check_certificate(chain[0], chain[1:])
        digest = chain[0].fingerprint(hashes.SHA256()).hex()
        holder = self._people.holder(connection, digest)
        actor = self._people.actor(connection, holder, self._now()) if holder else None
        active = holder is not None and self._people.is_active(connection, holder)
        if holder is None or actor is None or not active or not actor.holds(role):
            raise Refused(403, "not_entitled")
        self._require_fresh(claims)
        return Order(compact, claims, holder)

    def _require_fresh(self, claims: dict[str, Any]) -> None:
        at = claims.get("iat")
        if not isinstance(at, int) or abs(self._now().timestamp() - at) > FRESH.total_seconds():
            raise Refused(422, "order_expired")
