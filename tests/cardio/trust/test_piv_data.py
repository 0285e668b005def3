"""What the issuer signed holds, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardio.errors import ApduError, ObjectAltered, ProtocolViolation
from cardio.piv import Piv, Slot, issued, objects
from cardio.simulator.content_signer import BIOMETRIC_OBJECT, ContentSigner
from cardio.trust import piv_data
from cardio.trust.piv_data import as_signed, record_signer, verify_security_object
from tests.support import virtual_cards
from tests.support.virtual_cards import authority, pin

TAGS = (objects.CHUID, objects.PRINTED, objects.FACE, objects.FINGERPRINTS)


def signer(piv: Piv) -> x509.Certificate:
    """Who signed the card's identifier."""
    return piv_data.signer_of(piv.chuid())[0]


@pytest.fixture
def piv() -> Piv:
    """A card with its PIN verified."""
    piv = Piv.select(virtual_cards.card())
    piv.verify(pin())
    return piv


def test_a_whole_card_is_its_issuers(piv: Piv) -> None:
    issuer = signer(piv)
    contents = {tag: piv.object(tag) for tag in TAGS}
    assert verify_security_object(piv.security_object(), issuer, contents) == set(TAGS)
    assert verify_security_object(piv.security_object(), issuer, {objects.CCC: b"?"}) == set()
    assert record_signer(piv.face(), issuer, objects.FACE) == issuer
    assert record_signer(piv.fingerprints(), issuer, objects.FINGERPRINTS) == issuer
    everything = issued.read(piv).beside(issued.read_objects(piv, issued.GUARDED))
    assert as_signed(everything, issuer) == set(TAGS)


@pytest.mark.parametrize("tag", TAGS)
def test_an_altered_object_is_named(piv: Piv, tag: int) -> None:
    with pytest.raises(ObjectAltered) as refusal:
        verify_security_object(piv.security_object(), signer(piv), {tag: piv.object(tag) + b"\0"})
    assert refusal.value.tag == tag


def test_a_copied_identifier_is_found_out(piv: Piv) -> None:
    chuid = piv.chuid()
    with pytest.raises(ObjectAltered):
        piv_data.signer_of(replace(chuid, signed=chuid.signed.replace(chuid.guid, bytes(16))))


def test_hashes_signed_by_somebody_else(piv: Piv) -> None:
    with pytest.raises(ObjectAltered) as refusal:
        verify_security_object(piv.security_object(), authority().issuing, {})
    assert refusal.value.tag == objects.SECURITY_OBJECT
    with pytest.raises(ObjectAltered):
        record_signer(piv.face(), authority().issuing, objects.FACE)


def test_a_record_that_carries_its_own_signer(piv: Piv) -> None:
    file, own = virtual_cards.card_file(), piv.face()
    key = load_der_private_key(file.keys[Slot.SIGNATURE], password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    issuer = ContentSigner(key, file.certificate(Slot.SIGNATURE))
    signature = issuer.sign(BIOMETRIC_OBJECT, own.signed, detached=True)
    carried = replace(own, signature=signature)
    assert record_signer(carried, None, objects.FACE) == issuer.certificate
    assert record_signer(carried, authority().issuing, objects.FACE) == issuer.certificate
    for unsigned in (own, replace(own, signature=b"")):
        with pytest.raises(ProtocolViolation):
            record_signer(unsigned, None, objects.FACE)


def test_an_identifier_that_nobody_signed(piv: Piv) -> None:
    with pytest.raises(ProtocolViolation):
        piv_data.signer_of(replace(piv.chuid(), signature=b""))


def test_hashes_that_are_none_and_hashes_that_cannot_be_read(piv: Piv) -> None:
    read, issuer = issued.read(piv), signer(piv)
    with pytest.raises(ProtocolViolation):
        as_signed(replace(read, security=ProtocolViolation("security_object")), issuer)
    assert as_signed(replace(read, security=None), issuer) == {objects.CHUID}
    assert as_signed(replace(read, security=ApduError(0x6581, 0xCB)), issuer) == {objects.CHUID}
