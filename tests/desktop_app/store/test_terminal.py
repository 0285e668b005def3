"""The terminal store as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.store.errors import WrongKey
from desktop_app.store.terminal import TerminalStore
from tests.desktop_app.store.builders import KEY
from tests.desktop_app.store.test_journal import fill


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


def test_another_key_opens_nothing(terminal: TerminalStore, tmp_path: Path) -> None:
    terminal.close()
    with pytest.raises(WrongKey):
        TerminalStore.open(tmp_path / "terminal.db", bytes(32))
