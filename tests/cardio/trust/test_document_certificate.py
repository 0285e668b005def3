"""Certificates of the document PKI: facts, signatures, and what is none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cardio.errors import ProtocolViolation
from cardio.trust.document_certificate import DocumentCertificate, load_usable
from tests.support.virtual_documents import NOW, authority

ROOT = load_usable(authority().anchor)
SIGNER = DocumentCertificate.load(authority().signer.public_bytes(Encoding.DER))


def test_facts() -> None:
    assert (ROOT.country, ROOT.is_authority, ROOT.is_self_issued) == ("VN", True, True)
    assert (SIGNER.is_authority, SIGNER.is_self_issued) == (False, False)
    assert SIGNER.issuer == ROOT.subject
    assert SIGNER.authority_key_id == ROOT.key_id
    assert len(ROOT.fingerprint) == 64


def test_who_signed_whom() -> None:
    assert ROOT.is_signed_by(ROOT)
    assert SIGNER.is_signed_by(ROOT)
    assert not ROOT.is_signed_by(SIGNER)
    assert SIGNER.may_be_issued_by(ROOT)
    assert SIGNER.claims(ROOT)
    assert not ROOT.may_be_issued_by(SIGNER)


def test_in_force() -> None:
    assert ROOT.in_force(NOW)
    assert not ROOT.in_force(NOW - timedelta(days=2))
    assert not ROOT.in_force(NOW + timedelta(days=4000))


@pytest.mark.parametrize("der", [b"", b"\x30\x00", ROOT.der[:-1], ROOT.der + b"\x00"])
def test_what_is_no_certificate(der: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        DocumentCertificate.load(der)


def test_a_key_that_cannot_be_read_is_told_when_it_is_used() -> None:
    key = authority().root_key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert ROOT.der.count(key) == 1
    broken = ROOT.der.replace(key, b"\xa0" + key[1:])
    with pytest.raises(ProtocolViolation):  # found by fuzzing: only looking at the key shows it
        load_usable(broken)
