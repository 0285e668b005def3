"""Approvals that a leader's card signed: whose card it was and that it signed exactly this; kept for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from cryptography.hazmat.primitives import hashes

from desktop_app import jose
from desktop_app.domain.payloads import Approve
from desktop_app.domain.report import Report
from desktop_app.domain.transition import SignatureRequired
from desktop_app.sandbox import policy
from desktop_app.sandbox.refusal import Refused
from desktop_app.sandbox.rules import RuleBroken
from desktop_app.sandbox.tables import approval

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.auth.card_grant import CardGrant
    from desktop_app.sandbox.people import People


class SignedApprovals:
    """Checks and keeps the signature of an approval; one without a signature is left to the policy."""

    def __init__(self, cards: CardGrant, people: People, now: Callable[[], datetime]) -> None:
        self._cards = cards
        self._people = people
        self._now = now

    def take(self, connection: Connection, report: Report, person_id: str, payload: Approve) -> None:
        """Keep the signature of ``payload``, if it has one.

        Raises ``RuleBroken`` (``payload``, ``signature``) unless it is that person's own card, fit to sign
        in, over this report, this content and this capacity; ``signature_required`` where there is none and
        the policy wants one.
        """
        if not payload.signature:
            if policy.in_force(connection)[policy.SIGNED_APPROVALS]:
                raise RuleBroken(SignatureRequired.rule, "signature")
            return
        if not self._holds(connection, report, person_id, payload):
            raise RuleBroken("payload", "signature")
        sha256 = jose.sha256_hex(payload.signature)
        known = connection.execute(sa.select(approval.c.sha256).where(approval.c.sha256 == sha256)).first()
        if known is None:
            row = {"sha256": sha256, "report_id": report.id, "person_id": person_id}
            connection.execute(sa.insert(approval).values(**row, at=self._now(), signed=payload.signature))

    def signed(self, connection: Connection, sha256: str) -> str | None:
        """Return the approval of this hash as the card signed it, or None."""
        found = connection.execute(sa.select(approval.c.signed).where(approval.c.sha256 == sha256)).scalar()
        return None if found is None else str(found)

    def _holds(self, connection: Connection, report: Report, person_id: str, payload: Approve) -> bool:
        try:
            chain = jose.read_x5c(jose.unverified(payload.signature).header.get("x5c"))
            claims = jose.verify(payload.signature, jose.Kind.APPROVAL, jose.certificate_key(chain[0])).claims
            self._cards.check_certificate(chain[0], chain[1:])
        except (jose.JwsInvalid, Refused, IndexError, UnicodeEncodeError):
            return False
        said = {name: claims.get(name) for name in ("report_id", "content_sha256", "capacity")}
        meant = {
            "report_id": report.id, "content_sha256": payload.content_sha256, "capacity": payload.capacity,
        }  # fmt: skip
        holder = self._people.holder(connection, chain[0].fingerprint(hashes.SHA256()).hex())
        return said == meant and holder == person_id
