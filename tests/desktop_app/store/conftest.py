"""Real encrypted stores in the test's own folder, on a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.roles import Actor, Role
from desktop_app.store.account import AccountStore
from desktop_app.store.terminal import TerminalStore
from tests.desktop_app.store.builders import KEY, ME, UNIT
from tests.support.clock import ManualClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "account-a.db"


@pytest.fixture
def store(path: Path, clock: ManualClock) -> Iterator[AccountStore]:
    """The store of a handler of one unit."""
    opened = AccountStore.open(path, KEY, "a", now=clock.now)
    opened.adopt(Actor(ME, UNIT, frozenset({Role.HANDLER}), frozenset({UNIT})), {"id": ME})
    yield opened
    opened.close()


@pytest.fixture
def terminal(tmp_path: Path, clock: ManualClock) -> Iterator[TerminalStore]:
    opened = TerminalStore.open(tmp_path / "terminal.db", KEY, now=clock.now)
    opened.journal.begin_epoch(1)
    yield opened
    opened.close()
