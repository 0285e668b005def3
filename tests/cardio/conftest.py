"""A worker with a desk of readers around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cardio.worker import CardWorker
from tests.support.reader_desk import Desk, at_work


@pytest.fixture
def desk() -> Desk:
    """What the worker works with."""
    return Desk()


@pytest.fixture
def worker(desk: Desk) -> Iterator[CardWorker]:
    """A worker, retired at the end."""
    with at_work(desk) as worker:
        yield worker
