"""An issuer's lists: numbered upwards, whole each time, none lost over a restart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from cardio.simulator import issuing
from cardio.simulator.revocations import Revocations
from tests.support.virtual_cards import NOW

DAY = timedelta(days=1)
KEY = ec.generate_private_key(ec.SECP256R1())


def certificate() -> x509.Certificate:
    name = issuing.name("CA")
    return issuing.begin(name, KEY.public_key(), name, (NOW, NOW + 10 * DAY)).sign(KEY, hashes.SHA256())


def number(crl: x509.CertificateRevocationList) -> int:
    return crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number


@pytest.fixture
def revocations() -> Revocations:
    return Revocations(certificate(), KEY, None)


def test_lists_are_numbered_from_one(revocations: Revocations) -> None:
    assert [number(revocations.issue(NOW, NOW + DAY)) for _ in range(3)] == [1, 2, 3]


def test_a_list_says_who_when_and_why(revocations: Revocations) -> None:
    revoked = certificate()
    revocations.revoke(revoked, x509.ReasonFlags.key_compromise, NOW)
    crl = revocations.issue(NOW, NOW + DAY)
    (entry,) = crl
    assert (entry.serial_number, entry.revocation_date_utc) == (revoked.serial_number, NOW)
    reason = entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    assert reason is x509.ReasonFlags.key_compromise
    assert (crl.last_update_utc, crl.next_update_utc) == (NOW, NOW + DAY)
    assert crl.is_signature_valid(KEY.public_key())


def test_the_last_list_is_the_one_issued(revocations: Revocations) -> None:
    assert revocations.last() is None
    issued = revocations.issue(NOW, NOW + DAY)
    assert revocations.last() == issued


def test_what_is_on_no_list_yet_gets_one_that_carries_it(revocations: Revocations) -> None:
    revoked = certificate()
    revocations.revoke(revoked, x509.ReasonFlags.superseded, NOW)
    again = Revocations(certificate(), KEY, revocations.last())
    crl = again.issue(NOW, NOW + DAY)
    assert number(crl) == 2
    assert crl.get_revoked_certificate_by_serial_number(revoked.serial_number) is not None


def test_what_was_issued_elsewhere_is_gone_on_from() -> None:
    issuer, revoked, own = certificate(), certificate(), certificate()
    here, elsewhere = (Revocations(issuer, KEY, None) for _ in range(2))
    elsewhere.issue(NOW, NOW + DAY)
    elsewhere.revoke(revoked, x509.ReasonFlags.superseded, NOW)
    here.revoke(own, x509.ReasonFlags.superseded, NOW)
    here.take_over(elsewhere.issue(NOW, NOW + DAY))
    assert here.revoked == {revoked.serial_number, own.serial_number}
    crl = here.issue(NOW, NOW + DAY)
    assert number(crl) == 3
    assert {entry.serial_number for entry in crl} == {revoked.serial_number, own.serial_number}
