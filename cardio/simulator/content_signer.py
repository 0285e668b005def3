"""The issuer's hand: signed data (CMS, RFC 5652) on what a virtual card carries, by ECDSA with SHA-256."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.tlv import encode

SEQUENCE: Final = 0x30
SET: Final = 0x31
INTEGER: Final = 0x02
OCTET_STRING: Final = 0x04
CONTEXT_0: Final = 0xA0

_SIGNED_DATA: Final = bytes.fromhex("06092A864886F70D010702")
_CONTENT_TYPE: Final = bytes.fromhex("06092A864886F70D010903")
_MESSAGE_DIGEST: Final = bytes.fromhex("06092A864886F70D010904")
_SHA256: Final = bytes.fromhex("300B0609608648016503040201")
_ECDSA_SHA256: Final = bytes.fromhex("300A06082A8648CE3D040302")

CHUID_SECURITY_OBJECT: Final = bytes.fromhex("06086086480165030601")  # id-PIV-CHUIDSecurityObject
BIOMETRIC_OBJECT: Final = bytes.fromhex("06086086480165030602")  # id-PIV-biometricObject
LDS_SECURITY_OBJECT: Final = bytes.fromhex("0606678108010101")  # id-icao-ldsSecurityObject


@dataclass(frozen=True)
class ContentSigner:
    """A key that signs card data, and its certificate."""

    key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate

    def sign(self, content_type: bytes, content: bytes, *, detached: bool, with_certificate: bool) -> bytes:
        """The ContentInfo (DER) about `content`; `content_type` is an encoded object identifier."""
        octets = b"" if detached else encode(CONTEXT_0, encode(OCTET_STRING, content))
        certificate = self.certificate.public_bytes(Encoding.DER) if with_certificate else b""
        signed = (
            encode(INTEGER, b"\x03")
            + encode(SET, _SHA256)
            + encode(SEQUENCE, content_type + octets)
            + (encode(CONTEXT_0, certificate) if certificate else b"")
            + encode(SET, self._signer_info(content_type, content))
        )
        return encode(SEQUENCE, _SIGNED_DATA + encode(CONTEXT_0, encode(SEQUENCE, signed)))

    def _signer_info(self, content_type: bytes, content: bytes) -> bytes:
        digest = encode(OCTET_STRING, sha256(content).digest())
        attributes = b"".join(
            sorted(  # DER orders a SET OF by encoding
                encode(SEQUENCE, name + encode(SET, value))
                for name, value in ((_CONTENT_TYPE, content_type), (_MESSAGE_DIGEST, digest))
            )
        )
        signature = self.key.sign(encode(SET, attributes), ec.ECDSA(hashes.SHA256()))
        return encode(
            SEQUENCE,
            encode(INTEGER, b"\x01")
            + encode(SEQUENCE, self.certificate.issuer.public_bytes() + self._serial())
            + _SHA256
            + encode(CONTEXT_0, attributes)
            + _ECDSA_SHA256
            + encode(OCTET_STRING, signature),
        )

    def _serial(self) -> bytes:
        number = self.certificate.serial_number
        return encode(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))
