"""Attendance over HTTP: stored in order, receipted; nothing authentic is lost."""

from __future__ import annotations

import json

import sqlalchemy as sa
from joserfc import jws
from joserfc.jwk import ECKey

from cardio.piv.objects import Slot
from desktop_app.domain.ids import new_id
from desktop_app.sandbox.tables import journal_row, person
from tests.support.desk_client import CardKey, enrolled
from tests.support.journal_maker import JournalMaker, alarms, statuses
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH


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


def test_a_broken_chain_is_quarantined_with_an_alarm(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    assert statuses(journal.send(journal.boot({"prev_hash": "1" * 64}))[1]) == [
        ("quarantined", "chain_broken")
    ]
    assert alarms(sandbox.service.engine) == ["chain_broken"]


def test_a_number_used_twice_is_kept_beside_the_first(sandbox: SandboxServer, journal: JournalMaker) -> None:
    rows = [journal.boot(), journal.boot()]
    journal.send(*rows)
    fork = JournalMaker(journal.desk)
    status, answer = fork.send(fork.boot())
    assert (status, statuses(answer)) == (200, [("quarantined", "seq_reused")])
    assert answer["next_expected_seq"] == 3
    assert alarms(sandbox.service.engine) == ["seq_reused"]
    assert kept(sandbox) == 3


def test_an_event_id_counts_once(journal: JournalMaker) -> None:
    same = {"event_id": new_id()}
    answer = journal.send(journal.boot(same), journal.boot(same))[1]
    assert statuses(answer) == [("stored", None), ("quarantined", "event_id_reused")]


def test_a_tap_belongs_to_the_holder_of_its_card(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    with sandbox.service.engine.connect() as connection:
        refs = {row.id: row.person_ref for row in connection.execute(sa.select(person))}
    rows = [
        journal.tap(tap_key, forge={"person_ref": refs["o-handler"]}),
        journal.tap(tap_key, forge={"person_ref": refs["o-colleague"]}),
        journal.tap(CardKey(sandbox.city.unknown_card("X"), Slot.CARD_AUTHENTICATION)),
    ]
    assert statuses(journal.send(*rows)[1]) == [
        ("stored", None),
        ("quarantined", "person_other"),
        ("quarantined", "person_unknown"),
    ]


def test_what_takes_an_officers_card_is_quarantined_without_it(
    journal: JournalMaker, tap_key: CardKey
) -> None:
    """A terminal may not raise a level by itself, nor an officer's act come from any card."""
    handler = {"kind": "mode_exit", "assurance": "card_key"}
    status, answer = journal.send(
        journal.boot({"kind": "tap", "assurance": "card_key"}),
        journal.boot({"kind": "mode_exit"}),
        journal.boot({"kind": "supervised_entry", "assurance": "supervised"}),
        journal.tap(tap_key, {"kind": "mode_exit"}, handler),
    )
    assert status == 200
    missing = ("quarantined", "card_signature_missing")
    assert statuses(answer) == [missing, missing, missing, ("quarantined", "officer_not_entitled")]
