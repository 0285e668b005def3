"""Lists grow old, anchors end, and a workstation may have neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from cryptography.x509.oid import NameOID

from cardio.simulator import StaffCa
from cardio.trust.csca import DocumentKind
from desktop_app.doctor.finding import Verdict
from desktop_app.doctor.trust import examine_anchors, examine_document_anchors, examine_revocation
from desktop_app.trust.cards import CardTrust
from tests.journeys.workbench import Workbench
from tests.support.virtual_documents import anchors


@pytest.fixture
def trust(enrolled: Workbench) -> CardTrust:
    assert enrolled.core.workplace is not None
    return enrolled.core.workplace.trust.cards


def causes(trust: CardTrust | None, now: datetime) -> list[str]:
    return [found.cause for found in examine_revocation(trust, now)]


def test_a_list_ages(enrolled: Workbench, trust: CardTrust) -> None:
    now = enrolled.core.clock.now()
    (fresh,) = examine_revocation(trust, now)
    assert (fresh.cause, fresh.verdict) == ("list_fresh", Verdict.GOOD)
    (old,) = examine_revocation(trust, now + timedelta(days=60))
    assert (old.cause, old.verdict) == ("list_stale", Verdict.CAUTION)
    assert old.data["hours"] >= 60 * 24


@pytest.mark.expects_log("revocation list refused")
def test_a_forged_list_is_told_until_a_genuine_one_comes(enrolled: Workbench, trust: CardTrust) -> None:
    now, genuine = enrolled.core.clock.now(), trust.lists()
    (issuing, *_) = trust.bundle.intermediates
    (name,) = issuing.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    forger = StaffCa.create(str(name.value), now)
    trust.learn([forger.crl(now, now + timedelta(days=1))])
    found, in_force = examine_revocation(trust, now + timedelta(hours=3))
    assert (found.cause, found.verdict) == ("crl_refused", Verdict.CAUTION)
    assert found.data["reason"] == "signature"
    assert in_force.data["hours"] >= 3, "the age is told all the same"
    assert causes(trust, now + timedelta(days=60)) == ["crl_refused", "list_stale"]
    assert trust.lists() == genuine, "the last good one is kept"
    trust.learn(genuine)
    assert causes(trust, now) == ["list_fresh"]


def test_an_older_list_is_told_until_the_one_in_force_comes_again(
    enrolled: Workbench, trust: CardTrust
) -> None:
    now, old = enrolled.core.clock.now(), trust.lists()
    newer = enrolled.city.pki.crl(now + timedelta(seconds=1))
    assert trust.learn([newer])
    trust.learn(old)
    found, in_force = examine_revocation(trust, now)
    assert (found.cause, found.verdict) == ("crl_refused", Verdict.CAUTION)
    assert (found.data["reason"], in_force.cause) == ("older", "list_fresh")
    trust.learn([newer])
    assert causes(trust, now) == ["list_fresh"]


def test_no_list_at_all(enrolled: Workbench, trust: CardTrust) -> None:
    bare = CardTrust(replace(trust.bundle, crls=()))
    assert causes(bare, enrolled.core.clock.now()) == ["list_missing"]


def test_anchors_end(enrolled: Workbench, trust: CardTrust) -> None:
    now = enrolled.core.clock.now()
    found = examine_anchors(trust, now)
    assert (found.cause, found.data["count"]) == ("anchors_installed", len(trust.bundle.anchors))
    ends = found.data["not_after"]
    assert examine_anchors(trust, ends - timedelta(days=29)).cause == "anchor_ends_soon"
    assert examine_anchors(trust, ends + timedelta(seconds=1)).cause == "anchors_expired"
    bare = CardTrust(replace(trust.bundle, anchors=()))
    assert examine_anchors(bare, now).verdict is Verdict.BAD


def test_before_enrolment_nothing_is_known(bench: Workbench) -> None:
    now = bench.core.clock.now()
    assert causes(None, now) == ["not_enrolled"]
    assert examine_anchors(None, now).verdict is Verdict.UNKNOWN


def test_what_vouches_for_citizen_cards() -> None:
    assert examine_document_anchors(anchors(DocumentKind.PASSPORT)).cause == "document_anchors_missing"
    found = examine_document_anchors(anchors())
    assert (found.cause, found.data["count"]) == ("document_anchors_installed", 1)
