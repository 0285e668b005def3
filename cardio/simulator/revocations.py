"""`Revocations`: what one issuer has revoked, and its numbered lists (RFC 5280, 5)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from cardio.simulator import issuing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec

_AT_ONCE = timedelta(days=1)


class Revocations:
    """Lists numbered upwards from the last one issued; that one carries everything over a restart."""

    def __init__(
        self,
        issuer: x509.Certificate,
        key: ec.EllipticCurvePrivateKey,
        last: x509.CertificateRevocationList | None,
    ) -> None:
        self._issuer, self._key, self._last = issuer, key, last
        self._revoked = {entry.serial_number: entry for entry in last or ()}

    def revoke(self, certificate: x509.Certificate, reason: x509.ReasonFlags, at: datetime) -> None:
        """Put the certificate on every list from the next one on."""
        entry = x509.RevokedCertificateBuilder().serial_number(certificate.serial_number).revocation_date(at)
        self._revoked[certificate.serial_number] = entry.add_extension(x509.CRLReason(reason), False).build()

    def issue(self, now: datetime, next_update: datetime) -> x509.CertificateRevocationList:
        """A new list, numbered one higher than the last."""
        builder = x509.CertificateRevocationListBuilder().issuer_name(self._issuer.subject)
        builder = builder.last_update(now).next_update(next_update)
        for entry in self._revoked.values():
            builder = builder.add_revoked_certificate(entry)
        number = 1 if self._last is None else _number(self._last) + 1
        builder = builder.add_extension(x509.CRLNumber(number), False)
        builder = builder.add_extension(issuing.authority_key(self._key.public_key()), False)
        self._last = builder.sign(self._key, hashes.SHA256())
        return self._last

    def take_over(self, issued: x509.CertificateRevocationList) -> None:
        """Go on from a list of this issuer that was issued elsewhere: by another process with its key."""
        for entry in issued:
            self._revoked.setdefault(entry.serial_number, entry)
        if self._last is None or _number(issued) > _number(self._last):
            self._last = issued

    @property
    def revoked(self) -> frozenset[int]:
        """The serial numbers of all that was revoked, on a list yet or not."""
        return frozenset(self._revoked)

    def last(self) -> x509.CertificateRevocationList | None:
        """The last list, after one that nobody was given where revocations are on none yet."""
        if self._revoked.keys() != {entry.serial_number for entry in self._last or ()}:
            begins = self._issuer.not_valid_before_utc
            self.issue(begins, begins + _AT_ONCE)
        return self._last


def _number(issued: x509.CertificateRevocationList) -> int:
    return issued.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
