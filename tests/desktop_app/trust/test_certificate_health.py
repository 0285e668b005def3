"""Dates, path and revocation of one certificate, judged together."""

from __future__ import annotations

from datetime import timedelta

from cryptography import x509

from cardio.piv.objects import Slot
from cardio.trust import Purpose, RevocationStatus
from desktop_app.trust.certificate_health import EARLY_WARNING, certificate_health
from tests.journeys.workbench import Workbench


def test_a_good_certificate_shows_its_chain_and_its_list(enrolled: Workbench) -> None:
    assert enrolled.core.workplace is not None
    leaf = enrolled.city.card("o-handler").certificate(Slot.AUTHENTICATION)
    now = enrolled.core.clock.now()
    trust = enrolled.core.workplace.trust.cards
    health = certificate_health(leaf, Purpose.STAFF_SIGN_IN, trust, now)
    assert health.problem is None
    assert health.chain[0] == leaf
    assert health.chain[-1].issuer == health.chain[-1].subject
    assert health.revocation is not None
    assert health.revocation.status is RevocationStatus.GOOD
    assert not health.ends_soon
    soon = certificate_health(leaf, Purpose.STAFF_SIGN_IN, trust, leaf.not_valid_after_utc - EARLY_WARNING)
    assert soon.ends_soon
    assert soon.days_left == 30


def test_a_revoked_one_still_shows_whose_it_was(enrolled: Workbench) -> None:
    assert enrolled.core.workplace is not None
    leaf = enrolled.city.card("o-handler").certificate(Slot.AUTHENTICATION)
    trust, now = enrolled.core.workplace.trust.cards, enrolled.core.clock.now()
    enrolled.city.pki.revoke(leaf, x509.ReasonFlags.key_compromise, now - timedelta(minutes=1))
    assert trust.learn([enrolled.city.pki.crl(now + timedelta(seconds=1))])
    health = certificate_health(leaf, Purpose.STAFF_SIGN_IN, trust, now + timedelta(minutes=1))
    assert health.problem is not None
    assert health.problem.code == "revoked"
    assert health.chain[0] == leaf


def test_an_ended_one_is_over_and_not_ending(enrolled: Workbench) -> None:
    leaf = enrolled.city.card("o-handler").certificate(Slot.AUTHENTICATION)
    over = certificate_health(
        leaf, Purpose.STAFF_SIGN_IN, None, leaf.not_valid_after_utc + timedelta(hours=1)
    )
    assert over.problem is not None
    assert over.problem.code == "expired"
    assert (over.days_left, over.ends_soon, over.chain, over.revocation) == (-1, False, (), None)
