"""An empty view says what is so, what to do, and offers at most one step."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.state_pane import StatePane


def test_words_reach_eye_and_ear_and_the_step_is_told(qtbot: QtBot) -> None:
    pane = StatePane("pane")
    qtbot.addWidget(pane)
    pane.say("Nothing found", "Try other words.", "Clear the search")
    pane.show()
    button = pane.findChild(QPushButton, "pane.action")
    assert button is not None
    with qtbot.waitSignal(pane.asked):
        button.click()
    assert pane.heading() == pane.accessibleName() == "Nothing found"
    assert pane.accessibleDescription() == "Try other words."


def test_without_a_step_there_is_no_button(qtbot: QtBot) -> None:
    pane = StatePane("pane")
    qtbot.addWidget(pane)
    pane.say("Everything is sent")
    button = pane.findChild(QPushButton, "pane.action")
    assert button is not None
    assert button.isHidden()
