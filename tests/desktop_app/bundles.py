"""Trust bundles as a centre signs them, for tests."""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.simulator import StaffCa
from desktop_app import jose
from desktop_app.trust.bundle import TrustBundle, first_bundle
from tests.support.virtual_cards import NOW, authority

URL = "http://127.0.0.1:1"


def der(certificate: x509.Certificate) -> str:
    return b64encode(certificate.public_bytes(Encoding.DER)).decode()


class Authority:
    """A centre's keys, and bundles signed with them."""

    def __init__(self, staff: StaffCa | None = None) -> None:
        self.staff = staff or authority()
        self.bundle_key = ec.generate_private_key(ec.SECP256R1())
        self.receipt_key = ec.generate_private_key(ec.SECP256R1())

    def claims(self, **changes: object) -> dict[str, Any]:
        receipt = jose.public_jwk(self.receipt_key)
        return {
            "version": 1, "issued_at": "2026-03-02T08:00:00.000000Z", "organisation": "hue",
            "server_id": "s-1", "token_url": f"{URL}/v1/auth/token",
            "receipt_keys": {"keys": [{**receipt, "kid": jose.thumbprint(receipt)}]},
            "staff_anchors": [der(self.staff.root)], "staff_intermediates": [der(self.staff.issuing)],
            "crls": [], "reporter_key": None, "recovery_key": None, "calendar": None,
            "policy": {"offline_hours": 48, "device_slot": True, "hold_seconds": "soon"}, "sandbox": True,
            "bundle_key": jose.public_jwk(self.bundle_key), **changes,
        }  # fmt: skip

    def sign(self, /, signed_by: ec.EllipticCurvePrivateKey | None = None, **changes: Any) -> str:  # noqa: ANN401
        signer = signed_by or self.bundle_key
        kid = jose.thumbprint(jose.public_jwk(signer))
        return jose.sign(jose.Kind.TRUST_BUNDLE, self.claims(**changes), signer, {"kid": kid})

    def bundle(self, **changes: Any) -> TrustBundle:  # noqa: ANN401
        return first_bundle(self.sign(**changes), URL)

    def crl(self) -> bytes:
        """A list of the staff CA as it stands, good for a day."""
        return self.staff.crl(NOW, NOW + timedelta(days=1))
