"""Retention fires when it should, never before, and what is left still verifies."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.store.errors import RuleBroken
from desktop_app.store.journal import Head
from desktop_app.store.retention import JOURNAL_KEPT
from desktop_app.store.terminal import TerminalStore
from tests.desktop_app.store.builders import KEY
from tests.desktop_app.store.pages import decrypted_pages
from tests.desktop_app.store.test_journal import fill
from tests.desktop_app.store.test_journal_outbox import receipted
from tests.support.clock import ManualClock


def acknowledge(terminal: TerminalStore, first: int, last: int) -> None:
    events = receipted(terminal.outbox, limit=last - first + 1)
    terminal.outbox.acknowledge(1, first, last, events, "r")


def test_nothing_goes_before_its_time(terminal: TerminalStore, clock: ManualClock) -> None:
    fill(terminal, 3)
    acknowledge(terminal, 1, 3)
    clock.advance(JOURNAL_KEPT - timedelta(seconds=1))
    assert terminal.prune() == 0
    assert len(terminal.journal.rows(1, 9)) == 3


def test_the_old_beginning_goes_and_the_rest_still_chains(
    terminal: TerminalStore, clock: ManualClock, tmp_path: Path
) -> None:
    fill(terminal, 6)
    (old, *_) = terminal.journal.rows(1, 1)
    acknowledge(terminal, 1, 4)
    clock.advance(timedelta(days=30))
    acknowledge(terminal, 5, 6)
    clock.advance(JOURNAL_KEPT - timedelta(days=1))
    assert terminal.prune() == 4
    assert terminal.prune() == 0
    assert [row.seq for row in terminal.journal.rows(1, 9)] == [5, 6]
    assert terminal.journal.verify_tail().fault is None
    fill(terminal, 1)
    assert terminal.journal.head().seq == 7
    assert terminal.journal.verify_tail().rows == 3
    terminal.close()
    assert old.event_id.encode() not in decrypted_pages(tmp_path / "terminal.db", KEY)


def test_a_journal_pruned_to_nothing_goes_on(terminal: TerminalStore, clock: ManualClock) -> None:
    fill(terminal, 2)
    head = terminal.journal.head()
    acknowledge(terminal, 1, 2)
    clock.advance(JOURNAL_KEPT)
    assert terminal.prune() == 2
    assert terminal.journal.head() == head == Head(1, 2, head.hash)
    fill(terminal, 1)
    assert terminal.journal.verify_tail().fault is None


def test_what_has_no_receipt_stays_for_ever(terminal: TerminalStore, clock: ManualClock) -> None:
    fill(terminal, 2)
    clock.advance(10 * JOURNAL_KEPT)
    assert terminal.prune() == 0
    head = terminal.journal.head()
    with pytest.raises(RuleBroken) as broken, terminal._database.write() as tx:
        tx.connection.execute("INSERT INTO journal_removed VALUES (1, 2, ?, 0)", (head.hash,))
    assert broken.value.rule == "only what has its receipt may be removed"
