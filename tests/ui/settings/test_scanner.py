"""The scanner's port: those that are there, and the one chosen even while it is not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.counter import serial_scanner
from ui.settings.preferences import Preferences
from ui.settings.scanner import ScannerSection
from ui.widgets.choice_box import ChoiceBox


@pytest.fixture
def section(preferences: Preferences, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ScannerSection:
    monkeypatch.setattr(serial_scanner, "ports", lambda: ["COM3", "COM7"])
    made = ScannerSection(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def offered(section: ScannerSection) -> list[str]:
    choice = child(section, ChoiceBox, "settings.scannerPort")
    return [choice.itemText(index) for index in range(choice.count())]


def choose(section: ScannerSection, port: str) -> None:
    choice = child(section, ChoiceBox, "settings.scannerPort")
    choice.setCurrentIndex(choice.findData(port))
    choice.activated.emit(choice.currentIndex())


def test_a_keyboard_first_then_the_ports(section: ScannerSection, preferences: Preferences) -> None:
    assert offered(section) == ["It types like a keyboard", "COM3", "COM7"]
    choose(section, "COM7")
    assert preferences.current().scanner_port == "COM7"
    choose(section, "")
    assert preferences.current().scanner_port == ""


def test_a_port_that_is_gone_stays_chosen(
    section: ScannerSection, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(section, "COM3")
    monkeypatch.setattr(serial_scanner, "ports", list)
    section.refresh()
    assert offered(section) == ["It types like a keyboard", "COM3"]
    assert child(section, ChoiceBox, "settings.scannerPort").currentData() == "COM3"
