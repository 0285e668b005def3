"""The staff CA: small certificates, cards that belong together, lists that survive a restart."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from cryptography import x509

from cardio.piv import Slot
from cardio.redaction import holder_name, staff_code
from cardio.simulator import KeyKind, StaffCa
from tests.support import virtual_cards
from tests.support.virtual_cards import HOLDER, NOW

DAY = timedelta(days=1)


def number(crl: x509.CertificateRevocationList) -> int:
    """The list's number."""
    return crl.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number


@pytest.mark.parametrize("kind", list(KeyKind))
def test_all_certificates_name_the_same_card_and_person(kind: KeyKind) -> None:
    file = virtual_cards.card_file(kind)
    guid = uuid.UUID(bytes=file.guid)
    for slot in Slot:
        certificate = file.certificate(slot)
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        assert names.get_values_for_type(x509.UniformResourceIdentifier) == [guid.urn]
        assert (holder_name(certificate), staff_code(certificate)) == (HOLDER, "CB-0012")
        certificate.verify_directly_issued_by(virtual_cards.authority().issuing)
    assert len({file.certificate(slot).serial_number for slot in Slot}) == 4


@pytest.mark.parametrize("slot", list(Slot))
def test_a_p256_certificate_fits_two_short_answers(slot: Slot) -> None:
    assert len(virtual_cards.card_file().certificates[slot]) <= 512 - 13  # the container's tags


def test_the_authority_is_a_chain() -> None:
    ca = virtual_cards.authority()
    ca.root.verify_directly_issued_by(ca.root)
    ca.issuing.verify_directly_issued_by(ca.root)


def test_validity_is_as_asked() -> None:
    begins = NOW - 100 * DAY
    file = virtual_cards.authority().issue_piv(
        holder="A",
        staff_code="1",
        pin="123456",
        puk="12345678",
        now=NOW,
        not_before=begins,
        valid_days=30,
        tries=5,
    )
    certificate = file.certificate(Slot.AUTHENTICATION)
    assert (certificate.not_valid_before_utc, certificate.not_valid_after_utc) == (begins, begins + 30 * DAY)
    assert file.tries == 5


def test_a_restart_keeps_keys_revocations_and_numbers() -> None:
    ca = StaffCa.create("CA", NOW)
    file = ca.issue_piv(holder="A", staff_code="1", pin="123456", puk="12345678", now=NOW)
    revoked = file.certificate(Slot.AUTHENTICATION)
    first = x509.load_der_x509_crl(ca.crl(NOW, NOW + DAY))
    ca.revoke(revoked, x509.ReasonFlags.superseded, NOW)
    again = StaffCa.from_pem(ca.to_pem())
    second = x509.load_der_x509_crl(again.crl(NOW, NOW + DAY))
    assert number(second) > number(first)
    entry = second.get_revoked_certificate_by_serial_number(revoked.serial_number)
    assert entry is not None
    assert entry.revocation_date_utc == NOW
    assert (again.root, again.issuing) == (ca.root, ca.issuing)
    assert second.is_signature_valid(ca.issuing.public_key())  # type: ignore[arg-type]  # it is an EC key


def test_an_authority_without_lists_survives_too() -> None:
    ca = StaffCa.create("CA", NOW)
    assert number(x509.load_der_x509_crl(StaffCa.from_pem(ca.to_pem()).crl(NOW, NOW + DAY))) == 1


def test_another_file_is_no_authority() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 — the loader's own words
        StaffCa.from_pem(b"")
