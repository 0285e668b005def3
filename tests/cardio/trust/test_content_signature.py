"""The issuer's CMS signatures: ours, and OpenSSL's by way of `cryptography`."""

from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from cardio.errors import BadSignature, ProtocolViolation
from cardio.piv import Slot
from cardio.simulator.content_signer import CHUID_SECURITY_OBJECT, ContentSigner
from cardio.trust import content_signature
from tests.support import virtual_cards

CONTENT = b"card data"


@pytest.fixture(scope="module")
def signer() -> ContentSigner:
    """Any key with a certificate will do here."""
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    file = virtual_cards.card_file()
    key = load_der_private_key(file.keys[Slot.SIGNATURE], None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return ContentSigner(key, file.certificate(Slot.SIGNATURE))


@pytest.mark.parametrize("detached", [True, False])
def test_a_signature_of_the_issuer(signer: ContentSigner, detached: bool) -> None:
    der = signer.sign(CHUID_SECURITY_OBJECT, CONTENT, detached=detached, with_certificate=not detached)
    signed = content_signature.read(der)
    assert signed.content == (b"" if detached else CONTENT)
    assert signed.certificates == (() if detached else (signer.certificate,))
    signed.verify(signer.certificate, CONTENT if detached else None)
    with pytest.raises(BadSignature):
        signed.verify(signer.certificate, b"other data")
    with pytest.raises(BadSignature):
        signed.verify(virtual_cards.card_file().certificate(Slot.AUTHENTICATION), CONTENT)


def test_a_signature_of_another_maker(signer: ContentSigner) -> None:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(CONTENT)
    builder = builder.add_signer(signer.certificate, signer.key, hashes.SHA384())
    der = builder.sign(Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary])
    content_signature.read(der).verify(signer.certificate, CONTENT)


def test_a_signature_by_a_key_of_no_kind_of_ours(signer: ContentSigner) -> None:
    der = signer.sign(CHUID_SECURITY_OBJECT, CONTENT, detached=False, with_certificate=False)
    damaged = der.replace(bytes.fromhex("2A8648CE3D040302"), bytes.fromhex("2A8648CE3D040301"))  # SHA-224
    with pytest.raises(BadSignature):
        content_signature.read(damaged).verify(signer.certificate)


@pytest.mark.parametrize("der", [b"", b"\x30\x00", b"\x30\x84\x7f\xff\xff\xff", b"\x04\x01a"])
def test_malformed(der: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        content_signature.read(der)


def test_a_certificate_alone_is_no_signature(signer: ContentSigner) -> None:
    with pytest.raises(ProtocolViolation):
        content_signature.read(signer.certificate.public_bytes(Encoding.DER))
    assert isinstance(signer.certificate, x509.Certificate)
