"""What the issuer signed holds, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509

from cardio.errors import Expired, ForeignIssuer, ObjectAltered, ProtocolViolation
from cardio.piv import Piv, objects
from cardio.piv.chuid import Chuid
from cardio.trust.piv_data import verify_biometric, verify_chuid, verify_security_object
from tests.support import virtual_cards
from tests.support.virtual_cards import NOW, authority, pin

TAGS = (objects.CHUID, objects.PRINTED, objects.FACE, objects.FINGERPRINTS)


def signer_of(chuid: Chuid) -> x509.Certificate:
    """The verified signer."""
    return verify_chuid(chuid, [authority().issuing], [authority().root], NOW)


@pytest.fixture
def piv() -> Piv:
    """A card with its PIN verified."""
    piv = Piv.select(virtual_cards.card())
    piv.verify(pin())
    return piv


def test_a_whole_card_is_its_issuers(piv: Piv) -> None:
    signer = signer_of(piv.chuid())
    contents = {tag: piv.object(tag) for tag in TAGS}
    assert verify_security_object(piv.security_object(), signer, contents) == set(TAGS)
    assert verify_security_object(piv.security_object(), signer, {objects.CCC: b"?"}) == set()
    verify_biometric(piv.face(), signer, objects.FACE)
    verify_biometric(piv.fingerprints(), signer, objects.FINGERPRINTS)


@pytest.mark.parametrize("tag", TAGS)
def test_an_altered_object_is_named(piv: Piv, tag: int) -> None:
    with pytest.raises(ObjectAltered) as refusal:
        verify_security_object(piv.security_object(), signer_of(piv.chuid()), {tag: piv.object(tag) + b"\0"})
    assert refusal.value.tag == tag


def test_a_copied_identifier_is_found_out(piv: Piv) -> None:
    chuid = piv.chuid()
    with pytest.raises(ObjectAltered):
        signer_of(replace(chuid, signed=chuid.signed.replace(chuid.guid, bytes(16))))


def test_hashes_signed_by_somebody_else(piv: Piv) -> None:
    with pytest.raises(ObjectAltered) as refusal:
        verify_security_object(piv.security_object(), authority().issuing, {})
    assert refusal.value.tag == objects.SECURITY_OBJECT
    with pytest.raises(ObjectAltered):
        verify_biometric(piv.face(), authority().issuing, objects.FACE)


@pytest.mark.parametrize(
    ("work", "error"),
    [
        (lambda chuid: verify_chuid(chuid, [], [authority().root], NOW), ForeignIssuer),
        (
            lambda chuid: verify_chuid(
                chuid, [authority().issuing], [authority().root], NOW + timedelta(days=4000)
            ),
            Expired,
        ),
        (lambda chuid: signer_of(replace(chuid, signature=b"")), ProtocolViolation),
    ],
)
def test_signers_that_are_not_believed(
    piv: Piv, work: Callable[[Chuid], x509.Certificate], error: type[Exception]
) -> None:
    with pytest.raises(error):
        work(piv.chuid())
