"""The act runs once with the officer's reader and PIN; in vain, the next try is the person's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from cardio.errors import PinWrong
from tests.journeys.workbench import DESK, Workbench
from tests.support.widgets import child
from ui.sign_in.officer_entry import OfficerEntry
from ui.tasks import Tasks
from ui.widgets.notice import Notice

Make = Callable[[Callable[[str, bytearray], object]], OfficerEntry]


@pytest.fixture
def make(bench: Workbench, tasks: Tasks, qtbot: QtBot) -> Make:
    bench.insert(bench.city.card("o-supervisor"))

    def build(act: Callable[[str, bytearray], object]) -> OfficerEntry:
        made = OfficerEntry("act", bench.core, tasks, act)
        qtbot.addWidget(made)
        made.show()
        return made

    return build


def test_it_acts_with_reader_and_pin(make: Make, qtbot: QtBot) -> None:
    entry = make(lambda reader, pin: (reader, bytes(pin)))
    qtbot.keyClicks(entry.pin, "123456")
    with qtbot.waitSignal(entry.acted) as acted:
        entry.submit.click()
    assert acted.args == [(DESK, b"123456")]
    assert entry.submit.isEnabled()
    assert entry.pin.text() == ""


def test_in_vain_it_says_why(make: Make, qtbot: QtBot) -> None:
    def act(_reader: str, _pin: bytearray) -> object:
        raise PinWrong(2)

    entry = make(act)
    qtbot.keyClicks(entry.pin, "123456")
    entry.submit.click()
    notice = child(entry, Notice, "act.notice")
    qtbot.waitUntil(notice.isVisible)
    assert notice.title() == "Wrong PIN."
    assert entry.submit.isEnabled()
