"""What the workstation thinks of a certificate."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509

from cardio import errors
from cardio.piv import Slot
from cardio.simulator import StaffCa
from cardio.trust import Purpose, RevocationStatus
from desktop_app.trust.cards import CardTrust
from tests.desktop_app.bundles import Authority
from tests.support.virtual_cards import NOW, card_file

LEAF = card_file().certificate(Slot.CARD_AUTHENTICATION)
DAY = timedelta(days=1)


def test_a_good_card_leads_to_the_root() -> None:
    centre = Authority()
    trust = CardTrust(centre.bundle())
    assert trust.chain(LEAF, Purpose.CARD_AUTHENTICATION, NOW) == (
        LEAF,
        centre.staff.issuing,
        centre.staff.root,
    )
    assert trust.check(LEAF, Purpose.CARD_AUTHENTICATION, NOW).status is RevocationStatus.UNKNOWN
    assert trust.newest_list() is None
    with pytest.raises(errors.WrongPurpose):
        trust.check(LEAF, Purpose.STAFF_SIGN_IN, NOW)


def test_a_listed_card_is_revoked_however_old_the_list() -> None:
    centre = Authority(StaffCa.create("CA khác", NOW))
    card = centre.staff.issue_piv(holder="x", staff_code="x", pin="123456", puk="12345678", now=NOW)
    leaf = card.certificate(Slot.CARD_AUTHENTICATION)
    trust = CardTrust(centre.bundle())
    assert trust.learn([centre.crl()])
    assert not trust.learn(trust.lists())  # nothing newer
    assert trust.check(leaf, Purpose.CARD_AUTHENTICATION, NOW).status is RevocationStatus.GOOD
    centre.staff.revoke(leaf, x509.ReasonFlags.key_compromise, NOW)
    assert trust.learn([centre.crl()])
    assert trust.newest_list() == NOW
    with pytest.raises(errors.Revoked):
        trust.check(leaf, Purpose.CARD_AUTHENTICATION, NOW + 30 * DAY)


@pytest.mark.expects_log("revocation list refused")
def test_a_forged_list_changes_nothing() -> None:
    trust = CardTrust(Authority().bundle())
    assert not trust.learn([StaffCa.create("Kẻ lạ", NOW).crl(NOW, NOW + DAY)])
    assert (trust.lists(), trust.refused) == ((), "issuer")


def test_an_older_list_is_refused_and_told_until_a_newer_one_comes() -> None:
    centre = Authority(StaffCa.create("CA khác", NOW))
    trust = CardTrust(centre.bundle())
    old, new = centre.crl(), centre.crl()
    assert [_refused(trust, der) for der in (new, old, old, new)] == [None, "older", "older", None]
    assert trust.lists() == (new,)


def _refused(trust: CardTrust, der: bytes) -> str | None:
    trust.learn([der])
    return trust.refused


@pytest.mark.expects_log("revocation list refused")
def test_of_two_refused_lists_the_forged_one_is_told() -> None:
    centre = Authority(StaffCa.create("CA khác", NOW))
    trust = CardTrust(centre.bundle())
    old, new, forged = centre.crl(), centre.crl(), StaffCa.create("Kẻ lạ", NOW).crl(NOW, NOW + DAY)
    trust.learn([new])
    for offered in ([old, forged], [forged, old]):
        trust.learn(offered)
        assert trust.refused == "issuer"


def test_what_was_overtaken_while_the_workstation_was_off_is_no_news() -> None:
    centre = Authority(StaffCa.create("CA khác", NOW))
    old, new = centre.crl(), centre.crl()
    behind = replace(centre.bundle(), crls=(new,))
    trust = CardTrust(behind, [old])
    assert (trust.lists(), trust.refused) == ((new,), None)
    ahead = replace(centre.bundle(), crls=(old,))
    trust = CardTrust(ahead, [new])
    assert (trust.lists(), trust.refused) == ((new,), None)


def test_lists_come_back_after_a_restart() -> None:
    centre = Authority(StaffCa.create("CA khác", NOW))
    trust = CardTrust(centre.bundle())
    trust.learn([centre.crl()])
    again = CardTrust(centre.bundle(), trust.lists())
    assert again.newest_list() == trust.newest_list()


def test_the_chain_for_evidence_goes_as_far_as_it_is_known() -> None:
    centre = Authority()
    trust = CardTrust(centre.bundle())
    assert trust.known_chain(LEAF) == (LEAF, centre.staff.issuing, centre.staff.root)
    stranger = StaffCa.create("Nơi khác", NOW).issuing
    assert trust.known_chain(stranger) == (stranger,)


def test_the_first_card_does_not_wait_for_a_library() -> None:
    code = (
        "import sys; from tests.desktop_app.bundles import Authority;"
        "from desktop_app.trust.cards import CardTrust; trust = CardTrust(Authority().bundle());"
        "before = 'pyhanko_certvalidator' in sys.modules; trust.warm_up();"
        "print(before, 'pyhanko_certvalidator' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=60, check=True, text=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_a_card_that_is_known_is_asked_only_for_what_befell_it() -> None:
    centre = Authority(StaffCa.create("CA thứ ba", NOW))
    card = centre.staff.issue_piv(holder="x", staff_code="x", pin="123456", puk="12345678", now=NOW)
    leaf = card.certificate(Slot.AUTHENTICATION)
    trust = CardTrust(centre.bundle())
    trust.recheck(leaf, NOW)
    with pytest.raises(errors.Expired):
        trust.recheck(leaf, leaf.not_valid_after_utc + DAY)
    with pytest.raises(errors.NotYetValid):
        trust.recheck(leaf, leaf.not_valid_before_utc - DAY)
    centre.staff.revoke(leaf, x509.ReasonFlags.key_compromise, NOW)
    trust.learn([centre.staff.crl(NOW, NOW + DAY)])
    with pytest.raises(errors.Revoked):
        trust.recheck(leaf, NOW)


@pytest.mark.parametrize("left", ["staff_anchors", "staff_intermediates"])
def test_a_known_card_whose_authority_left_the_bundle_is_a_strangers(left: str) -> None:
    trust = CardTrust(Authority().bundle(**{left: []}))
    with pytest.raises(errors.ForeignIssuer):
        trust.recheck(LEAF, NOW)
