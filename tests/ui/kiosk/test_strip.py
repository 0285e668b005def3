"""The thin strip: terminal, network, waiting, age of the list."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.news import Contact, TerminalStatus
from ui.kiosk.strip import KioskStrip, contact_text, list_text


def test_all_four_are_told(qtbot: QtBot) -> None:
    strip = KioskStrip("T-12")
    qtbot.addWidget(strip)
    strip.show_status(TerminalStatus(Contact.OFFLINE, 3, 4.0))
    assert strip.texts() == [
        "Terminal T-12",
        "○ offline: taps are kept here",
        "waiting: 3",
        "card list: fresh",
    ]
    strip.show_status(TerminalStatus(Contact.ONLINE, 0, None))
    assert strip.texts()[1:] == ["● connected", "", "card list: none yet"]
    strip.show_status(TerminalStatus(Contact.OFFLINE, 3, 4.0, datetime(2026, 3, 2, 1, tzinfo=UTC)))
    assert strip.texts()[2] == "waiting: 3, since 02/03/2026 08:00"


@pytest.mark.parametrize(
    ("hours", "said"),
    [(17.9, "fresh"), (20.0, "20 h old"), (80.0, "80 h old ⚠")],
)
def test_a_list_is_fresh_ageing_or_old(hours: float, said: str) -> None:
    assert list_text(hours) == f"card list: {said}"


def test_anything_but_online_is_offline_to_the_public() -> None:
    assert len({contact_text(TerminalStatus(contact, 0, None)) for contact in Contact}) == 2


@pytest.mark.parametrize("error", ["receipt_forged", "receipt_mismatch", "tls_failed"])
def test_a_centre_that_may_be_none_is_an_alarm(error: str) -> None:
    told = contact_text(TerminalStatus(Contact.OFFLINE, 2, 4.0, None, error))
    assert told.startswith("⚠")
    assert told.endswith("taps go on")


def test_the_strip_is_grey(qtbot: QtBot) -> None:
    strip = KioskStrip("T-12")
    qtbot.addWidget(strip)
    strip.set_unit(1.0)
    strip.show_status(TerminalStatus(Contact.OFFLINE, 0, None))
    strip.resize(900, 52)
    colour = strip.grab().toImage().pixelColor(2, 2)
    assert abs(colour.red() - colour.blue()) < 12


def test_a_damaged_journal_is_told_beside_the_terminal(qtbot: QtBot) -> None:
    strip = KioskStrip("T1")
    qtbot.addWidget(strip)
    strip.show_fault(fault=True)
    assert strip.texts()[0] == "Terminal T1 · ⚠ journal damaged: call the site admin, taps go on"
    strip.show_fault(fault=False)
    assert strip.texts()[0] == "Terminal T1"


def hidden(strip: KioskStrip) -> list[bool]:
    return [label.isHidden() for label in strip._labels]


@pytest.fixture
def placed(qtbot: QtBot) -> Iterator[KioskStrip]:
    """A strip that takes the width it is given, as in the kiosk."""
    hall = QWidget()
    qtbot.addWidget(hall)
    strip = KioskStrip("T-12", hall)
    hall.show()
    yield strip
    hall.hide()


def test_an_alarm_keeps_its_room_where_there_is_little(placed: KioskStrip) -> None:
    placed.show_status(TerminalStatus(Contact.OFFLINE, 3, 4.0, None, "receipt_forged"))
    placed.resize(4000, 52)
    assert hidden(placed) == [False, False, False, False]
    placed.resize(placed._wanted() - 1, 52)
    assert hidden(placed) == [False, False, False, True]
    placed.resize(placed._wanted() - 1, 52)
    assert hidden(placed) == [True, False, False, True]
    placed.show_fault(fault=True)
    assert hidden(placed) == [False, False, False, True], "a damaged journal is told, whatever it costs"


def test_an_old_list_is_told_where_there_is_little_room(placed: KioskStrip) -> None:
    placed.show_status(TerminalStatus(Contact.OFFLINE, 0, 80.0))
    placed.resize(100, 52)
    assert hidden(placed) == [True, False, False, False]
