"""`CrlStore`: revocation lists in memory (RFC 5280, section 5), and what they say of a certificate.

A list is verified once, on arrival. A forged, foreign or older one is refused and the last good one stays.
A serial that is listed is revoked however old the list; an unlisted one is only as good as the list is fresh.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from cardio.certificates import MALFORMED
from cardio.errors import CrlRefused
from cardio.trust.purpose import may_sign_lists

MOST_PAIRS: Final = 20_000
_UNDERSTOOD: Final = (x509.CRLNumber, x509.AuthorityKeyIdentifier, x509.CRLReason, x509.InvalidityDate)


class RevocationStatus(Enum):
    """What is known about a certificate's revocation."""

    GOOD = "good"  # not on a list in force
    REVOKED = "revoked"  # on a list, of whatever age
    STALE = "stale"  # not on the last list, which is out of date
    UNKNOWN = "unknown"  # no list of its issuer


@dataclass(frozen=True, slots=True)
class RevocationVerdict:
    """`list_id` and `age` are the list's; `since` and `reason` are set for a revoked certificate."""

    status: RevocationStatus
    list_id: str | None = None
    age: timedelta | None = None
    since: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Revocation:
    """One line of a list."""

    since: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class CrlRecord:
    """A verified list; `der` and `issuer` are enough to add it again after a restart."""

    list_id: str
    number: int
    this_update: datetime
    next_update: datetime | None
    issuer: x509.Certificate
    der: bytes = field(repr=False)
    revoked: Mapping[int, Revocation] = field(repr=False)

    def is_stale(self, at: datetime) -> bool:
        """Whether a newer list should have come by `at`."""
        return self.next_update is None or at > self.next_update


class CrlStore:
    """The last good list of each issuer, for any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._records: dict[x509.Certificate, CrlRecord] = {}
        self._issuers: dict[tuple[x509.Certificate, x509.Certificate], bool] = {}

    def add(self, crl_der: bytes, issuer: x509.Certificate) -> CrlRecord:
        """Take a list over, after verifying it under `issuer` (already trusted); raises CrlRefused."""
        record = _verified(crl_der, issuer)
        with self._guard:
            last = self._records.get(issuer)
            if last is not None and (record.number, record.this_update) < (last.number, last.this_update):
                raise CrlRefused("older")
            self._records[issuer] = record
        return record

    def records(self) -> tuple[CrlRecord, ...]:
        """The lists in use, for the caller to keep."""
        with self._guard:
            return tuple(self._records.values())

    def verdict(self, certificate: x509.Certificate, at: datetime) -> RevocationVerdict:
        """What the last good list of the certificate's issuer says at `at` (aware)."""
        record = self._record_for(certificate)
        if record is None:
            return RevocationVerdict(RevocationStatus.UNKNOWN)
        age, entry = at - record.this_update, record.revoked.get(certificate.serial_number)
        if entry is not None:
            return RevocationVerdict(RevocationStatus.REVOKED, record.list_id, age, entry.since, entry.reason)
        status = RevocationStatus.STALE if record.is_stale(at) else RevocationStatus.GOOD
        return RevocationVerdict(status, record.list_id, age)

    def _record_for(self, certificate: x509.Certificate) -> CrlRecord | None:
        """The list of the issuer that signed the certificate: a name alone proves nothing."""
        with self._guard:
            records = list(self._records.values())
        return next((record for record in records if self._issued(certificate, record.issuer)), None)

    def _issued(self, certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
        pair = (certificate, issuer)
        known = self._issuers.get(pair)
        if known is None:
            if len(self._issuers) >= MOST_PAIRS:
                self._issuers.clear()
            known = self._issuers[pair] = _is_issued_by(certificate, issuer)
        return known


def _verified(crl_der: bytes, issuer: x509.Certificate) -> CrlRecord:
    try:
        crl = x509.load_der_x509_crl(crl_der)
        _check_signature(crl, issuer)
        number = _number(crl)
        revoked = {entry.serial_number: _entry(entry) for entry in crl}
    except (*MALFORMED, UnsupportedAlgorithm):
        raise CrlRefused("unreadable") from None
    return CrlRecord(
        list_id=hashlib.sha256(crl_der).hexdigest(),
        number=number,
        this_update=crl.last_update_utc,
        next_update=crl.next_update_utc,
        issuer=issuer,
        der=crl_der,
        revoked=revoked,
    )


def _check_signature(crl: x509.CertificateRevocationList, issuer: x509.Certificate) -> None:
    if crl.issuer != issuer.subject or not may_sign_lists(issuer):
        raise CrlRefused("issuer")
    try:
        # TypeError for kinds of key that cannot sign
        valid = crl.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]  # said above
    except InvalidSignature:
        valid = False
    if not valid:
        raise CrlRefused("signature")


def _number(crl: x509.CertificateRevocationList) -> int:
    _refuse_unknown(crl.extensions)
    try:
        return crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
    except x509.ExtensionNotFound:
        raise CrlRefused("unreadable") from None


def _entry(entry: x509.RevokedCertificate) -> Revocation:
    _refuse_unknown(entry.extensions)
    try:
        reason = entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except x509.ExtensionNotFound:
        reason = x509.ReasonFlags.unspecified
    return Revocation(entry.revocation_date_utc, reason.value)


def _refuse_unknown(extensions: x509.Extensions) -> None:
    """Partial, indirect and delta lists say so critically: such a list must not be read as a whole one."""
    if any(extension.critical and not isinstance(extension.value, _UNDERSTOOD) for extension in extensions):
        raise CrlRefused("critical_extension")


def _is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    if issuer.subject != certificate.issuer:
        return False
    try:
        certificate.verify_directly_issued_by(issuer)
    except (*MALFORMED, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
