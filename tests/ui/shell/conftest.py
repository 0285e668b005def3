"""A main window over the small city."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.workbench import Workbench
from tests.ui.shell.windows import closed, opened
from ui.bridge import Bridge
from ui.shell.window import MainWindow
from ui.tasks import Tasks


@pytest.fixture
def window(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> Iterator[MainWindow]:
    made = opened(bench.core, bench_bridge, tasks)
    yield made
    closed(made, qtbot)
