"""Rows whose signatures or cards are wrong are quarantined with their reason, never refused."""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta

import pytest
from cryptography import x509
from joserfc.jwk import ECKey

from cardio.piv.objects import Slot
from cardio.simulator import StaffCa
from tests.support.desk_client import CardKey, instant
from tests.support.hostile_certificates import unreadable_inside
from tests.support.journal_maker import JournalMaker, alarms, statuses
from tests.support.sandbox_server import SandboxServer


@pytest.mark.parametrize(
    ("card_forge", "forge", "reason"),
    [
        ({"seq": 99}, {}, "card_signature_other"),
        ({"terminal": "T00000000"}, {}, "card_signature_other"),
        ({"prev_hash": "0" * 63 + "1"}, {}, "card_signature_other"),
        ({}, {"card_jws_sha256": "0" * 64}, "card_signature_other"),
        ({}, {"wall_utc": "2026-01-01T00:00:00.000000Z"}, "card_signature_other"),
        ({"kind": "no such kind"}, {}, "card_signature_bad"),
        ({}, {"prev_hash": "1" * 64}, "card_signature_other"),
    ],
)
def test_signatures_that_do_not_agree_are_quarantined(
    journal: JournalMaker,
    tap_key: CardKey,
    card_forge: dict[str, object],
    forge: dict[str, object],
    reason: str,
) -> None:
    status, answer = journal.send(journal.tap(tap_key, card_forge, forge))
    assert status == 200
    assert statuses(answer) == [("quarantined", reason)]
    assert answer["next_expected_seq"] == 2  # what was wrong does not stop what follows
    assert statuses(journal.send(journal.boot())[1]) == [("stored", None)]


def test_a_row_by_another_terminals_key_is_quarantined(sandbox: SandboxServer, journal: JournalMaker) -> None:
    genuine, journal.desk.key = journal.desk.key, ECKey.generate_key("P-256")
    forged = journal.boot()
    journal.desk.key = genuine
    assert statuses(journal.send(forged)[1]) == [("quarantined", "terminal_signature_bad")]
    assert alarms(sandbox.service.engine) == ["terminal_signature_bad"]


def test_expired_and_foreign_cards_are_kept_with_their_reason(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    begins = sandbox.clock() - timedelta(days=400)
    expired = sandbox.city.card("o-co", not_before=begins, valid_days=365)
    foreign = StaffCa.create("Elsewhere", sandbox.clock()).issue_piv(
        holder="X", staff_code="X", pin="123456", puk="12345678", now=sandbox.clock()
    )
    rows = [journal.tap(CardKey(card, Slot.CARD_AUTHENTICATION)) for card in (expired, foreign)]
    rows.append(journal.tap(CardKey(sandbox.city.card("o-team"), Slot.AUTHENTICATION)))
    assert statuses(journal.send(*rows)[1]) == [
        ("quarantined", "card_expired"),
        ("quarantined", "card_foreign_issuer"),
        ("quarantined", "card_wrong_purpose"),
    ]


def test_a_revoked_card_counts_until_its_revocation(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    hour_ago = instant(sandbox.clock() - timedelta(hours=1))
    before = journal.tap(tap_key, {"wall_utc": hour_ago}, {"wall_utc": hour_ago})
    since = sandbox.clock() - timedelta(minutes=10)
    sandbox.city.pki.staff_ca.revoke(tap_key.certificate, x509.ReasonFlags.key_compromise, since)
    sandbox.service.revocations.renew()
    after = journal.tap(tap_key)
    assert statuses(journal.send(before, after)[1]) == [("stored", None), ("quarantined", "card_revoked")]


def test_a_certificate_that_cannot_be_read_is_quarantined(journal: JournalMaker, tap_key: CardKey) -> None:
    row = journal.tap(tap_key)
    row["card_chain"] = [b64encode(unreadable_inside(tap_key.der)).decode()]
    assert statuses(journal.send(row)[1]) == [("quarantined", "card_signature_bad")]


@pytest.mark.parametrize("event_id", ["e-1", "x" * 65, "01a202c3\0", ""])
def test_a_row_that_cannot_be_called_by_its_id_is_unreadable(journal: JournalMaker, event_id: str) -> None:
    status, answer = journal.send(journal.boot({"event_id": event_id}))
    assert (status, answer["code"]) == (422, "row_unreadable")
