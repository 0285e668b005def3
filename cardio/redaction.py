"""Names in certificates, fit to be shown and logged: subjects may carry the citizen's twelve-digit number."""

from __future__ import annotations

import re
from typing import Final

from cryptography import x509
from cryptography.x509.oid import NameOID

MASK: Final = "············"
_CITIZEN_NUMBER: Final = re.compile(r"(?<!\d)\d{12}(?!\d)")


def redacted(text: str) -> str:
    """`text` with every citizen number masked."""
    return _CITIZEN_NUMBER.sub(MASK, text)


def holder_name(certificate: x509.Certificate) -> str:
    """The common name of the subject, redacted; empty when there is none."""
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return redacted(str(names[0].value)) if names else ""


def issuer_name(certificate: x509.Certificate) -> str:
    """The common name of the issuer, redacted; its whole name where it has none."""
    names = certificate.issuer.get_attributes_for_oid(NameOID.COMMON_NAME)
    return redacted(str(names[0].value)) if names else name_text(certificate.issuer)


def name_text(name: x509.Name) -> str:
    """A distinguished name (RFC 4514), redacted."""
    return redacted(name.rfc4514_string())


def staff_code(certificate: x509.Certificate) -> str:
    """The staff code: the subject's serial number attribute, redacted; empty when there is none."""
    numbers = certificate.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)
    return redacted(str(numbers[0].value)) if numbers else ""
