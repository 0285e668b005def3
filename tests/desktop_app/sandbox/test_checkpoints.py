"""Checkpoints over HTTP: counter-signed, or an alarm that stays."""

from __future__ import annotations

import json

from joserfc import jws
from joserfc.jwk import ECKey

from tests.support.journal_maker import JournalMaker, alarms, sha256
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH


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
    assert alarms(sandbox.service.engine) == ["rollback", "rollback"]


def test_a_checkpoint_ahead_of_its_rows_is_remembered(sandbox: SandboxServer, journal: JournalMaker) -> None:
    rows = [journal.boot(), journal.boot(), journal.boot()]
    assert journal.checkpoint()[0] == 200
    journal.send(rows[0])
    assert journal.checkpoint(seq=1, head_hash=journal.hashes[0])[1]["code"] == "rollback"
    assert journal.send(*rows[1:])[0] == 200
    assert journal.checkpoint()[0] == 200
    assert alarms(sandbox.service.engine) == ["rollback"]


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


def test_a_key_that_is_kept_in_another_way_raises_the_alarm(
    sandbox: SandboxServer, journal: JournalMaker
) -> None:
    assert journal.checkpoint()[0] == 200
    assert alarms(sandbox.service.engine) == []
    assert journal.checkpoint(key_class="keyring")[0] == 200
    assert alarms(sandbox.service.engine) == ["key_class_changed"]


def test_a_checkpoint_of_what_cannot_be_is_refused(sandbox: SandboxServer, journal: JournalMaker) -> None:
    journal.send(journal.boot())
    for odd in (
        {"seq": 2**70}, {"epoch": 2**70}, {"seq": -1}, {"head_hash": "x\0"},
        {"wall_utc": "2026-01-01T00:00:00"}, {"wall_utc": "0001-01-01T00:00:00+14:00"},
        {"wall_utc": "9999-12-31T23:59:59-14:00"},
    ):  # fmt: skip
        status, answer = journal.checkpoint(**odd)
        assert (status, answer["code"]) == (422, "checkpoint_invalid"), odd
    assert journal.checkpoint()[0] == 200
    assert alarms(sandbox.service.engine) == []
