"""An open account store and a clock for the tests of sync."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import KEY
from tests.support.clock import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[AccountStore]:
    opened = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    yield opened
    opened.close()
