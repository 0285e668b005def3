"""Each way in which a certificate fails, and the warnings before it does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography import x509

from cardio import certificates
from cardio.piv.objects import Slot
from cardio.simulator import StaffCa
from cardio.trust import Purpose
from desktop_app.doctor.cards import CardFacts, Look
from desktop_app.doctor.certificate import examine_certificates
from desktop_app.doctor.finding import Finding, Verdict
from desktop_app.trust.cards import CardTrust
from tests.journeys.workbench import Workbench


def look(file: Any, purpose: Purpose = Purpose.STAFF_SIGN_IN) -> list[Look]:  # noqa: ANN401 - CardFile
    certificate = certificates.load(file.certificates[Slot.AUTHENTICATION])
    return [Look("R1", CardFacts(certificate, purpose, vault_key=True, tries_left=3))]


@pytest.fixture
def trust(enrolled: Workbench) -> CardTrust:
    assert enrolled.core.workplace is not None
    return enrolled.core.workplace.trust.cards


def examined(bench: Workbench, trust: CardTrust | None, later: float = 0, **options: Any) -> Finding:  # noqa: ANN401
    now = bench.core.clock.now() + timedelta(days=later)
    (found,) = examine_certificates(look(bench.city.card("o-handler", **options)), trust, now)
    return found


def test_a_good_one_tells_until_when(enrolled: Workbench, trust: CardTrust) -> None:
    found = examined(enrolled, trust)
    assert (found.cause, found.verdict, found.subject) == ("certificate_good", Verdict.GOOD, "R1")
    assert found.data["not_after"] > enrolled.core.clock.now()


def test_thirty_days_before_its_end_it_warns(enrolled: Workbench, trust: CardTrust) -> None:
    assert examined(enrolled, trust, valid_days=40).cause == "certificate_good"
    soon = examined(enrolled, trust, valid_days=30)
    assert (soon.cause, soon.verdict) == ("certificate_ends_soon", Verdict.CAUTION)
    assert soon.data["days"] in range(28, 31)


def test_expired_and_not_yet_valid(enrolled: Workbench, trust: CardTrust) -> None:
    assert examined(enrolled, trust, later=11, valid_days=10).cause == "expired"
    assert examined(enrolled, trust, later=-2).cause == "not_yet_valid"
    assert examined(enrolled, None, later=11, valid_days=10).cause == "expired", "dates need no anchor"
    assert examined(enrolled, None, later=-2).cause == "not_yet_valid"


def test_an_old_list_is_a_word_of_caution(enrolled: Workbench, trust: CardTrust) -> None:
    found = examined(enrolled, trust, later=60)
    assert (found.cause, found.verdict) == ("revocation_stale", Verdict.CAUTION)


def test_without_enrolment_only_the_dates_are_known(enrolled: Workbench) -> None:
    assert examined(enrolled, None).cause == "not_enrolled"


def test_a_foreign_one_and_one_for_another_use(enrolled: Workbench, trust: CardTrust) -> None:
    now = enrolled.core.clock.now()
    foreign = StaffCa.create("Other CA", now).issue_piv(
        holder="x", staff_code="x", pin="123456", puk="12345678", now=now
    )
    (found,) = examine_certificates(look(foreign), trust, now)
    assert found.cause == "foreign_issuer"
    mine = look(enrolled.city.card("o-handler"), Purpose.KEY_MANAGEMENT)
    assert examine_certificates(mine, trust, now)[0].cause == "wrong_purpose"


def test_a_revoked_one(enrolled: Workbench, trust: CardTrust) -> None:
    card, now = enrolled.city.card("o-handler"), enrolled.core.clock.now()
    certificate = certificates.load(card.certificates[Slot.AUTHENTICATION])
    enrolled.city.pki.revoke(certificate, x509.ReasonFlags.key_compromise, now - timedelta(minutes=1))
    assert trust.learn([enrolled.city.pki.crl(now + timedelta(seconds=1))])
    assert examine_certificates(look(card), trust, now + timedelta(minutes=1))[0].cause == "revoked"


def test_no_card_no_verdict() -> None:
    (found,) = examine_certificates([], None, datetime(2026, 3, 8, tzinfo=UTC))
    assert found.verdict is Verdict.UNKNOWN
