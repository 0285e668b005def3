"""Paths: found, and refused each with its own reason; the library's exceptions end here."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NoReturn

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from cardio.errors import (
    BadSignature,
    CardError,
    Expired,
    ForeignIssuer,
    NotYetValid,
    ProtocolViolation,
    WrongPurpose,
)
from cardio.piv import Slot
from cardio.simulator import KeyKind, StaffCa
from cardio.trust import Purpose, paths, verify_path
from tests.support import virtual_cards
from tests.support.virtual_cards import NOW, authority

YEARS = timedelta(days=365)


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths found by another test must not help this one."""
    monkeypatch.setattr(paths, "_remembered", paths._Memory())


def sign_in(
    leaf: x509.Certificate,
    *,
    intermediates: Sequence[x509.Certificate] | None = None,
    anchors: Sequence[x509.Certificate] | None = None,
    at: datetime = NOW,
) -> tuple[x509.Certificate, ...]:
    """The path for signing in under the tests' authority."""
    ca = authority()
    return verify_path(
        leaf,
        [ca.issuing] if intermediates is None else intermediates,
        [ca.root] if anchors is None else anchors,
        Purpose.STAFF_SIGN_IN,
        at,
    )


def leaf(kind: KeyKind = KeyKind.P256, slot: Slot = Slot.AUTHENTICATION) -> x509.Certificate:
    """A good certificate."""
    return virtual_cards.card_file(kind).certificate(slot)


def damaged(certificate: x509.Certificate) -> x509.Certificate:
    """The certificate with another serial number under the same signature."""
    der = bytearray(certificate.public_bytes(Encoding.DER))
    at = der.index(certificate.serial_number.to_bytes(8, "big"))
    der[at + 7] ^= 1
    return x509.load_der_x509_certificate(bytes(der))


@pytest.mark.parametrize("kind", list(KeyKind))
def test_a_path_leads_from_leaf_to_root(kind: KeyKind) -> None:
    assert sign_in(leaf(kind)) == (leaf(kind), authority().issuing, authority().root)


def test_an_issuing_authority_may_be_the_anchor() -> None:
    assert sign_in(leaf(), intermediates=[], anchors=[authority().issuing]) == (leaf(), authority().issuing)


def test_a_path_is_remembered_but_not_for_ever() -> None:
    assert sign_in(leaf()) == sign_in(leaf())
    with pytest.raises(Expired) as refusal:
        sign_in(leaf(), at=NOW + 4 * YEARS)
    assert refusal.value.not_after == leaf().not_valid_after_utc
    with pytest.raises(NotYetValid):
        sign_in(leaf(), at=NOW - YEARS)


def test_dates_of_a_path_never_seen() -> None:
    with pytest.raises(Expired) as late:
        sign_in(leaf(), at=NOW + 4 * YEARS)
    assert late.value.not_after == leaf().not_valid_after_utc
    with pytest.raises(NotYetValid) as early:
        sign_in(leaf(), at=NOW - YEARS)
    assert early.value.not_before is not None


def test_a_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "MOST_REMEMBERED", 1)
    sign_in(leaf(KeyKind.P256))
    sign_in(leaf(KeyKind.P384))
    assert len(paths._remembered._paths) == 1


def test_the_wrong_key_of_the_right_card() -> None:
    with pytest.raises(WrongPurpose):
        sign_in(leaf(slot=Slot.CARD_AUTHENTICATION))


@pytest.mark.parametrize("name", ["CA thử nghiệm", "Another"])
def test_a_foreign_authority_even_of_the_same_name(name: str) -> None:
    foreign = StaffCa.create(name, NOW).issue_piv(
        holder="A", staff_code="1", pin="123456", puk="12345678", now=NOW
    )
    with pytest.raises(ForeignIssuer) as refusal:
        sign_in(foreign.certificate(Slot.AUTHENTICATION))
    assert refusal.value.issuer == name, "as people know it"


def test_without_anchors_nothing_is_trusted() -> None:
    with pytest.raises(ForeignIssuer):
        sign_in(leaf(), anchors=[])


def test_a_self_signed_card() -> None:
    key, name = ec.generate_private_key(ec.SECP256R1()), authority().issuing.subject
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + YEARS)
    with pytest.raises((ForeignIssuer, BadSignature)):
        sign_in(builder.sign(key, hashes.SHA256()))


def test_a_changed_certificate() -> None:
    with pytest.raises(BadSignature):
        sign_in(damaged(leaf()))


def test_a_changed_authority() -> None:
    with pytest.raises(BadSignature):
        sign_in(leaf(), intermediates=[damaged(authority().issuing)])


def test_a_card_that_issues_cards() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = leaf()  # no authority
    builder = x509.CertificateBuilder(issuer.subject, issuer.subject, key.public_key(), 2, NOW, NOW + YEARS)
    with pytest.raises(CardError):
        sign_in(builder.sign(key, hashes.SHA256()), intermediates=[issuer, authority().issuing])


@pytest.mark.parametrize("defect", [AssertionError, KeyError, TypeError, ValueError, RecursionError])
def test_bare_exceptions_of_the_library_end_here(
    monkeypatch: pytest.MonkeyPatch, defect: type[Exception]
) -> None:
    def fail(*_: object) -> NoReturn:
        raise defect

    monkeypatch.setattr(paths, "_ask_library", fail)
    with pytest.raises(ProtocolViolation):
        sign_in(leaf())


def test_it_works_beside_a_running_event_loop() -> None:
    async def within() -> int:
        return len(sign_in(leaf()))

    assert asyncio.run(within()) == 3
