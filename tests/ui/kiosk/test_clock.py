"""The clock shows the city's time, seconds included, and the day in words."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.kiosk.clock import KioskClock, weekday
from ui.language import Language, install

MOMENT = [datetime(2026, 11, 21, 17, 0, 5, tzinfo=UTC)]


def text(clock: KioskClock, name: str) -> str:
    label = clock.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_it_is_past_midnight_in_the_city(qtbot: QtBot) -> None:
    clock = KioskClock(lambda: MOMENT[0])
    qtbot.addWidget(clock)
    assert text(clock, "kiosk.clock") == "00:00:05"
    assert text(clock, "kiosk.date") == "Sunday, 22/11/2026"


def test_it_goes_on(qtbot: QtBot) -> None:
    moment = [MOMENT[0]]
    clock = KioskClock(lambda: moment[0])
    qtbot.addWidget(clock)
    moment[0] += timedelta(seconds=1)
    qtbot.waitUntil(lambda: text(clock, "kiosk.clock") == "00:00:06")


def test_days_have_their_vietnamese_names() -> None:
    install(Language.VIETNAMESE)
    monday = datetime(2026, 11, 16, tzinfo=UTC)
    names = [weekday(monday + timedelta(days=day)) for day in range(7)]
    assert names[0] == "Thứ Hai"
    assert names[6] == "Chủ Nhật"
    assert len(set(names)) == 7


def test_the_clock_is_huge(qtbot: QtBot) -> None:
    clock = KioskClock(lambda: MOMENT[0])
    qtbot.addWidget(clock)
    clock.set_unit(1.0)
    label = clock.findChild(QLabel, "kiosk.clock")
    assert label is not None
    assert label.font().pixelSize() >= 120
