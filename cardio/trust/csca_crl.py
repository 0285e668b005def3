"""Revocation lists of country signing authorities, whose curves may be written out (see `explicit_curves`).

The rules are those of `crl`: a list is verified once, an older or forged one is refused and the last good one
kept, and a listed serial is revoked however old the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from cardio.errors import CardError, CrlRefused
from cardio.trust import signatures
from cardio.trust.asn1 import crl
from cardio.trust.crl import Revocation
from cardio.trust.document_certificate import DocumentCertificate
from cardio.trust.explicit_curves import MALFORMED


@dataclass(frozen=True, slots=True)
class _List:
    """A verified list."""

    number: int
    this_update: datetime
    revoked: dict[int, Revocation]


class CscaCrls:
    """The last good list of each authority."""

    def __init__(self) -> None:
        self._lists: dict[DocumentCertificate, _List] = {}

    def add(self, der: bytes, issuer: DocumentCertificate) -> int:
        """Take a list over after verifying it under an anchor; its entries are counted. Raises CrlRefused."""
        try:
            parsed = crl.CertificateList.load(der, strict=True)
            _check_signature(parsed, issuer)
            taken = _read(parsed)
        except (*MALFORMED, CardError) as error:
            raise error if isinstance(error, CrlRefused) else CrlRefused("unreadable") from None
        last = self._lists.get(issuer)
        if last is not None and (taken.number, taken.this_update) < (last.number, last.this_update):
            raise CrlRefused("older")
        self._lists[issuer] = taken
        return len(taken.revoked)

    def entry(self, certificate: DocumentCertificate, issuer: DocumentCertificate) -> Revocation | None:
        """The entry for a certificate of that issuer, if it is listed."""
        last = self._lists.get(issuer)
        return None if last is None else last.revoked.get(certificate.serial_number)


def is_list(der: bytes) -> bool:
    """Whether this is a revocation list at all, of whomever."""
    try:
        return bool(crl.CertificateList.load(der, strict=True)["tbs_cert_list"]["issuer"].hashable)
    except MALFORMED:
        return False


def _check_signature(parsed: crl.CertificateList, issuer: DocumentCertificate) -> None:
    signed = parsed["tbs_cert_list"]
    if str(signed["issuer"].hashable) != issuer.subject:
        raise CrlRefused("issuer")
    algorithm, value = parsed["signature_algorithm"], parsed["signature"].native
    if not signatures.is_valid(issuer.public_key, algorithm, signed.dump(), value):
        raise CrlRefused("signature")


def _read(parsed: crl.CertificateList) -> _List:
    number = parsed.crl_number_value
    if number is None:
        raise CrlRefused("unreadable")
    if parsed.critical_extensions:
        raise CrlRefused("critical_extension")
    signed = parsed["tbs_cert_list"]
    revoked = {
        entry["user_certificate"].native: Revocation(
            entry["revocation_date"].native.astimezone(UTC),
            "unspecified" if entry.crl_reason_value is None else entry.crl_reason_value.native,
        )
        for entry in signed["revoked_certificates"]
    }
    return _List(number.native, signed["this_update"].native.astimezone(UTC), revoked)
