"""The button under the answers: whose tap it would turn, for how long, and what it leaves alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.attendance import Direction, LocalVerdict, TapKind
from desktop_app.news import TapResult
from tests.support.taps import tap
from ui.kiosk.wrong_direction import OFFERED_MS, WrongDirection


@pytest.fixture
def kiosk(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def button(kiosk: QWidget) -> WrongDirection:
    return WrongDirection(kiosk)


def test_it_says_whose_tap_and_the_other_direction(button: WrongDirection) -> None:
    button.offer(tap(direction=Direction.OUT))
    assert button.text() == button.accessibleName() == "Hương N. T.: not OUT? Change to IN (F2)"
    button.offer(tap(direction=Direction.IN, given_name=""))
    assert button.text() == "Last tap: not IN? Change to OUT (F2)", "a public screen invents no name"


def test_a_tap_is_turned_once(button: WrongDirection) -> None:
    button.offer(tap(direction=Direction.IN, event_id="e7"))
    assert button.take() == ("e7", Direction.OUT)
    assert button.isHidden()
    assert button.take() is None


@pytest.mark.parametrize(
    "later",
    [
        tap(TapKind.TAP_REJECTED, LocalVerdict.REVOKED, None, event_id="e8"),
        tap(TapKind.TAP_REPEATED, event_id="e8"),
        tap(TapKind.SUPERVISED_ENTRY, event_id="e8"),
        tap(direction=None, event_id="e8"),
    ],
)
def test_what_went_no_way_is_not_offered_and_takes_nobody_elses_offer(
    button: WrongDirection, later: TapResult
) -> None:
    button.offer(later)
    assert button.isHidden()
    button.offer(tap(event_id="e7"))
    button.offer(later)
    assert button.take() == ("e7", Direction.OUT)


def test_after_its_time_there_is_nothing_to_turn(button: WrongDirection, qtbot: QtBot) -> None:
    button.offer(tap())
    assert button._timer.interval() == OFFERED_MS == 10_000
    button._timer.start(1)
    qtbot.waitUntil(button.isHidden, timeout=20_000)
    assert button.take() is None
