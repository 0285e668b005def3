"""An issuer's hand: signed data (CMS, RFC 5652) on what virtual cards and documents carry, by ECDSA."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.der import SET, integer, oid, sequence
from cardio.tlv import encode

CHUID_SECURITY_OBJECT: Final = "2.16.840.1.101.3.6.1"  # id-PIV-CHUIDSecurityObject
BIOMETRIC_OBJECT: Final = "2.16.840.1.101.3.6.2"  # id-PIV-biometricObject

_OCTET_STRING: Final = 0x04
_UTC_TIME: Final = 0x17
_CONTEXT_0: Final = 0xA0
_SIGNED_DATA: Final = oid("1.2.840.113549.1.7.2")
_CONTENT_TYPE: Final = oid("1.2.840.113549.1.9.3")
_MESSAGE_DIGEST: Final = oid("1.2.840.113549.1.9.4")
_SIGNING_TIME: Final = oid("1.2.840.113549.1.9.5")
_SHA256: Final = sequence(oid("2.16.840.1.101.3.4.2.1"))
_ECDSA_SHA256: Final = sequence(oid("1.2.840.10045.4.3.2"))


@dataclass(frozen=True)
class ContentSigner:
    """A key that signs data, and its certificate."""

    key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate

    def sign(
        self,
        content_type: str,
        content: bytes,
        *,
        detached: bool = False,
        with_certificate: bool = True,
        at: datetime | None = None,
    ) -> bytes:
        """The ContentInfo (DER) about `content`, which a detached one leaves out; `at`: the signing time."""
        octets = b"" if detached else encode(_CONTEXT_0, encode(_OCTET_STRING, content))
        certificate = encode(_CONTEXT_0, self.certificate.public_bytes(Encoding.DER))
        signed = sequence(
            integer(3),
            encode(SET, _SHA256),
            sequence(oid(content_type), octets),
            certificate if with_certificate else b"",
            encode(SET, self._signer_info(_attributes(content_type, content, at))),
        )
        return sequence(_SIGNED_DATA, encode(_CONTEXT_0, signed))

    def _signer_info(self, attributes: bytes) -> bytes:
        return sequence(
            integer(1),
            sequence(self.certificate.issuer.public_bytes(), integer(self.certificate.serial_number)),
            _SHA256,
            encode(_CONTEXT_0, attributes),
            _ECDSA_SHA256,
            encode(_OCTET_STRING, self.key.sign(encode(SET, attributes), ec.ECDSA(hashes.SHA256()))),
        )


def _attributes(content_type: str, content: bytes, at: datetime | None) -> bytes:
    """The signed attributes, in the order of their encodings as DER wants a SET OF."""
    found = {
        _CONTENT_TYPE: oid(content_type),
        _MESSAGE_DIGEST: encode(_OCTET_STRING, sha256(content).digest()),
    }
    if at is not None:
        found[_SIGNING_TIME] = encode(_UTC_TIME, f"{at.astimezone(UTC):%y%m%d%H%M%SZ}".encode())
    return b"".join(sorted(sequence(name, encode(SET, value)) for name, value in found.items()))
