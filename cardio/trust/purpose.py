"""What a certificate is presented for, and whether it allows that (RFC 5280, 4.2.1.3 and 4.2.1.12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final, TypeVar

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from cardio.certificates import MALFORMED
from cardio.errors import ProtocolViolation, WrongPurpose

Extension = TypeVar("Extension", bound=x509.ExtensionType)

MOST_KNOWN: Final = 1024
PIV_CARD_AUTHENTICATION: Final = x509.ObjectIdentifier("2.16.840.1.101.3.6.8")  # id-PIV-cardAuth
PIV_CONTENT_SIGNING: Final = x509.ObjectIdentifier("2.16.840.1.101.3.6.7")  # id-PIV-content-signing


class Purpose(Enum):
    """A use of a certificate in this system; the values are stable codes."""

    STAFF_SIGN_IN = "staff_sign_in"  # 9A, with PIN
    CARD_AUTHENTICATION = "card_authentication"  # 9E, without
    DIGITAL_SIGNATURE = "digital_signature"  # 9C
    KEY_MANAGEMENT = "key_management"  # 9D, the vault's slots
    CONTENT_SIGNING = "content_signing"  # the issuer's, on the card's data objects


@dataclass(frozen=True, slots=True)
class _Rule:
    """One of `usages` must be set; one of `extended` named, where the extension exists or must."""

    usages: tuple[str, ...]
    extended: frozenset[x509.ObjectIdentifier] = frozenset()
    must_name: bool = False


_RULES: Final = {
    Purpose.STAFF_SIGN_IN: _Rule(
        ("digital_signature",),
        frozenset({ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SMARTCARD_LOGON}),
    ),
    Purpose.CARD_AUTHENTICATION: _Rule(
        ("digital_signature",), frozenset({PIV_CARD_AUTHENTICATION}), must_name=True
    ),
    Purpose.DIGITAL_SIGNATURE: _Rule(("content_commitment",)),
    Purpose.KEY_MANAGEMENT: _Rule(("key_encipherment", "key_agreement")),
    Purpose.CONTENT_SIGNING: _Rule(("digital_signature",), frozenset({PIV_CONTENT_SIGNING}), must_name=True),
}


@lru_cache(maxsize=MOST_KNOWN)
def check_purpose(certificate: x509.Certificate, purpose: Purpose) -> None:
    """Raise WrongPurpose unless the certificate says that it may be used so; "any" usage does not count.

    What it says never changes: one that may is looked at once.
    """
    rule = _RULES[purpose]
    try:
        extensions = certificate.extensions
    except MALFORMED:
        raise ProtocolViolation("certificate") from None
    usage = _extension(extensions, x509.KeyUsage)
    if usage is None or not any(getattr(usage, name) for name in rule.usages):
        raise WrongPurpose(purpose.value)
    extended = _extension(extensions, x509.ExtendedKeyUsage)
    if not rule.extended or (extended is None and not rule.must_name):
        return
    if extended is None or not rule.extended.intersection(extended):
        raise WrongPurpose(purpose.value)


def may_sign_lists(certificate: x509.Certificate) -> bool:
    """Whether the certificate's key may sign revocation lists."""
    try:
        usage = _extension(certificate.extensions, x509.KeyUsage)
    except MALFORMED:
        return False
    return usage is not None and usage.crl_sign


def _extension(extensions: x509.Extensions, kind: type[Extension]) -> Extension | None:
    try:
        return extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None
