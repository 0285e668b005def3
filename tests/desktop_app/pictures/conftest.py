"""A handler at work beside a small city, for what happens to the photos of their reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui import city
from tests.ui.seated import Workplace, workplace_of


@pytest.fixture
def work(tmp_path: Path, qapp: object) -> Iterator[Workplace]:
    """The ward's handler with twenty reports; nothing of it reaches a centre."""
    made = workplace_of(city.HANDLER, tmp_path, 20)
    yield made
    made.bridge.close()
    made.session.files.stop()
    made.store.close()
