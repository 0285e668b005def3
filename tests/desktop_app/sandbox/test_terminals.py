"""Attendance over HTTP: stored in order, both signatures checked, receipted; nothing authentic is lost."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from cryptography import x509
from joserfc import jws
from joserfc.jwk import ECKey

from cardio.piv.objects import Slot
from cardio.simulator import StaffCa
from desktop_app.domain.ids import new_id
from desktop_app.sandbox.tables import alarm, journal_row
from tests.support.desk_client import CardKey, DeskClient, enrolled, instant
from tests.support.journal_maker import JournalMaker, sha256
from tests.support.sandbox_server import SandboxServer


@pytest.fixture
def journal(desk: DeskClient) -> JournalMaker:
    desk.workstation_token()
    return JournalMaker(desk)


@pytest.fixture
def tap_key(sandbox: SandboxServer) -> CardKey:
    return CardKey(sandbox.city.card("o-handler"), Slot.CARD_AUTHENTICATION)


def statuses(answer: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(result["status"], result["reason"]) for result in answer["results"]]


def alarms(sandbox: SandboxServer) -> list[str]:
    with sandbox.service.engine.connect() as connection:
        return list(connection.execute(sa.select(alarm.c.kind)).scalars())


def kept(sandbox: SandboxServer) -> int:
    with sandbox.service.engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(journal_row)).scalar_one())


def test_rows_are_stored_and_receipted(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    status, answer = journal.send(journal.boot(), journal.tap(tap_key), journal.tap(tap_key))
    assert status == 200
    assert statuses(answer) == [("stored", None)] * 3
    assert answer["next_expected_seq"] == 4
    receipt_key = ECKey.import_key(sandbox.city.pki.receipt_key.public_key())
    receipt = jws.deserialize_compact(answer["receipt"], receipt_key)
    assert receipt.protected["typ"] == "ioc-receipt+jws"
    assert receipt.protected["kid"] == receipt_key.thumbprint()
    claims = json.loads(receipt.payload)
    assert (claims["first_seq"], claims["last_seq"], claims["head_hash"]) == (1, 3, journal.head)
    assert [item["hash"] for item in claims["events"]] == journal.hashes
    assert claims["terminal_id"] == journal.desk.terminal_id


def test_the_words_are_kept_as_they_came(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    row = journal.tap(tap_key)
    journal.send(row)
    with sandbox.service.engine.connect() as connection:
        stored = connection.execute(sa.select(journal_row)).one()
    assert {name: getattr(stored, name) for name in row} == row


def test_rows_sent_again_are_duplicates_with_a_receipt(journal: JournalMaker, tap_key: CardKey) -> None:
    rows = [journal.boot(), journal.tap(tap_key)]
    journal.send(*rows)
    status, answer = journal.send(*rows, journal.tap(tap_key))
    assert status == 200
    assert statuses(answer) == [("duplicate", None), ("duplicate", None), ("stored", None)]


def test_a_gap_is_told_with_what_is_expected(journal: JournalMaker) -> None:
    first, second, third = journal.boot(), journal.boot(), journal.boot()
    for rows in ([second], [first, third]):
        status, answer = journal.send(*rows)
        assert (status, answer["code"], answer["next_expected_seq"]) == (409, "gap", 1)
    assert journal.send(first, second, third)[0] == 200


def test_another_epoch_is_not_this_journal(journal: JournalMaker) -> None:
    status, answer = journal.send(journal.boot(), epoch=2)
    assert (status, answer["code"]) == (409, "epoch_unknown")


def test_the_server_tells_where_it_stands(journal: JournalMaker) -> None:
    journal.send(journal.boot(), journal.boot())
    desk = journal.desk
    answer = desk.call("GET", f"/v1/terminals/{desk.terminal_id}", token=desk.token)
    assert answer.json() == {
        "terminal_id": desk.terminal_id, "epoch": 1, "next_expected_seq": 3, "head_hash": journal.head,
    }  # fmt: skip


def test_another_terminal_is_as_unknown_as_none(sandbox: SandboxServer, journal: JournalMaker) -> None:
    with enrolled(sandbox.url, sandbox.service.codes.mint()) as other:
        for name in (other.terminal_id, "T00000000"):
            answer = journal.desk.call("GET", f"/v1/terminals/{name}", token=journal.desk.token)
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    forged = journal.boot({"terminal_id": "T00000000"})
    assert journal.send(forged)[0] == 422


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


def test_a_broken_chain_is_quarantined_with_an_alarm(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    assert statuses(journal.send(journal.boot({"prev_hash": "1" * 64}))[1]) == [
        ("quarantined", "chain_broken")
    ]
    assert alarms(sandbox) == ["chain_broken"]


def test_a_number_used_twice_is_kept_beside_the_first(sandbox: SandboxServer, journal: JournalMaker) -> None:
    rows = [journal.boot(), journal.boot()]
    journal.send(*rows)
    fork = JournalMaker(journal.desk)
    status, answer = fork.send(fork.boot())
    assert (status, statuses(answer)) == (200, [("quarantined", "seq_reused")])
    assert answer["next_expected_seq"] == 3
    assert alarms(sandbox) == ["seq_reused"]
    assert kept(sandbox) == 3


def test_an_event_id_counts_once(journal: JournalMaker) -> None:
    same = {"event_id": new_id()}
    answer = journal.send(journal.boot(same), journal.boot(same))[1]
    assert statuses(answer) == [("stored", None), ("quarantined", "event_id_reused")]


def test_a_row_by_another_terminals_key_is_quarantined(sandbox: SandboxServer, journal: JournalMaker) -> None:
    genuine, journal.desk.key = journal.desk.key, ECKey.generate_key("P-256")
    forged = journal.boot()
    journal.desk.key = genuine
    assert statuses(journal.send(forged)[1]) == [("quarantined", "terminal_signature_bad")]
    assert alarms(sandbox) == ["terminal_signature_bad"]


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


def test_a_checkpoint_is_counter_signed(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    status, answer = journal.checkpoint()
    assert status == 200
    key = ECKey.import_key(sandbox.city.pki.receipt_key.public_key())
    counter = jws.deserialize_compact(answer["countersigned"], key)
    assert counter.protected["typ"] == "ioc-checkpoint+jws"
    claims = json.loads(counter.payload)
    assert claims["checkpoint_sha256"] == sha256(answer["sent"])
    assert (claims["seq"], claims["head_hash"]) == (1, journal.head)


def test_a_rolled_back_terminal_raises_the_alarm(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot(), journal.boot())
    assert journal.checkpoint()[0] == 200
    for claims in ({"seq": 1, "head_hash": journal.hashes[0]}, {"head_hash": "1" * 64}):
        status, answer = journal.checkpoint(**claims)
        assert (status, answer["code"], answer["next_expected_seq"]) == (409, "rollback", 3)
    assert alarms(sandbox) == ["rollback", "rollback"]


def test_a_checkpoint_ahead_of_its_rows_is_remembered(sandbox: SandboxServer, journal: JournalMaker) -> None:
    rows = [journal.boot(), journal.boot(), journal.boot()]
    assert journal.checkpoint()[0] == 200
    journal.send(rows[0])
    assert journal.checkpoint(seq=1, head_hash=journal.hashes[0])[1]["code"] == "rollback"
    assert journal.send(*rows[1:])[0] == 200
    assert journal.checkpoint()[0] == 200
    assert alarms(sandbox) == ["rollback"]


def test_a_checkpoint_by_another_key_is_refused(journal: JournalMaker) -> None:
    genuine, journal.desk.key = journal.desk.key, ECKey.generate_key("P-256")
    claims = {"terminal_id": journal.desk.terminal_id, "epoch": 1, "seq": 0, "head_hash": "0" * 64}
    forged = journal.desk.sign(
        "ioc-checkpoint+jws", {**claims, "wall_utc": "2026-01-01T00:00:00Z", "key_class": "file"}
    )
    journal.desk.key = genuine
    path = f"/v1/terminals/{journal.desk.terminal_id}/checkpoints"
    answer = journal.desk.call("POST", path, token=journal.desk.token, json={"checkpoint": forged})
    assert (answer.status_code, answer.json()["code"]) == (422, "checkpoint_invalid")


def test_the_roster_says_no_more_than_a_greeting_needs(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    desk = journal.desk
    answer = desk.call("GET", f"/v1/terminals/{desk.terminal_id}/roster", token=desk.token).json()
    (person,) = answer["persons"]
    assert person["card_cert_sha256"] == tap_key.sha256
    assert (person["given_name"], person["initials"]) == ("Lý", "L. T. X.")
    assert "o-handler" not in json.dumps(answer["persons"])
    assert answer["crls"] == [base64.b64encode(sandbox.service.revocations.newest()).decode()]
