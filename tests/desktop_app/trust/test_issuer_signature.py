"""How far an issuer's signature on a card goes: vouched for, unjudged, distrusted, of another card, wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key

from cardio.errors import CardError, ContactlessRefused, ObjectAltered
from cardio.piv import Piv, Slot, chuid, issued, objects
from cardio.piv.chuid import Chuid
from cardio.piv.issued import GUARDED, Issued
from cardio.simulator import CardFile, StaffCa, VirtualPivCard
from cardio.simulator.content_signer import CHUID_SECURITY_OBJECT, ContentSigner
from cardio.trust import piv_data
from desktop_app.trust.cards import CardTrust
from desktop_app.trust.issuer_signature import IssuerSignature, Proof, issuer_signature
from tests.journeys.workbench import Workbench


@pytest.fixture
def trust(enrolled: Workbench) -> CardTrust:
    assert enrolled.core.workplace is not None
    return enrolled.core.workplace.trust.cards


@pytest.fixture
def file(enrolled: Workbench) -> CardFile:
    return enrolled.city.card("o-handler")


def of(file: CardFile) -> Chuid:
    return Piv.select(VirtualPivCard(file)).chuid()


def judged(
    bench: Workbench, file: CardFile, trust: CardTrust | None, identifier: Chuid | CardError | None
) -> IssuerSignature:
    leaf = file.certificate(Slot.CARD_AUTHENTICATION)
    return issuer_signature(Issued(identifier), [leaf], trust, bench.core.clock.now())


def test_the_citys_own_card_is_vouched_for_up_to_the_root(
    enrolled: Workbench, file: CardFile, trust: CardTrust
) -> None:
    found = judged(enrolled, file, trust, of(file))
    assert (found.proof, found.problem, found.signer) == (Proof.VOUCHED, None, "Ký dữ liệu thẻ")
    assert found.chain[-1] in trust.bundle.anchors


def test_without_a_bundle_the_signer_is_not_judged(enrolled: Workbench, file: CardFile) -> None:
    found = judged(enrolled, file, None, of(file))
    assert (found.proof, found.chain) == (Proof.UNJUDGED, ())


def test_a_signer_of_another_authority(enrolled: Workbench, trust: CardTrust) -> None:
    now = enrolled.core.clock.now()
    foreign = StaffCa.create("CA khác", now).issue_piv(
        holder="An", staff_code="1", pin="123456", puk="12345678", now=now
    )
    found = issuer_signature(Issued(of(foreign)), [], trust, now)
    assert found.proof is Proof.DISTRUSTED
    assert found.problem is not None
    assert found.problem.code == "foreign_issuer"


def test_a_holders_own_key_cannot_vouch(enrolled: Workbench, file: CardFile, trust: CardTrust) -> None:
    """The signature holds and the path holds: its certificate is just not made for signing cards."""
    own = of(file)
    key = load_der_private_key(file.keys[Slot.SIGNATURE], password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    by_holder = ContentSigner(key, file.certificate(Slot.SIGNATURE))
    signature = by_holder.sign(CHUID_SECURITY_OBJECT, chuid.signed_part(own), detached=True)
    found = judged(enrolled, file, trust, replace(own, signature=signature))
    assert found.proof is Proof.DISTRUSTED
    assert found.problem is not None
    assert found.problem.code == "wrong_purpose"


def test_a_signer_that_was_taken_back(enrolled: Workbench, file: CardFile, trust: CardTrust) -> None:
    own, now = of(file), enrolled.core.clock.now()
    signer, _ = piv_data.signer_of(own)
    enrolled.city.pki.revoke(signer, x509.ReasonFlags.key_compromise, now - timedelta(minutes=1))
    assert trust.learn([enrolled.city.pki.crl(now + timedelta(seconds=1))])
    found = judged(enrolled, file, trust, own)
    assert found.proof is Proof.DISTRUSTED
    assert found.problem is not None
    assert found.problem.code == "revoked"


def test_the_identifier_of_another_card(enrolled: Workbench, file: CardFile, trust: CardTrust) -> None:
    found = judged(enrolled, file, trust, of(enrolled.city.card("o-team")))
    assert (found.proof, found.chain) == (Proof.OTHER_CARD, ())


def whole(file: CardFile, changes: dict[int, bytes] | None = None) -> Issued:
    changed = replace(file, objects={**file.objects, **(changes or {})})
    return issued.read(Piv.select(VirtualPivCard(changed)))


def test_what_the_security_object_covers_is_told(
    enrolled: Workbench, file: CardFile, trust: CardTrust
) -> None:
    found = issuer_signature(whole(file), [], trust, enrolled.core.clock.now())
    assert found.proof is Proof.VOUCHED
    assert (found.signed, found.guarded) == (frozenset({objects.CHUID}), frozenset(GUARDED))


def test_an_object_of_another_card_beside_the_right_identifier(
    enrolled: Workbench, file: CardFile, trust: CardTrust
) -> None:
    now, other = enrolled.core.clock.now(), enrolled.city.card("o-team").objects[objects.SECURITY_OBJECT]
    found = issuer_signature(whole(file, {objects.SECURITY_OBJECT: other}), [], trust, now)
    assert (found.proof, found.signed) == (Proof.ALTERED, frozenset())
    assert isinstance(found.problem, ObjectAltered)
    assert found.problem.tag == objects.CHUID, "the hash of the other card's"
    garbled = whole(file, {objects.SECURITY_OBJECT: b"\xba\x01\x01\xbb\x00"})
    assert issuer_signature(garbled, [], trust, now).proof is Proof.ALTERED


@pytest.mark.parametrize("signature", [b"\x30\x00", None])
def test_what_is_not_as_signed(
    enrolled: Workbench, file: CardFile, trust: CardTrust, signature: bytes | None
) -> None:
    own = of(file)
    forged = (
        replace(own, signed=own.signed + b"\x00") if signature is None else replace(own, signature=signature)
    )
    found = judged(enrolled, file, trust, forged)
    assert found.proof is Proof.WRONG
    assert found.problem is not None


def test_unsigned_missing_and_unreadable(enrolled: Workbench, file: CardFile, trust: CardTrust) -> None:
    own = of(file)
    assert judged(enrolled, file, trust, replace(own, signature=b"")).proof is Proof.UNSIGNED
    assert judged(enrolled, file, trust, None).proof is Proof.UNSIGNED
    refused = ContactlessRefused()
    assert judged(enrolled, file, trust, refused) == IssuerSignature(Proof.UNREADABLE, problem=refused)
