"""`DocumentCertificate`: one of a travel document's PKI (Doc 9303-12), however its curve is written.

Country signing certificates (CSCA) sign document signers; the names in them are matched without regard to
case and string type, as states renew certificates under another spelling.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from cardio.errors import ProtocolViolation
from cardio.trust import signatures
from cardio.trust.asn1 import x509
from cardio.trust.explicit_curves import MALFORMED, SigningKey, public_key


@dataclass(frozen=True)
class DocumentCertificate:
    """One certificate, its structure checked; equal when the bytes are."""

    der: bytes = field(repr=False)
    subject: str
    issuer: str
    country: str
    serial_number: int
    not_before: datetime
    not_after: datetime
    is_authority: bool
    key_id: bytes | None
    authority_key_id: bytes | None

    @classmethod
    def load(cls, der: bytes) -> DocumentCertificate:
        """Read a certificate; ProtocolViolation for what is none."""
        try:
            parsed = x509.Certificate.load(der, strict=True)
            validity = parsed["tbs_certificate"]["validity"]
            basic, usage = parsed.basic_constraints_value, parsed.key_usage_value
            may_sign = usage is None or "key_cert_sign" in usage.native
            return cls(
                der=der,
                subject=_name(parsed.subject),
                issuer=_name(parsed.issuer),
                country=str(parsed.subject.native.get("country_name", "")).upper(),
                serial_number=parsed.serial_number,
                not_before=_moment(validity["not_before"].native),
                not_after=_moment(validity["not_after"].native),
                is_authority=basic is not None and bool(basic["ca"].native) and may_sign,
                key_id=parsed.key_identifier,
                authority_key_id=parsed.authority_key_identifier,
            )
        except MALFORMED:
            raise ProtocolViolation("certificate") from None

    @cached_property
    def public_key(self) -> SigningKey:
        """The key; raises CurveRefused, PointNotOnCurve, UnsupportedKey, ProtocolViolation."""
        try:
            spki = x509.Certificate.load(self.der).public_key.dump()
        except MALFORMED:
            raise ProtocolViolation("public_key") from None
        return public_key(spki)

    @property
    def title(self) -> str:
        """What the certificate calls its holder, for people to read: common name, else organisation."""
        names = x509.Certificate.load(self.der).subject.native
        found = names.get("common_name") or names.get("organization_name") or ""
        return found if isinstance(found, str) else " ".join(map(str, found))

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hexadecimal."""
        return hashlib.sha256(self.der).hexdigest()

    @property
    def is_self_issued(self) -> bool:
        """Whether subject and issuer are the same name."""
        return self.subject == self.issuer

    def is_signed_by(self, issuer: DocumentCertificate) -> bool:
        """Whether the issuer's key made this certificate's signature; raises as `public_key` does."""
        parsed = x509.Certificate.load(self.der)
        try:
            return signatures.is_valid(
                issuer.public_key,
                parsed["signature_algorithm"],
                parsed["tbs_certificate"].dump(),
                parsed["signature_value"].native,
            )
        except MALFORMED:
            raise ProtocolViolation("certificate") from None

    def may_be_issued_by(self, issuer: DocumentCertificate) -> bool:
        """Whether the issuer's key identifier, or else its name, is the one that this certificate names."""
        if self.authority_key_id is not None and issuer.key_id is not None:
            return self.authority_key_id == issuer.key_id
        return self.issuer == issuer.subject

    def claims(self, issuer: DocumentCertificate) -> bool:
        """Whether this certificate says that it comes from that very issuer, by name or by key."""
        return self.issuer == issuer.subject or (
            issuer.key_id is not None and self.authority_key_id == issuer.key_id
        )

    def in_force(self, at: datetime) -> bool:
        """Whether `at` lies within the validity."""
        return self.not_before <= at <= self.not_after


def load_usable(der: bytes) -> DocumentCertificate:
    """A certificate whose key can be used too; raises as `load` and `public_key` do."""
    certificate = DocumentCertificate.load(der)
    _ = certificate.public_key
    return certificate


def _name(name: x509.Name) -> str:
    return str(name.hashable)


def _moment(value: datetime) -> datetime:
    return value.astimezone(UTC)
