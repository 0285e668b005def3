"""Citizen numbers in certificates are never shown."""

from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cardio.redaction import MASK, holder_name, issuer_name, name_text, redacted, staff_code
from tests.support.virtual_cards import NOW

CITIZEN = "046085012345"


def certificate(*attributes: x509.NameAttribute[str]) -> x509.Certificate:
    """A certificate with such a subject."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(attributes)
    return x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW).sign(key, hashes.SHA256())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (CITIZEN, MASK),
        (f"CCCD:{CITIZEN}, Hương", f"CCCD:{MASK}, Hương"),
        (f"{CITIZEN}/{CITIZEN}", f"{MASK}/{MASK}"),
        ("04608501234", "04608501234"),  # eleven digits
        ("0460850123456", "0460850123456"),  # thirteen
    ],
)
def test_twelve_digits_are_masked(text: str, shown: str) -> None:
    assert redacted(text) == shown


def test_names_are_redacted() -> None:
    bearer = certificate(
        x509.NameAttribute(NameOID.COMMON_NAME, f"Nguyễn Thị Hương {CITIZEN}"),
        x509.NameAttribute(NameOID.USER_ID, f"CCCD:{CITIZEN}"),
        x509.NameAttribute(NameOID.SERIAL_NUMBER, CITIZEN),
    )
    assert holder_name(bearer) == f"Nguyễn Thị Hương {MASK}"
    assert staff_code(bearer) == MASK
    assert issuer_name(bearer) == f"Nguyễn Thị Hương {MASK}"
    for text in (name_text(bearer.subject), name_text(bearer.issuer)):
        assert CITIZEN not in text
        assert "Hương" in text


def test_a_nameless_certificate() -> None:
    assert (holder_name(certificate()), staff_code(certificate())) == ("", "")


def test_an_issuer_without_a_common_name_is_named_whole() -> None:
    assert issuer_name(certificate(x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"City {CITIZEN}"))) == (
        f"O=City {MASK}"
    )
