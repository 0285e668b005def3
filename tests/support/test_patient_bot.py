"""Every wait of the bot has patience, and ends at once when what it waits for is there."""

from __future__ import annotations

import inspect

import pytest
from PySide6.QtCore import QTimer
from pytestqt.exceptions import TimeoutError as Impatient
from pytestqt.qtbot import QtBot

from tests.support.patient_bot import PATIENCE_MS, PatientBot

WAITS = sorted(
    name
    for name, kind in inspect.getmembers(QtBot, inspect.isfunction)
    if "timeout" in inspect.signature(kind).parameters
)


@pytest.mark.parametrize("name", WAITS)
def test_a_wait_that_names_no_time_is_patient(name: str) -> None:
    assert vars(PatientBot)[name].keywords == {"timeout": PATIENCE_MS}


def test_a_wait_ends_with_what_it_waits_for(request: pytest.FixtureRequest, qapp: object) -> None:
    bot, timer = PatientBot(request), QTimer()
    timer.start(0)
    with bot.waitSignal(timer.timeout):
        timer.setInterval(1)
    bot.waitUntil(timer.isActive)


def test_a_time_that_is_named_counts(request: pytest.FixtureRequest, qapp: object) -> None:
    with pytest.raises(Impatient):
        PatientBot(request).waitUntil(lambda: False, timeout=1)
