"""What waits for a receipt, and receipts that do not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.store.errors import RuleBroken
from desktop_app.store.journal_outbox import JournalOutbox, Receipted, ReceiptMismatch
from desktop_app.store.terminal import TerminalStore
from tests.desktop_app.store.builders import Signer
from tests.desktop_app.store.test_journal import fill
from tests.support.clock import NOON, ManualClock


def receipted(outbox: JournalOutbox, limit: int = 200) -> list[Receipted]:
    return [Receipted(row.event_id, row.hash, "stored") for row in outbox.unsent(limit)]


def test_rows_wait_until_their_receipt(terminal: TerminalStore) -> None:
    fill(terminal, 5)
    events = receipted(terminal.outbox, limit=3)
    assert terminal.outbox.acknowledge(1, 1, 3, events, "receipt-1") == 3
    assert [row.seq for row in terminal.outbox.unsent()] == [4, 5]
    assert terminal.outbox.waiting() == 2
    assert terminal.outbox.receipt_of(1, 2) == "receipt-1"
    assert terminal.outbox.receipt_of(1, 4) is None


def test_waiting_rows_are_counted_on_whatever_comes_between(terminal: TerminalStore) -> None:
    counted = []
    for step in (
        lambda: fill(terminal, 5),
        lambda: terminal.outbox.acknowledge(1, 1, 3, receipted(terminal.outbox, limit=3), "r"),
        lambda: fill(terminal, 2),
        lambda: terminal.outbox.offer_again(1, 3),
        lambda: terminal.journal.begin_epoch(2),
        lambda: fill(terminal, 1),
    ):
        step()
        with terminal.reader() as connection:
            told = connection.value("SELECT count(*) FROM journal_outbox WHERE receipt IS NULL")
        counted.append((terminal.outbox.waiting(), told))
    assert counted == [(5, 5), (2, 2), (4, 4), (5, 5), (5, 5), (6, 6)]


def test_at_most_two_hundred_of_one_epoch(terminal: TerminalStore) -> None:
    fill(terminal, 205)
    assert [row.seq for row in terminal.outbox.unsent(1000)] == list(range(1, 201))
    terminal.outbox.acknowledge(1, 1, 200, receipted(terminal.outbox), "r")
    terminal.journal.begin_epoch(2)
    fill(terminal, 1)
    assert [(row.epoch, row.seq) for row in terminal.outbox.unsent()] == [(1, n) for n in range(201, 206)]


def test_the_same_receipt_twice_settles_nothing_new(terminal: TerminalStore) -> None:
    fill(terminal, 2)
    events = receipted(terminal.outbox)
    assert terminal.outbox.acknowledge(1, 1, 2, events, "r1") == 2
    assert terminal.outbox.acknowledge(1, 1, 2, events, "r2") == 0
    assert terminal.outbox.receipt_of(1, 1) == "r1"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda events: events[:-1],
        lambda events: [*events, events[0]],
        lambda events: [events[1], events[0], events[2]],
        lambda events: [*events[:2], replace(events[2], hash="0" * 64)],
        lambda events: [*events[:2], replace(events[2], event_id="other")],
    ],
)
def test_a_receipt_for_other_rows_settles_nothing(terminal: TerminalStore, spoil: object) -> None:
    fill(terminal, 3)
    events = spoil(receipted(terminal.outbox))  # type: ignore[operator]
    with pytest.raises(ReceiptMismatch):
        terminal.outbox.acknowledge(1, 1, 3, events, "r")
    assert terminal.outbox.waiting() == 3


def test_a_receipt_beyond_the_journal_settles_nothing(terminal: TerminalStore) -> None:
    fill(terminal, 1)
    events = [*receipted(terminal.outbox), Receipted("x", "y", "stored")]
    with pytest.raises(ReceiptMismatch):
        terminal.outbox.acknowledge(1, 1, 2, events, "r")


def test_receipts_are_never_changed(terminal: TerminalStore) -> None:
    fill(terminal, 1)
    terminal.outbox.acknowledge(1, 1, 1, receipted(terminal.outbox), "r")
    with pytest.raises(RuleBroken), terminal._database.write() as tx:
        tx.connection.execute("UPDATE receipt SET receipt = 'x'")


def test_a_restored_server_is_sent_what_it_lost(terminal: TerminalStore) -> None:
    fill(terminal, 4)
    terminal.outbox.acknowledge(1, 1, 4, receipted(terminal.outbox), "r")
    terminal.outbox.offer_again(1, next_expected_seq=3)
    assert [row.seq for row in terminal.outbox.unsent()] == [3, 4]


def test_a_receipt_given_before_is_known_whoever_signed_it_again(terminal: TerminalStore) -> None:
    fill(terminal, 2)
    terminal.outbox.acknowledge(1, 1, 2, receipted(terminal.outbox), "head.words.signature")
    terminal.outbox.offer_again(1, 1)
    rows = terminal.outbox.unsent()
    assert terminal.outbox.is_kept(rows, "head.words.signature")
    assert terminal.outbox.is_kept(rows, "head.words.the-other-signature-that-holds")
    assert not terminal.outbox.is_kept(rows, "head.later-words.signature")
    assert not terminal.outbox.is_kept(rows[:1], "head.words.signature")


def test_checkpoints_come_back_countersigned(terminal: TerminalStore, clock: ManualClock) -> None:
    assert terminal.outbox.last_checkpoint() is None
    assert terminal.outbox.unsent_checkpoint() is None
    terminal.outbox.add_checkpoint(1, 0, "c0")
    clock.advance(300)
    terminal.outbox.add_checkpoint(1, 0, "c1")
    newest = terminal.outbox.unsent_checkpoint()
    assert newest is not None
    assert (newest.checkpoint, newest.countersigned) == ("c1", None)
    assert newest.made_at > NOON
    terminal.outbox.countersign(newest, "s1")
    assert terminal.outbox.unsent_checkpoint() is None
    assert [c.countersigned for c in terminal.outbox.checkpoints()] == [None, "s1"]


def test_card_chains_go_up_with_the_rows_that_need_them(terminal: TerminalStore) -> None:
    signer = Signer()
    with terminal.journal.reserved() as slot:
        signer.append_tap(slot)
    with terminal.journal.reserved() as slot:
        signer.append(slot)
    assert [row.card_chain for row in terminal.outbox.unsent()] == [(b"leaf", b"root"), ()]
