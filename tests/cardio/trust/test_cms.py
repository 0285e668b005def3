"""Signed data: the signature, the digest, the signer, each refused by its own reason when wrong."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.document_errors import SecurityObjectInvalid
from cardio.trust import cms, lds
from tests.support.virtual_documents import NOW, authority

CONTENT = b"\x30\x03\x02\x01\x07"
SIGNED = authority().signed(CONTENT, lds.CONTENT_TYPE, NOW)


def test_what_was_signed_by_whom_and_when() -> None:
    found = cms.open_signed(SIGNED, lds.CONTENT_TYPE)
    assert (found.content, found.signed_at) == (CONTENT, NOW)
    assert found.signer.der == authority().signer.public_bytes(Encoding.DER)
    assert found.certificates == (found.signer,)


def flipped(at: int) -> bytes:
    """The message with one bit changed."""
    return SIGNED[:at] + bytes((SIGNED[at] ^ 1,)) + SIGNED[at + 1 :]


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (flipped(SIGNED.index(CONTENT) + 4), "digest"),
        (flipped(len(SIGNED) - 1), "signature"),
        (flipped(SIGNED.rindex(authority().signer.serial_number.to_bytes(8, "big")) + 7), "signer"),
        (b"", "malformed"),
        (b"\x30\x00", "malformed"),
        (SIGNED + b"\x00", "malformed"),
        (authority().signed(CONTENT, "1.2.3", NOW), "malformed"),
    ],
)
def test_refusals(message: bytes, reason: str) -> None:
    with pytest.raises(SecurityObjectInvalid) as refusal:
        cms.open_signed(message, lds.CONTENT_TYPE)
    assert refusal.value.reason == reason
