"""The words of a card: each state of validity, revocation, tries and proof says something of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cardio.errors import Expired, ForeignIssuer
from cardio.piv import Slot
from cardio.simulator import StaffCa
from cardio.trust import Purpose, RevocationStatus, RevocationVerdict
from desktop_app.ceremonies.my_card import MyCard, SlotCertificate, TestSignature
from desktop_app.trust.certificate_health import CertificateHealth
from desktop_app.trust.issuer_signature import IssuerSignature, Proof
from ui.language import Language, install
from ui.my_card import texts
from ui.widgets.tone import Tone

NOW = datetime(2026, 3, 8, 5, tzinfo=UTC)


def seen(health: CertificateHealth) -> SlotCertificate:
    file = StaffCa.create("CA", NOW).issue_piv(
        holder="An", staff_code="1", pin="123456", puk="12345678", now=NOW
    )
    certificate = file.certificate(Slot.AUTHENTICATION)
    return SlotCertificate(
        Slot.AUTHENTICATION, Purpose.STAFF_SIGN_IN, "An", "CA", "secp256r1", certificate, health
    )


def test_validity() -> None:
    good = seen(CertificateHealth(None, 400))
    assert texts.validity(good)[0] is Tone.GOOD
    assert f"{good.certificate.not_valid_after_utc:%Y}" in texts.validity(good)[1]
    tone, soon = texts.validity(seen(CertificateHealth(None, 12)))
    assert tone is Tone.CAUTION
    assert "12 days" in soon
    assert texts.validity(seen(CertificateHealth(Expired(NOW), -3)))[0] is Tone.DANGER


def test_the_chain_names_who_vouches() -> None:
    authority = StaffCa.create("CA", NOW)
    health = CertificateHealth(None, 400, (authority.issuing, authority.issuing, authority.root))
    assert texts.chain_text(seen(health)).count(" ← ") == 1
    assert texts.chain_text(seen(CertificateHealth(ForeignIssuer("CA khác"), 400))).startswith("no path")
    assert texts.chain_text(seen(CertificateHealth(Expired(NOW), -3))) == "not examined"


@pytest.mark.parametrize("language", Language)
def test_revocation_states_differ(language: Language) -> None:
    install(language)
    verdicts = [RevocationVerdict(status, age=timedelta(hours=5)) for status in RevocationStatus]
    told = [texts.revocation_text(verdict) for verdict in verdicts]
    assert len(set(told)) == len(told)
    assert texts.revocation_text(None) in told
    assert sum("5" in text for text in told) == 3


@pytest.mark.parametrize(
    ("contactless", "pin", "puk", "tone"),
    [
        (True, None, None, Tone.INFO),
        (False, 0, 3, Tone.DANGER),
        (False, None, 3, Tone.NEUTRAL),
        (False, 1, None, Tone.CAUTION),
        (False, 3, 3, Tone.NEUTRAL),
    ],
)
def test_tries(contactless: bool, pin: int | None, puk: int | None, tone: Tone) -> None:
    card = MyCard("R", contactless, (), (), pin, puk, IssuerSignature(Proof.UNSIGNED))
    assert texts.tries(card)[0] is tone
    assert texts.tries(card)[1]


def test_a_proof_names_a_certificate_that_leads_nowhere() -> None:
    good = texts.proof(TestSignature("RS256", 7.4, CertificateHealth(None, 400)))
    assert good[0] is Tone.GOOD
    assert "RS256, within 8 ms" in good[1]
    foreign = texts.proof(TestSignature("RS256", 7.4, CertificateHealth(Expired(NOW), -3)))
    assert foreign[0] is Tone.CAUTION
    assert len(foreign[2]) > len(good[2])


def test_every_slot_has_its_use() -> None:
    assert len({texts.slot_text(slot) for slot in Slot}) == len(Slot)
