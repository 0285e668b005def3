"""Journeys' fixture: a workstation beside a served city."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.workbench import Workbench, workbench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A workstation that is not enrolled yet."""
    with workbench(tmp_path) as made:
        yield made


@pytest.fixture
def enrolled(bench: Workbench) -> Workbench:
    """A workstation enrolled with the city."""
    bench.enrol()
    return bench
