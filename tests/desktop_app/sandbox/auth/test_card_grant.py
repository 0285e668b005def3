"""The card grant: what a good card gets, and every way a card or its words can be wrong."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from cryptography import x509

from cardio.piv.objects import Slot
from cardio.simulator import KeyKind, StaffCa
from tests.support.desk_client import CardKey, DeskClient
from tests.support.hostile_certificates import unreadable_inside
from tests.support.sandbox_server import SandboxServer


@pytest.mark.parametrize("kind", list(KeyKind))
def test_a_card_and_its_pin_let_a_person_in(sandbox: SandboxServer, desk: DeskClient, kind: KeyKind) -> None:
    card = sandbox.city.card("o-handler", algorithm=kind)
    answer = desk.sign_in(card)
    assert answer.status_code == 200
    document = answer.json()
    assert document["expires_in"] <= 900
    assert document["refresh_expires_in"] <= 12 * 3600
    assert document["person"]["id"] == "o-handler"
    assert document["person"]["units"] == ["u-lead", "u-team"]
    assert document["person"]["card_sha256"] == CardKey(card).sha256


def refusal(desk: DeskClient, assertion: str) -> str:
    answer = desk.grant_person(assertion)
    assert answer.status_code == 400
    code: str = answer.json()["code"]
    return code


def test_an_expired_card(sandbox: SandboxServer, desk: DeskClient) -> None:
    begins = sandbox.clock() - timedelta(days=400)
    card = sandbox.city.card("o-handler", not_before=begins, valid_days=365)
    assert refusal(desk, desk.assertion(CardKey(card))) == "certificate_expired"


def test_a_card_not_yet_valid(sandbox: SandboxServer, desk: DeskClient) -> None:
    card = sandbox.city.card("o-handler", not_before=sandbox.clock() + timedelta(days=1))
    assert refusal(desk, desk.assertion(CardKey(card))) == "certificate_not_yet_valid"


def test_a_revoked_card(sandbox: SandboxServer, desk: DeskClient) -> None:
    card = sandbox.city.card("o-handler")
    certificate = card.certificate(Slot.AUTHENTICATION)
    sandbox.city.pki.staff_ca.revoke(certificate, x509.ReasonFlags.key_compromise, sandbox.clock())
    sandbox.service.revocations.renew()
    assert refusal(desk, desk.assertion(CardKey(card))) == "certificate_revoked"


def test_a_card_of_another_authority(sandbox: SandboxServer, desk: DeskClient) -> None:
    foreign = StaffCa.create("Elsewhere", sandbox.clock())
    card = foreign.issue_piv(holder="X", staff_code="X", pin="123456", puk="12345678", now=sandbox.clock())
    assert refusal(desk, desk.assertion(CardKey(card))) == "certificate_foreign"


def test_an_authority_of_the_same_name_is_foreign_all_the_same(
    sandbox: SandboxServer, desk: DeskClient
) -> None:
    twin = StaffCa.create("IOC Desk Sandbox Staff CA", sandbox.clock())
    card = twin.issue_piv(holder="X", staff_code="X", pin="123456", puk="12345678", now=sandbox.clock())
    assert refusal(desk, desk.assertion(CardKey(card))) == "certificate_foreign"


def test_the_key_that_needs_no_pin_is_not_for_signing_in(sandbox: SandboxServer, desk: DeskClient) -> None:
    card = sandbox.city.card("o-handler")
    assert refusal(desk, desk.assertion(CardKey(card, Slot.CARD_AUTHENTICATION))) == "wrong_purpose"


def test_a_good_card_that_nobody_registered(sandbox: SandboxServer, desk: DeskClient) -> None:
    assert refusal(desk, desk.assertion(CardKey(sandbox.city.unknown_card("X")))) == "person_unknown"


def test_the_nonce_counts_once(sandbox: SandboxServer, desk: DeskClient) -> None:
    key, nonce = CardKey(sandbox.city.card("o-handler")), desk.fresh_nonce()
    assert desk.grant_person(desk.assertion(key, changes={"nonce": nonce})).status_code == 200
    assert refusal(desk, desk.assertion(key, changes={"nonce": nonce})) == "nonce_used"


def test_the_nonce_is_ours_and_young(sandbox: SandboxServer, desk: DeskClient) -> None:
    key, nonce = CardKey(sandbox.city.card("o-handler")), desk.fresh_nonce()
    assert refusal(desk, desk.assertion(key, changes={"nonce": "A" * 75})) == "nonce_used"
    sandbox.clock.move(timedelta(seconds=62))
    desk.fresh_nonce()
    late = int(time.time()) + 62
    claims: dict[str, object] = {"nonce": nonce, "iat": late, "exp": late + 60}
    assert refusal(desk, desk.assertion(key, changes=claims)) == "nonce_used"


def test_a_refused_assertion_does_not_spend_the_nonce(sandbox: SandboxServer, desk: DeskClient) -> None:
    key, nonce = CardKey(sandbox.city.card("o-handler")), desk.fresh_nonce()
    assert refusal(
        desk, desk.assertion(key, changes={"nonce": nonce, "aud": "https://elsewhere/v1/auth/token"})
    )
    assert desk.grant_person(desk.assertion(key, changes={"nonce": nonce})).status_code == 200


def test_claims_are_for_this_server_this_card_this_workstation_now(
    sandbox: SandboxServer, desk: DeskClient
) -> None:
    key, now = CardKey(sandbox.city.card("o-handler")), int(time.time())
    wrong: dict[str, object] = {
        "aud": "https://elsewhere/v1/auth/token",
        "iss": "0" * 64,
        "sub": "0" * 64,
        "cnf": {"jkt": "somebody-else"},
        "jti": None,
    }
    for claim, value in wrong.items():
        assert refusal(desk, desk.assertion(key, changes={claim: value})) in {
            "assertion_invalid",
            "assertion_expired",
        }
    for times in (
        {"exp": now + 180},  # two minutes are allowed, and the test may take some of them
        {"iat": now - 300, "exp": now - 200},
        {"iat": now + 300, "exp": now + 360},
    ):
        assert refusal(desk, desk.assertion(key, changes=times)) == "assertion_expired"


def test_the_words_must_be_the_cards_own(sandbox: SandboxServer, desk: DeskClient) -> None:
    key, other = (CardKey(sandbox.city.card(who)) for who in ("o-handler", "o-co"))
    assertion = desk.assertion(key)
    head, body, _ = assertion.split(".")
    _, _, signature = desk.assertion(other, changes={"iss": key.sha256, "sub": key.sha256}).split(".")
    assert refusal(desk, f"{head}.{body}.{signature}") == "signature_bad"
    assert refusal(desk, desk.assertion(key, "ioc-tap+jws")) == "signature_bad"
    assert refusal(desk, "no jws at all") == "signature_bad"


def test_an_assertion_for_another_workstations_key_is_no_use_here(
    sandbox: SandboxServer, desk: DeskClient
) -> None:
    with DeskClient(sandbox.url) as stranger:
        key = CardKey(sandbox.city.card("o-handler"))
        assert refusal(stranger, stranger.assertion(key)) == "workstation_unknown"
        assert refusal(stranger, desk.assertion(key)) == "assertion_invalid"


def test_a_certificate_that_cannot_be_read_is_refused_like_a_bad_signature(
    sandbox: SandboxServer, desk: DeskClient
) -> None:
    key = CardKey(sandbox.city.card("o-handler"))
    key.der = unreadable_inside(key.der)
    assert refusal(desk, desk.assertion(key)) == "signature_bad"
