"""What the centre knows of a request's rows is asked for all of them at once."""

from __future__ import annotations

import msgspec

from desktop_app import jose
from desktop_app.domain.attendance import JournalFacts
from desktop_app.sandbox.journal_rows import ReadRow, SentRow
from desktop_app.sandbox.known_rows import KnownRows, known_rows
from tests.support.desk_client import CardKey
from tests.support.journal_maker import JournalMaker, Row
from tests.support.sandbox_server import ON_BOTH, SandboxServer

pytestmark = ON_BOTH


def read(row: Row) -> ReadRow:
    sent = msgspec.convert(row, SentRow)
    facts = msgspec.convert(jose.unverified(sent.terminal_jws).claims, JournalFacts)
    return ReadRow(sent, facts, jose.sha256_hex(sent.terminal_jws), None)


def test_kept_rows_used_ids_and_holders(
    sandbox: SandboxServer, journal: JournalMaker, tap_key: CardKey
) -> None:
    first, second, third = journal.boot(), journal.tap(tap_key), journal.tap(tap_key)
    journal.send(first, second)
    rows = [read(row) for row in (first, second, third)]
    terminal = journal.desk.terminal_id
    with sandbox.service.engine.connect() as connection:
        found = known_rows(connection, terminal, 1, 2, rows)
        beyond = known_rows(connection, terminal, 1, 2, rows[2:])
        nothing = known_rows(connection, terminal, 1, 2, [])
    assert found.kept == {(1, rows[0].hash): None, (2, rows[1].hash): None}
    assert found.used == {row.facts.event_id for row in rows[:2]}
    assert set(found.holders) == {tap_key.sha256}
    assert (beyond.kept, beyond.used) == ({}, set())
    assert nothing == KnownRows({}, set(), {})
