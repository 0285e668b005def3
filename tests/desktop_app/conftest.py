"""What many tests of the core stand on: a workstation beside a served city, an open store and its clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.store.account import AccountStore
from tests.desktop_app.store.builders import KEY
from tests.journeys.conftest import bench, enrolled
from tests.support.clock import ManualClock

__all__ = ["bench", "enrolled"]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def store(tmp_path: Path, clock: ManualClock) -> Iterator[AccountStore]:
    """A person's store on ``clock``, as it is before anybody has adopted it."""
    opened = AccountStore.open(tmp_path / "account.db", KEY, "a", now=clock.now)
    yield opened
    opened.close()
