"""Orders that an officer's card signs outside a session, as a test makes them."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.x509.oid import NameOID

from cardio.simulator import CardFile
from desktop_app.cards.officer_card import OfficerCard
from desktop_app.domain.organisation import Officer
from desktop_app.domain.roles import Role
from desktop_app.sandbox import audience, wire
from tests.support.desk_client import CardKey
from tests.support.small_city import IOC, SmallCity


def order(card: CardFile, kind: str, **claims: Any) -> str:  # noqa: ANN401 - JSON
    """Return a signed order, fresh unless ``iat`` says otherwise."""
    key = CardKey(card)
    header = {"typ": kind, "x5c": [base64.b64encode(key.der).decode()]}
    return key.sign(header, {"iat": int(time.time()), **claims})


def site_admins(city: SmallCity, *ids: str) -> list[CardFile]:
    """Register site admins and return their cards."""
    for officer_id in ids:
        officer = Officer(officer_id, f"Quản trị {officer_id}", IOC, (Role.SITE_ADMIN,))
        with city.service.writer.transaction() as connection:
            data = wire.encode(officer)
            city.service.entities.put(connection, "officer", officer_id, data, audience.EVERYONE)
            city.service.people.register(connection, officer, now=city.service.now())
    return [city.card(officer_id) for officer_id in ids]


def officer_card(key: ec.EllipticCurvePrivateKey) -> OfficerCard:
    """A card in the test's own hand, its PIN verified: signs with ``key`` as the card would."""
    certificate = certificate_of(key)

    def sign(message: bytes) -> bytes:
        r, s = utils.decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    return OfficerCard((certificate,), sign)


def certificate_of(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    """A certificate for ``key``, by another name's authority."""
    now = datetime.now(UTC)
    names = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, each)]) for each in ("Officer", "Authority")]
    builder = x509.CertificateBuilder().subject_name(names[0]).issuer_name(names[1])
    builder = builder.public_key(key.public_key())
    dated = builder.serial_number(7).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    return dated.sign(ec.generate_private_key(ec.SECP256R1()), hashes.SHA256())
