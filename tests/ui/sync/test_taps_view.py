"""Rows of this computer's check-in without a receipt: what, since when, why, and what becomes of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.attendance import TapKind
from desktop_app.news import Contact, TerminalStatus
from tests.journeys.workbench import Workbench
from tests.support.deadline import until
from tests.support.widgets import child
from ui.bridge import Bridge
from ui.sync.taps_view import MOST_LINES, TapsView, kind_text, told
from ui.widgets.state_pane import StatePane


@pytest.fixture
def view(bench: Workbench, bench_bridge: Bridge, qtbot: QtBot) -> TapsView:
    workplace = bench.core.workplace
    assert workplace is not None
    until(lambda: workplace.sync.status.contact is Contact.ONLINE, 40, "the first exchange")
    bench.gate.refuse()
    made = TapsView(workplace, bench_bridge)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(view: TapsView) -> list[list[str]]:
    tree = child(view, QTreeWidget, "sync.taps.list")
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item]


def test_what_waits_is_told_and_goes_when_the_centre_has_signed(
    view: TapsView, bench: Workbench, qtbot: QtBot
) -> None:
    workplace = bench.core.workplace
    assert workplace is not None
    assert (view.title(), lines(view)) == ("Check-in here", [])
    assert not child(view, StatePane, "sync.taps.empty").isHidden()
    workplace.desk.note(TapKind.BOOT)
    workplace.sync.wake()
    qtbot.waitUntil(lambda: view.title() == "Check-in here: 1", timeout=40_000)
    qtbot.waitUntil(lambda: len(lines(view)) == 1, timeout=40_000)
    [[number, what, _, since]] = lines(view)
    assert (number, what, since) == ("1", "Check-in opened", "just now")
    why = child(view, QLabel, "sync.taps.why")
    qtbot.waitUntil(lambda: why.text().startswith("No connection to the centre"), timeout=40_000)
    bench.gate.open()
    workplace.sync.wake()
    qtbot.waitUntil(lambda: lines(view) == [], timeout=40_000)
    qtbot.waitUntil(lambda: view.title() == "Check-in here", timeout=40_000)


def test_a_hundred_lines_and_the_number_of_the_rest(view: TapsView, bench: Workbench) -> None:
    workplace = bench.core.workplace
    assert workplace is not None
    for _ in range(MOST_LINES + 3):
        workplace.desk.note(TapKind.CLOCK_CHANGE)
    view.refresh()
    assert len(lines(view)) == MOST_LINES
    assert child(view, QLabel, "sync.taps.more").text() == "and 3 more, which follow"


@pytest.mark.parametrize(
    ("status", "begins", "idle"),
    [
        (TerminalStatus(Contact.ONLINE, 1, None), "They are on their way.", True),
        (TerminalStatus(Contact.OFFLINE, 1, None, None, "unreachable"), "No connection to the centre", True),
        (TerminalStatus(Contact.OFFLINE, 1, None, None, "receipt_forged"), "The centre's receipt", False),
        (TerminalStatus(Contact.OFFLINE, 1, None, None, "rollback"), "The centre refuses them (roll", False),
    ],
)
def test_why_is_said_and_what_becomes_of_them(status: TerminalStatus, begins: str, *, idle: bool) -> None:
    assert told(status).startswith(begins)
    assert told(status).endswith("There is nothing to do.") is idle  # who is to call somebody has something


def test_every_kind_of_row_has_words() -> None:
    assert len({kind_text(kind) for kind in TapKind}) == len(TapKind)
