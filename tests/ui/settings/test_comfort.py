"""Sounds and the idle lock are shown as they are and changed by a click."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from ui.settings.comfort import ComfortSection
from ui.settings.preferences import Preferences


def test_a_click_silences_the_kiosk(preferences: Preferences, qtbot: QtBot) -> None:
    section = ComfortSection(preferences)
    qtbot.addWidget(section)
    box = section.findChild(QCheckBox, "settings.sounds")
    assert box is not None
    assert box.isChecked()
    box.click()
    assert preferences.current().sounds is False


def test_idle_minutes_are_words_and_unusual_ones_are_listed(
    core: Core, preferences: Preferences, qtbot: QtBot
) -> None:
    core.change_settings(idle_minutes=7)
    section = ComfortSection(preferences)
    qtbot.addWidget(section)
    choice = section.findChild(QComboBox, "settings.idle")
    assert choice is not None
    assert choice.currentText() == "after 7 minutes"
    choice.setCurrentIndex(choice.findData(30))
    choice.activated.emit(choice.currentIndex())
    assert preferences.current().idle_minutes == 30


def test_what_the_policy_fixed_cannot_be_changed(core: Core, preferences: Preferences, qtbot: QtBot) -> None:
    core.settings = replace(core.settings, policy=frozenset({"idle_minutes"}))
    section = ComfortSection(preferences)
    qtbot.addWidget(section)
    choice, box = (
        section.findChild(QComboBox, "settings.idle"),
        section.findChild(QCheckBox, "settings.sounds"),
    )
    assert choice is not None
    assert box is not None
    assert not choice.isEnabled()
    assert box.isEnabled()
