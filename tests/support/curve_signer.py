"""A document signer with a key on a curve that the library lacks: made, and signing, by plain arithmetic."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.curves import Curve
from cardio.simulator.content_signer import ContentSigner
from cardio.simulator.emrtd import CountryAuthority
from cardio.simulator.emrtd.document import spki


@dataclass(frozen=True)
class CurveKey:
    """A private key for tests; signs as the library's keys do."""

    curve: Curve
    private: int

    def public(self) -> bytes:
        """The encoded point."""
        return self.curve.encode(self._multiple(self.private))

    def sign(self, data: bytes, algorithm: ec.ECDSA) -> bytes:
        """ECDSA (FIPS 186-5, 6.4.1) by the hash that `algorithm` names, in DER."""
        kind: Any = algorithm.algorithm
        hashed = hashes.Hash(kind)
        hashed.update(data)
        digest, n = hashed.finalize(), self.curve.n
        number = int.from_bytes(digest, "big") >> max(0, 8 * len(digest) - n.bit_length())
        once = 1 + secrets.randbelow(n - 1)
        r = self._multiple(once)[0] % n
        return encode_dss_signature(r, pow(once, -1, n) * (number + r * self.private) % n)

    def _multiple(self, scalar: int) -> tuple[int, int]:
        point = self.curve.multiply(scalar, self.curve.generator)
        assert point is not None
        return point


def signer_on(curve: Curve, authority: CountryAuthority) -> ContentSigner:
    """A document signer of `authority` with a key on `curve`."""
    key: Any = CurveKey(curve, 1 + secrets.randbelow(curve.n - 1))
    certificate = asn1.Certificate.load(authority.signer.public_bytes(Encoding.DER))
    signed = certificate["tbs_certificate"]
    signed["subject_public_key_info"] = keys.PublicKeyInfo.load(spki(curve, key.public()))
    made = asn1.Certificate(
        {
            "tbs_certificate": signed,
            "signature_algorithm": certificate["signature_algorithm"],
            "signature_value": authority.root_key.sign(signed.dump(), ec.ECDSA(hashes.SHA256())),
        }
    )
    return ContentSigner(key, x509.load_der_x509_certificate(made.dump()))
