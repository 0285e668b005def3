"""X.509 certificates from outside: decoded whole at once, so that nothing malformed is met later."""

from __future__ import annotations

from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm

from cardio.errors import ProtocolViolation, UnsupportedKey

MALFORMED: Final = (
    ValueError,
    TypeError,
    OverflowError,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the library raises for malformed certificates and lists, some of it only when a part is looked at."""


def load(der: bytes) -> x509.Certificate:
    """The certificate in `der`, of which every part can be read.

    Raises ProtocolViolation for anything malformed, UnsupportedKey for a key that cannot even be read.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
        certificate.public_key()
        _ = (
            certificate.subject,
            certificate.issuer,
            certificate.extensions,
            certificate.signature_algorithm_oid,
        )
        _ = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    except UnsupportedAlgorithm:
        raise UnsupportedKey("unknown") from None
    except MALFORMED:
        raise ProtocolViolation("certificate") from None
    return certificate
