"""Answers stack, each for its own time; a new one waits for none."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop_app.domain.attendance import Direction, LocalVerdict, TapKind
from tests.support.taps import tap
from ui.kiosk import results as module
from ui.kiosk.faces import face_of
from ui.kiosk.results import MOST, Results
from ui.theme import KIOSK

COMING, GOING = face_of(tap()), face_of(tap(direction=Direction.OUT))
REFUSED = face_of(tap(TapKind.TAP_REJECTED, LocalVerdict.REVOKED, None))


@pytest.fixture
def results(qtbot: QtBot) -> Results:
    made = Results()
    qtbot.addWidget(made)
    made.resize(1400, 700)
    made.show()
    return made


def test_the_newest_is_on_top_and_the_oldest_gives_way(results: Results) -> None:
    for face in (COMING, REFUSED, GOING, COMING):
        results.add(face)
    assert results.faces() == [COMING, GOING, REFUSED]
    assert len(results.faces()) == MOST


def test_each_leaves_when_its_time_is_over(
    results: Results, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STAY_MS", 40)
    results.add(COMING)
    monkeypatch.setattr(module, "STAY_MS", 60_000)
    results.add(GOING)
    qtbot.waitUntil(lambda: results.faces() == [GOING])
    timer = results.findChild(QTimer)
    assert timer is not None
    assert timer.isActive(), "the next one has its time, too"


def test_a_screen_reader_hears_the_newest(results: Results) -> None:
    results.add(COMING)
    assert results.accessibleName() == "IN Hương N. T."


def test_the_colours_given_are_painted(results: Results) -> None:
    for face in (COMING, GOING, REFUSED):
        results.add(face)
    image = results.grab().toImage()
    column = {image.pixelColor(20, y).name().upper() for y in range(image.height())}
    assert {KIOSK.coming, KIOSK.going, KIOSK.refused} <= column


def test_words_stay_inside_their_row(results: Results) -> None:
    """A stacked diacritic (KHÔNG HỢP LỆ) must not touch the frame above it."""
    results.add(REFUSED)
    image = results.grab().toImage()
    ink = QColor(KIOSK.refused)
    frame_rows = [y for y in range(30) if image.pixelColor(600, y) == ink]
    assert frame_rows
    below = max(frame_rows) + 1
    assert all(image.pixelColor(x, below) != ink for x in range(260, 1300))


def test_everything_scales_with_the_unit(results: Results) -> None:
    results.set_unit(0.5)
    small = results.minimumHeight()
    results.set_unit(1.0)
    assert results.minimumHeight() == pytest.approx(2 * small, abs=2)
