"""Anchors: who issued a signer, link certificates, validity at issue, revocation, contradictions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.document_errors import SecurityObjectInvalid
from cardio.errors import (
    BadSignature,
    CardError,
    CrlRefused,
    ForeignIssuer,
    ProtocolViolation,
    Revoked,
    WrongPurpose,
)
from cardio.simulator.emrtd import CountryAuthority
from cardio.trust.csca import AnchorStore, DocumentKind
from cardio.trust.document_certificate import DocumentCertificate
from tests.support.virtual_documents import NOW, anchors, authority

CARD, PASSPORT = DocumentKind.IDENTITY_CARD, DocumentKind.PASSPORT


def signer(of: CountryAuthority | None = None) -> DocumentCertificate:
    """The document signer of an authority."""
    return DocumentCertificate.load((of or authority()).signer.public_bytes(Encoding.DER))


def test_the_anchor_that_issued_the_signer() -> None:
    store = anchors()
    assert store.judge(signer(), CARD, NOW) is store.anchors[0]
    assert store.judge(signer(), PASSPORT, None) is store.anchors[0], "a signature counts for any kind"


def test_nothing_installed_for_that_kind_is_no_fault() -> None:
    other = CountryAuthority.create("another", NOW)
    store = anchors(PASSPORT)
    assert AnchorStore().judge(signer(), CARD, NOW) is None
    assert store.judge(signer(other), CARD, NOW) is None
    assert store.judge(signer(CountryAuthority.create("far", NOW, "LA")), PASSPORT, NOW) is None


def test_contradicting_an_anchor_is_one() -> None:
    other = CountryAuthority.create("another", NOW)
    with pytest.raises(ForeignIssuer):
        anchors(CARD).judge(signer(other), CARD, NOW)
    same_name = CountryAuthority.create("CSCA thử nghiệm", NOW)
    with pytest.raises(ForeignIssuer):
        anchors(PASSPORT).judge(signer(same_name), CARD, NOW)


def test_a_link_certificate_brings_the_next_key_in() -> None:
    renewed, link = authority().successor(NOW)
    store = anchors()
    with pytest.raises(ForeignIssuer):
        store.judge(signer(renewed), CARD, NOW)
    store.install_link(link)
    assert store.judge(signer(renewed), CARD, NOW) is store.anchors[1]
    assert store.anchors[1].kinds == {CARD}


def test_links_that_nobody_here_signed() -> None:
    _, link = authority().successor(NOW)
    with pytest.raises(ForeignIssuer):
        AnchorStore().install_link(link)
    with pytest.raises(BadSignature):
        anchors().install_link(link[:-1] + bytes((link[-1] ^ 1,)))
    with pytest.raises(WrongPurpose):
        anchors().install_link(signer().der)


@pytest.mark.parametrize("days", [-30, 3700])
def test_a_signer_not_in_force_when_it_signed(days: int) -> None:
    with pytest.raises(SecurityObjectInvalid) as refusal:
        anchors().judge(signer(), CARD, NOW + timedelta(days=days))
    assert refusal.value.reason == "not_in_force"


def test_a_revoked_signer() -> None:
    store = anchors()
    root = store.anchors[0].certificate
    store.revocations.add(authority().revocation_list((signer().serial_number,), 1, NOW), root)
    with pytest.raises(Revoked) as refusal:
        store.judge(signer(), CARD, NOW)
    assert refusal.value.since == NOW


@pytest.mark.parametrize(("der", "error"), [(b"", ProtocolViolation), (None, WrongPurpose)])
def test_what_cannot_be_an_anchor(der: bytes | None, error: type[CardError]) -> None:
    with pytest.raises(error):
        AnchorStore().install(signer().der if der is None else der, CARD)


def test_the_same_certificate_again_serves_more_kinds() -> None:
    store = anchors(PASSPORT)
    store.install(authority().anchor, CARD)
    assert [anchor.kinds for anchor in store.anchors] == [{CARD, PASSPORT}]


def test_a_removed_anchor_is_gone() -> None:
    store = anchors(CARD)
    store.remove("00")
    assert len(store.anchors) == 1
    store.remove(store.anchors[0].certificate.fingerprint)
    assert not store.anchors


def test_a_list_finds_its_own_anchor() -> None:
    store = AnchorStore()
    store.install(CountryAuthority.create("another", NOW).anchor, CARD)
    mine = store.install(authority().anchor, CARD)
    good = authority().revocation_list((signer().serial_number,), 1, NOW)
    with pytest.raises(CrlRefused, match="signature"):
        store.install_list(good[:-1] + bytes((good[-1] ^ 1,)))
    with pytest.raises(CrlRefused, match="issuer"):
        AnchorStore().install_list(good)
    assert store.install_list(good) is mine
    with pytest.raises(Revoked):
        store.judge(signer(), CARD, NOW)
