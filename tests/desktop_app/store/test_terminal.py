"""The terminal store as a whole."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.store.errors import WrongKey
from desktop_app.store.terminal import CACHE_KIB, TerminalStore
from tests.desktop_app.store.builders import KEY
from tests.desktop_app.store.test_journal import fill
from tests.desktop_app.store.test_journal_outbox import receipted
from tests.support.clock import ManualClock


def test_everything_is_there_after_reopening(terminal: TerminalStore, tmp_path: Path) -> None:
    fill(terminal, 3)
    head = terminal.journal.head()
    terminal.close()
    again = TerminalStore.open(tmp_path / "terminal.db", KEY)
    assert again.journal.head() == head
    assert again.outbox.waiting() == 3
    assert again.newer is None
    with again.reader() as connection:
        assert connection.value("SELECT count(*) FROM journal") == 3
    again.close()


def test_what_was_kept_long_enough_by_the_policys_word_goes(
    terminal: TerminalStore, clock: ManualClock
) -> None:
    fill(terminal, 2)
    terminal.outbox.acknowledge(1, 1, 1, receipted(terminal.outbox, limit=1), "r")
    clock.advance(timedelta(days=90))
    assert terminal.prune() == 0
    terminal.journal_kept = lambda: timedelta(days=90)
    assert terminal.prune() == 1
    assert [row.seq for row in terminal.journal.rows(1, 9)] == [2]


def test_a_journal_that_only_grows_does_not_fill_the_memory(terminal: TerminalStore) -> None:
    with terminal.reader() as connection:
        assert connection.value("PRAGMA cache_size") == -CACHE_KIB


def test_another_key_opens_nothing(terminal: TerminalStore, tmp_path: Path) -> None:
    terminal.close()
    with pytest.raises(WrongKey):
        TerminalStore.open(tmp_path / "terminal.db", bytes(32))
