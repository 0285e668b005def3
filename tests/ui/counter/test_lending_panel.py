"""The band of a lent reader: minutes, PIN as an argument only, and the reason why it did not open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cardio.errors import PinWrong
from tests.support.widgets import child
from ui.counter.lending_panel import LendingPanel
from ui.language import Language, install


@pytest.fixture
def taken() -> list[bytearray]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, taken: list[bytearray]) -> LendingPanel:
    made = LendingPanel(taken.append)
    qtbot.addWidget(made)
    made.show_minutes(10)
    return made


def pin(panel: LendingPanel) -> QLineEdit:
    return child(panel, QLineEdit, "counter.lending.pin")


def hint(panel: LendingPanel) -> str:
    return child(panel, QLabel, "counter.lending.hint").text()


def test_minutes_are_told_and_none_takes_it_away(panel: LendingPanel, qtbot: QtBot) -> None:
    heading = child(panel, QLabel, "counter.lending.heading")
    assert "10 minutes" in heading.text()
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: "còn 10 phút" in heading.text())
    qtbot.keyClicks(pin(panel), "12")
    panel.show_minutes(0)
    assert panel.isHidden()
    assert pin(panel).text() == ""


def test_the_pin_goes_once_for_each_entry(panel: LendingPanel, qtbot: QtBot, taken: list[bytearray]) -> None:
    button = child(panel, QPushButton, "counter.lending.submit")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == [], "nothing was typed"
    qtbot.keyClicks(pin(panel), "123456")
    qtbot.keyClick(pin(panel), Qt.Key.Key_Return)
    assert taken == [bytearray(b"123456")]
    assert pin(panel).text() == ""
    panel.wait()
    assert not button.isEnabled()
    panel.refuse(PinWrong(2))
    assert button.isEnabled()
    assert "2" in hint(panel)
    panel.show_minutes(9)
    assert "2" in hint(panel), "the reason stays until the next entry"
