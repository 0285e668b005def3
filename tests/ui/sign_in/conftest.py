"""The page of the sign-in over a workbench of real cards and a real centre."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.workbench import Workbench
from ui.bridge import Bridge
from ui.sign_in.page import SignInPage
from ui.tasks import Tasks


@pytest.fixture
def page(bench: Workbench, bench_bridge: Bridge, tasks: Tasks, qtbot: QtBot) -> SignInPage:
    made = SignInPage(bench.core, bench_bridge, tasks)
    qtbot.addWidget(made)
    made.show()
    return made
