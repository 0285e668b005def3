"""The trust bundle: whom a workstation believes, which calendar holds, what policy allows; signed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from cryptography.hazmat.primitives.serialization import Encoding

from desktop_app import jose
from desktop_app.domain.deadlines import default_calendar
from desktop_app.sandbox import policy, wire
from desktop_app.sandbox.entities import Entities
from desktop_app.sandbox.origin import Origin
from desktop_app.sandbox.revocations import Revocations
from desktop_app.sandbox.tables import card_certificate, entity, person

if TYPE_CHECKING:
    from cryptography import x509
    from sqlalchemy.engine import Connection

    from desktop_app.sandbox.pki import SandboxPki

DUTIES = ("site_admin", "supervisor")
SIGN_IN_SLOT = "9A"
ORGANISATION = "hue"


class Bundles:
    """Signs the bundle as things stand; its version is the second it was issued."""

    def __init__(
        self,
        pki: SandboxPki,
        revocations: Revocations,
        entities: Entities,
        origin: Origin,
        server_id: str,
        now: Callable[[], datetime],
    ) -> None:
        self._pki = pki
        self._revocations = revocations
        self._entities = entities
        self._origin = origin
        self._server_id = server_id
        self._now = now

    def current(self, connection: Connection) -> str:
        """Return the bundle (typ ``ioc-trust-bundle+jws``), ``kid`` the thumbprint of the bundle key."""
        now = self._now()
        key = self._pki.bundle_key
        jwk = jose.public_jwk(key)
        claims = {
            "version": int(now.timestamp()),
            "issued_at": wire.instant(now),
            "organisation": ORGANISATION,
            "server_id": self._server_id,
            "token_url": self._origin.token_url,
            "receipt_keys": self._receipt_keys(),
            "staff_anchors": [_der(self._pki.staff_ca.root)],
            "staff_intermediates": [_der(self._pki.staff_ca.issuing)],
            "crls": [b64encode(self._revocations.newest()).decode()],
            "reporter_key": jose.public_jwk(self._pki.reporter_key),
            "recovery_key": jose.public_jwk(self._pki.recovery_key),
            "calendar": self._calendar(connection),
            "policy": policy.in_force(connection),
            "officers": _officers(connection),
            "sandbox": True,
            "bundle_key": jwk,
        }
        return jose.sign(jose.Kind.TRUST_BUNDLE, claims, key, {"kid": jose.thumbprint(jwk)})

    def _calendar(self, connection: Connection) -> dict[str, Any]:
        known = self._entities.all(connection, "calendar")
        fallback: dict[str, Any] = wire.encode(default_calendar())
        return known[0] if known else fallback

    def _receipt_keys(self) -> dict[str, Any]:
        jwk = jose.public_jwk(self._pki.receipt_key)
        return {"keys": [{**jwk, "kid": jose.thumbprint(jwk), "use": "sig", "alg": "ES256"}]}


def _officers(connection: Connection) -> dict[str, list[str]]:
    """Whose cards may act at a terminal without a session: duty → SHA-256 of sign-in certificates."""
    joined = card_certificate.join(person, person.c.id == card_certificate.c.person_id).join(
        entity, sa.and_(entity.c.entity == "officer", entity.c.id == person.c.id)
    )
    query = sa.select(card_certificate.c.sha256, entity.c.data).select_from(joined)
    query = query.where(card_certificate.c.slot == SIGN_IN_SLOT, person.c.active)
    rows = connection.execute(query.order_by(card_certificate.c.sha256)).all()
    return {duty: [row.sha256 for row in rows if duty in row.data["roles"]] for duty in DUTIES}


def _der(certificate: x509.Certificate) -> str:
    return b64encode(certificate.public_bytes(Encoding.DER)).decode()
