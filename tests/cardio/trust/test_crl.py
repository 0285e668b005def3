"""Revocation lists: taken over or refused, and what they say."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from cardio.errors import CrlRefused
from cardio.piv import Slot
from cardio.simulator import CardFile, StaffCa
from cardio.trust import CrlStore, RevocationStatus
from tests.support.virtual_cards import NOW

DAY = timedelta(days=1)
COMPROMISED = x509.ReasonFlags.key_compromise


@pytest.fixture
def ca() -> StaffCa:
    """An authority of this test."""
    return StaffCa.create("CA của thử nghiệm", NOW)


@pytest.fixture
def card(ca: StaffCa) -> CardFile:
    """A card of that authority."""
    return ca.issue_piv(holder="A", staff_code="1", pin="123456", puk="12345678", now=NOW)


def status(store: CrlStore, card: CardFile, at: datetime = NOW) -> RevocationStatus:
    """What the store says about the sign-in certificate."""
    return store.verdict(card.certificate(Slot.AUTHENTICATION), at).status


def refusal(store: CrlStore, der: bytes, issuer: x509.Certificate) -> str:
    """Why the list is refused."""
    with pytest.raises(CrlRefused) as refused:
        store.add(der, issuer)
    return refused.value.reason


def test_without_a_list_nothing_is_known(card: CardFile) -> None:
    verdict = CrlStore().verdict(card.certificate(Slot.AUTHENTICATION), NOW)
    assert (verdict.status, verdict.list_id, verdict.age) == (RevocationStatus.UNKNOWN, None, None)


def test_good_and_stale(ca: StaffCa, card: CardFile) -> None:
    store = CrlStore()
    record = store.add(ca.crl(NOW, NOW + DAY), ca.issuing)
    fresh = store.verdict(card.certificate(Slot.AUTHENTICATION), NOW + DAY)
    assert (fresh.status, fresh.list_id, fresh.age) == (RevocationStatus.GOOD, record.list_id, DAY)
    assert status(store, card, NOW + 2 * DAY) is RevocationStatus.STALE


def test_listed_is_revoked_however_old_the_list(ca: StaffCa, card: CardFile) -> None:
    ca.revoke(card.certificate(Slot.AUTHENTICATION), COMPROMISED, NOW)
    store = CrlStore()
    store.add(ca.crl(NOW, NOW + DAY), ca.issuing)
    verdict = store.verdict(card.certificate(Slot.AUTHENTICATION), NOW + 1000 * DAY)
    assert (verdict.status, verdict.since, verdict.reason) == (RevocationStatus.REVOKED, NOW, "keyCompromise")
    assert store.verdict(card.certificate(Slot.SIGNATURE), NOW).status is RevocationStatus.GOOD


def test_an_older_list_is_refused_and_the_last_kept(ca: StaffCa, card: CardFile) -> None:
    before = ca.crl(NOW, NOW + DAY)
    ca.revoke(card.certificate(Slot.AUTHENTICATION), COMPROMISED, NOW)
    after = ca.crl(NOW, NOW + DAY)
    store = CrlStore()
    store.add(after, ca.issuing)
    assert refusal(store, before, ca.issuing) == "older"
    assert status(store, card) is RevocationStatus.REVOKED
    assert store.add(after, ca.issuing).der == after, "the same list again is no fault"


def test_forged_lists_are_refused(ca: StaffCa, card: CardFile) -> None:
    impostor = StaffCa.create("CA của thử nghiệm", NOW)  # same names, other keys
    store = CrlStore()
    store.add(ca.crl(NOW, NOW + DAY), ca.issuing)
    assert refusal(store, impostor.crl(NOW, NOW + DAY), ca.issuing) == "signature"
    assert status(store, card) is RevocationStatus.GOOD


def test_lists_of_others_are_refused(ca: StaffCa, card: CardFile) -> None:
    other = StaffCa.create("Another", NOW)
    assert refusal(CrlStore(), other.crl(NOW, NOW + DAY), ca.issuing) == "issuer"
    assert refusal(CrlStore(), ca.crl(NOW, NOW + DAY), card.certificate(Slot.SIGNATURE)) == "issuer"


def test_a_card_may_not_sign_lists() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "card")])
    bearer = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + DAY).sign(
        key, hashes.SHA256()
    )
    builder = x509.CertificateRevocationListBuilder(name, NOW, NOW + DAY).add_extension(
        x509.CRLNumber(1), False
    )
    forged = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    assert refusal(CrlStore(), forged, bearer) == "issuer"


@pytest.mark.parametrize("der", [b"", b"\x30\x00", b"-----BEGIN X509 CRL-----"])
def test_unreadable_lists_are_refused(ca: StaffCa, der: bytes) -> None:
    assert refusal(CrlStore(), der, ca.issuing) == "unreadable"


def signed(ca: StaffCa, *extensions: tuple[x509.ExtensionType, bool]) -> bytes:
    """A list by the real key of the authority with these extensions."""
    builder = x509.CertificateRevocationListBuilder(ca.issuing.subject, NOW, NOW + DAY)
    for value, critical in extensions:
        builder = builder.add_extension(value, critical)
    return builder.sign(ca._issuing_key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_list_without_number_is_refused(ca: StaffCa) -> None:
    assert refusal(CrlStore(), signed(ca), ca.issuing) == "unreadable"


def test_partial_lists_are_not_read_as_whole_ones(ca: StaffCa) -> None:
    partial = x509.IssuingDistributionPoint(None, None, True, False, None, False, False)
    for extension in (partial, x509.DeltaCRLIndicator(1)):
        der = signed(ca, (x509.CRLNumber(2), False), (extension, True))
        assert refusal(CrlStore(), der, ca.issuing) == "critical_extension"


def test_records_can_be_added_again(ca: StaffCa, card: CardFile) -> None:
    ca.revoke(card.certificate(Slot.AUTHENTICATION), COMPROMISED, NOW)
    store, later = CrlStore(), CrlStore()
    store.add(ca.crl(NOW, NOW + DAY), ca.issuing)
    for record in store.records():
        later.add(record.der, record.issuer)
    assert later.records() == store.records()
    assert status(later, card) is RevocationStatus.REVOKED


def test_a_name_alone_proves_nothing(ca: StaffCa) -> None:
    impostor = StaffCa.create("CA của thử nghiệm", NOW)
    card = impostor.issue_piv(holder="A", staff_code="1", pin="123456", puk="12345678", now=NOW)
    store = CrlStore()
    store.add(ca.crl(NOW, NOW + DAY), ca.issuing)
    assert status(store, card) is RevocationStatus.UNKNOWN


LIST = StaffCa.create("CA", NOW)
LIST_DER = LIST.crl(NOW, NOW + DAY)


@given(st.lists(st.tuples(st.integers(0, len(LIST_DER) - 1), st.integers(0, 255)), min_size=1, max_size=3))
def test_any_damage_to_a_list_is_refused(damage: list[tuple[int, int]]) -> None:
    der = bytearray(LIST_DER)
    for at, value in damage:
        der[at] = value
    try:
        CrlStore().add(bytes(der), LIST.issuing)
    except CrlRefused:
        return
    assert bytes(der) == LIST_DER, "a changed list was believed"
