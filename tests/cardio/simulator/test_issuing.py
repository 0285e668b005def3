"""The beginning of a certificate: what was asked for, and serial numbers of one size."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cardio.simulator import issuing
from tests.support.virtual_cards import NOW

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def signed(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    subject, issuer = issuing.name("Leaf"), issuing.name("Root")
    builder = issuing.begin(subject, key.public_key(), issuer, (NOW - DAY, NOW + DAY))
    return builder.sign(key, hashes.SHA256())


def test_names_key_and_validity_are_as_asked(key: ec.EllipticCurvePrivateKey) -> None:
    certificate = signed(key)
    assert (certificate.subject, certificate.issuer) == (issuing.name("Leaf"), issuing.name("Root"))
    assert certificate.public_key() == key.public_key()
    assert (certificate.not_valid_before_utc, certificate.not_valid_after_utc) == (NOW - DAY, NOW + DAY)
    assert list(certificate.extensions) == []


def test_serial_numbers_differ_and_take_eight_bytes(key: ec.EllipticCurvePrivateKey) -> None:
    """Positive in DER (RFC 5280, 4.1.2.2), which a ninth byte would be for where the top bit is set."""
    numbers = {signed(key).serial_number for _ in range(20)}
    assert len(numbers) == 20
    assert {number.bit_length() for number in numbers} == {63}


def test_a_name_has_the_parts_given() -> None:
    name = issuing.name("Lê An", serial="CB-1", country="VN")
    parts = [(part.oid, part.value) for part in name]
    assert parts == [
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.SERIAL_NUMBER, "CB-1"),
        (NameOID.COMMON_NAME, "Lê An"),
    ]
    assert len(list(issuing.name("Lê An"))) == 1


def test_a_key_usage_allows_what_was_wanted_and_nothing_else() -> None:
    usage = issuing.key_usage("key_cert_sign", "crl_sign")
    assert usage.key_cert_sign
    assert usage.crl_sign
    assert not usage.digital_signature
    assert not usage.key_agreement


def test_the_short_identifier_is_of_the_standard_one(key: ec.EllipticCurvePrivateKey) -> None:
    """RFC 5280, 4.2.1.2: method 2 is four fixed bits and the end of method 1's hash."""
    short = issuing.key_identifier(key.public_key())
    whole = x509.SubjectKeyIdentifier.from_public_key(key.public_key()).digest
    assert len(short) == 8
    assert short[0] >> 4 == 0b0100
    assert (short[0] & 0x0F, short[1:]) == (whole[-8] & 0x0F, whole[-7:])
    assert issuing.authority_key(key.public_key()).key_identifier == short
