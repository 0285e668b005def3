"""What an authority's certificates begin with: names, key, serial number, validity, usages, identifiers."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

_USAGES: Final = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def begin(
    subject: x509.Name, key: CertificatePublicKeyTypes, issuer: x509.Name, valid: tuple[datetime, datetime]
) -> x509.CertificateBuilder:
    """A certificate without extensions, to be signed; `valid` is its first and its last moment."""
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    return builder.serial_number(_serial()).not_valid_before(valid[0]).not_valid_after(valid[1])


def name(common: str, *, serial: str | None = None, country: str | None = None) -> x509.Name:
    """A distinguished name of these parts."""
    parts = ((NameOID.COUNTRY_NAME, country), (NameOID.SERIAL_NUMBER, serial), (NameOID.COMMON_NAME, common))
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts if value is not None])


def key_usage(*wanted: str) -> x509.KeyUsage:
    """The extension with these usages, by the names of RFC 5280, 4.2.1.3, in snake_case."""
    return x509.KeyUsage(**{usage: usage in wanted for usage in _USAGES})


def authority_key(key: ec.EllipticCurvePublicKey) -> x509.AuthorityKeyIdentifier:
    """Which key signed, in the short form."""
    return x509.AuthorityKeyIdentifier(key_identifier(key), None, None)


def key_identifier(key: ec.EllipticCurvePublicKey) -> bytes:
    """The 64-bit form of RFC 5280, 4.2.1.2 (2): 0100 and the last 60 bits of the hash."""
    digest = hashes.Hash(hashes.SHA1())  # noqa: S303 — an identifier, not a signature
    digest.update(key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    tail = int.from_bytes(digest.finalize()[-8:], "big")
    return (tail & (1 << 60) - 1 | 0x4 << 60).to_bytes(8, "big")


def _serial() -> int:
    return int.from_bytes(os.urandom(8), "big") >> 1 | 1 << 62  # positive, always eight bytes
