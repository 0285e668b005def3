"""Colours and the size of text are chosen from lists and changed by a click."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from tests.support.widgets import child
from ui.settings.appearance import AppearanceSection
from ui.settings.preferences import Preferences


def pick(choice: QComboBox, data: object) -> None:
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def test_a_choice_is_kept(preferences: Preferences, qtbot: QtBot) -> None:
    section = AppearanceSection(preferences)
    qtbot.addWidget(section)
    scheme, scale = (child(section, QComboBox, f"settings.{name}") for name in ("scheme", "textScale"))
    assert (scheme.currentText(), scale.currentText()) == ("as the system", "100 %")
    pick(scheme, "dark")
    pick(scale, 150)
    assert (preferences.current().scheme, preferences.current().text_scale) == ("dark", 150)


def test_a_scale_of_the_policys_own_is_listed_and_fixed(
    core: Core, preferences: Preferences, qtbot: QtBot
) -> None:
    core.settings = replace(core.settings, text_scale=110, policy=frozenset({"text_scale"}))
    section = AppearanceSection(preferences)
    qtbot.addWidget(section)
    scale = child(section, QComboBox, "settings.textScale")
    assert scale.currentText() == "110 %"
    assert not scale.isEnabled()
    assert child(section, QComboBox, "settings.scheme").isEnabled()
