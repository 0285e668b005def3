"""The journal: gapless, chained, append-only, one transaction with its outbox."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app import jose
from desktop_app.domain.attendance import GENESIS_HASH, Direction, LastTap, TapKind
from desktop_app.store.connection import Connection
from desktop_app.store.errors import RuleBroken
from desktop_app.store.journal import LAST_OF_PERSON, LAST_ROW, LAST_TAP, Head, NotTheNextRow, chain_text
from desktop_app.store.journal_check import Fault, JournalFault
from desktop_app.store.terminal import TerminalStore
from tests.desktop_app.store.builders import CARD_SHA, Signer
from tests.support.clock import NOON

SIGNER = Signer()
ROW_NINE = """INSERT INTO journal SELECT epoch, 9, 'new', kind, wall_utc, prev_hash, hash, card_cert_sha256,
    person_ref, local_verdict, direction, refers_to, card_jws, terminal_jws FROM journal WHERE seq = 1"""


def fill(terminal: TerminalStore, rows: int) -> None:
    for _ in range(rows):
        with terminal.journal.reserved() as slot:
            SIGNER.append(slot)


def test_an_epoch_begins_with_nothing(terminal: TerminalStore) -> None:
    assert terminal.journal.head() == Head(1, 0, GENESIS_HASH)
    assert terminal.journal.head().next_seq == 1
    assert terminal.journal.verify_tail().rows == 0


def test_a_row_is_kept_byte_for_byte_with_its_chain(terminal: TerminalStore) -> None:
    with terminal.journal.reserved() as slot:
        card_jws, terminal_jws, facts = SIGNER.tap(slot.head)
        head = slot.append(card_jws, terminal_jws, facts, chain_text([b"leaf", b"root"]))
    (row,) = terminal.journal.rows(1, 9)
    assert (row.card_jws, row.terminal_jws, row.card_chain) == (card_jws, terminal_jws, (b"leaf", b"root"))
    assert (row.kind, row.wall_utc, row.event_id) == (TapKind.TAP, NOON, facts.event_id)
    assert row.hash == head.hash == jose.sha256_hex(terminal_jws)
    assert terminal.journal.head() == head == Head(1, 1, row.hash)
    assert terminal.journal.row(facts.event_id) == row
    assert terminal.journal.row("none") is None


def test_rows_chain(terminal: TerminalStore) -> None:
    fill(terminal, 5)
    rows = terminal.journal.rows(1, 5)
    claims = [jose.unverified(row.terminal_jws).claims for row in rows]
    assert [c["prev_hash"] for c in claims] == [GENESIS_HASH, *(row.hash for row in rows[:-1])]
    assert [row.seq for row in terminal.journal.rows(2, 3)] == [2, 3]


def test_a_torn_tap_uses_no_seq(terminal: TerminalStore) -> None:
    def torn() -> None:
        with terminal.journal.reserved():
            raise ConnectionError

    with pytest.raises(ConnectionError):
        torn()
    fill(terminal, 1)
    assert terminal.journal.head().seq == 1
    assert terminal.outbox.waiting() == 1


def test_row_and_outbox_are_one_transaction(terminal: TerminalStore) -> None:
    with terminal.journal.reserved() as slot:
        first = SIGNER.append(slot)
    with terminal.journal.reserved() as slot, pytest.raises(RuleBroken):
        SIGNER.append(slot, event_id=first.event_id)
    assert terminal.journal.head().seq == 1
    assert terminal.outbox.waiting() == 1


@pytest.mark.parametrize("change", [{"seq": 3}, {"epoch": 2}, {"prev_hash": "f" * 64}])
def test_what_does_not_follow_the_head_is_refused(terminal: TerminalStore, change: dict[str, object]) -> None:
    with terminal.journal.reserved() as slot, pytest.raises(NotTheNextRow) as refused:
        SIGNER.append(slot, **change)
    assert refused.value.field in change
    assert terminal.journal.head().seq == 0


@pytest.mark.parametrize("field", ["event_id", "terminal_id", "card_jws_sha256"])
def test_the_signed_text_must_say_what_the_facts_say(terminal: TerminalStore, field: str) -> None:
    with terminal.journal.reserved() as slot:
        facts = SIGNER.facts(slot.head)
        signed = SIGNER.sign(replace(facts, **{field: "other"}))  # type: ignore[arg-type]
        with pytest.raises(NotTheNextRow) as refused:
            slot.append(None, signed, facts)
    assert refused.value.field == field


def test_a_text_that_is_no_jws_is_refused(terminal: TerminalStore) -> None:
    facts = SIGNER.facts(terminal.journal.head())
    with pytest.raises(NotTheNextRow):
        terminal.journal.append(None, "nonsense", facts)


def test_only_one_holds_the_head(terminal: TerminalStore) -> None:
    def tap() -> None:
        for _ in range(10):
            with terminal.journal.reserved() as slot:
                SIGNER.append(slot)

    threads = [threading.Thread(target=tap) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert terminal.journal.head().seq == 40
    assert terminal.journal.verify_tail(100).fault is None


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("UPDATE journal SET wall_utc = 0", "the journal is never changed"),
        ("UPDATE journal SET terminal_jws = 'x'", "the journal is never changed"),
        ("DELETE FROM journal WHERE seq = 2", "the journal is never deleted"),
        ("INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1", "the journal has no gap"),
        (
            ROW_NINE,
            "the journal has no gap",
        ),
    ],
)
def test_the_database_itself_refuses(terminal: TerminalStore, sql: str, rule: str) -> None:
    fill(terminal, 3)
    before = terminal.journal.rows(1, 9)
    with pytest.raises(RuleBroken) as broken, terminal._database.write() as tx:
        tx.connection.execute(sql)
    assert broken.value.rule == rule
    assert terminal.journal.rows(1, 9) == before


def test_a_new_epoch_chains_to_the_old_head(terminal: TerminalStore) -> None:
    fill(terminal, 2)
    old = terminal.journal.head()
    terminal.journal.begin_epoch(2)
    terminal.journal.begin_epoch(2)
    assert terminal.journal.head() == Head(2, 0, old.hash)
    fill(terminal, 1)
    assert terminal.journal.epochs() == (1, 2)
    assert [row.epoch for row in terminal.journal.rows(1, 9)] == [2]
    assert len(terminal.journal.rows(1, 9, epoch=1)) == 2
    assert terminal.journal.verify_tail().fault is None


def test_the_last_tap_of_a_card(terminal: TerminalStore) -> None:
    assert terminal.journal.last_tap(CARD_SHA) is None
    with terminal.journal.reserved() as slot:
        SIGNER.append_tap(slot, Direction.IN)
    with terminal.journal.reserved() as slot:
        last = SIGNER.append_tap(slot, Direction.OUT, wall_utc=NOON + timedelta(hours=4))
    fill(terminal, 1)
    assert terminal.journal.last_tap(CARD_SHA) == LastTap(Direction.OUT, NOON + timedelta(hours=4), 2)
    with terminal.journal.reserved() as slot:
        SIGNER.append(slot, kind=TapKind.ANNOTATION, refers_to=last.event_id, direction_proposed=Direction.IN)
    found = terminal.journal.last_tap(CARD_SHA)
    assert found is not None
    assert found.direction is Direction.IN


def test_a_cards_last_tap_is_found_by_index_however_often_it_was_repeated(terminal: TerminalStore) -> None:
    with terminal.reader() as connection:
        by_card = _plan(connection, LAST_TAP, CARD_SHA)
        by_person = _plan(connection, LAST_OF_PERSON, "ref")
    assert by_card[0] == "SEARCH j USING INDEX journal_last_tap (card_cert_sha256=?)"
    assert by_person[0] == "SEARCH j USING INDEX journal_last_of_person (person_ref=?)"
    for _, *annotation in (by_card, by_person):
        assert "SEARCH a USING INDEX journal_refers_to (refers_to=?)" in annotation
        assert not any("SCAN" in step for step in annotation)


def test_the_head_is_found_by_the_primary_key(terminal: TerminalStore) -> None:
    with terminal.reader() as connection:
        steps = _plan(connection, LAST_ROW)
    assert steps[0] == "SEARCH journal USING PRIMARY KEY (epoch=?)"
    assert not any("TEMP B-TREE" in step for step in steps)


def _plan(connection: Connection, query: str, *values: str) -> list[str]:
    return [step[3] for step in connection.rows(f"EXPLAIN QUERY PLAN {query}", values)]


def test_a_start_up_notices_a_row_changed_behind_the_triggers(terminal: TerminalStore) -> None:
    fill(terminal, 6)
    with terminal._database.write() as tx:
        tx.connection.execute("DROP TRIGGER journal_is_never_changed")
        tx.connection.execute(
            "UPDATE journal SET terminal_jws = (SELECT terminal_jws FROM journal WHERE seq = 2) WHERE seq = 4"
        )
    assert terminal.journal.verify_tail().fault == Fault(1, 4, JournalFault.REORDERED)
    assert terminal.journal.verify_tail(length=2).fault is None
