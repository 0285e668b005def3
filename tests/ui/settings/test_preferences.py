"""A change is kept on disk and told."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from desktop_app.settings import Settings
from ui.settings.preferences import Preferences


def test_a_change_is_kept_and_told(preferences: Preferences, core: Core, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preferences.changed):
        preferences.change(sounds=False)
    assert preferences.current().sounds is False
    assert Settings.load(core.home.settings_file).sounds is False


def test_a_setting_that_does_not_exist_is_a_defect(preferences: Preferences) -> None:
    with pytest.raises(TypeError):
        preferences.change(no_such_setting=1)
