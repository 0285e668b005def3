"""The section on notifications: every choice is kept, what the policy fixed is locked."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from ui.settings.notices import NoticesSection
from ui.settings.preferences import Preferences


def test_every_choice_is_kept(core: Core, qtbot: QtBot) -> None:
    section = NoticesSection(Preferences(core))
    qtbot.addWidget(section)
    section.show()
    for name in ("popups", "quietDaysOff"):
        box = section.findChild(QCheckBox, f"settings.{name}")
        assert box is not None
        assert box.accessibleName()
        box.click()
    for name, at in (("quietFrom", "22:00"), ("quietTo", "06:30")):
        choice = section.findChild(QComboBox, f"settings.{name}")
        assert choice is not None
        choice.setCurrentIndex(choice.findData(at))
        choice.activated.emit(choice.currentIndex())
    settings = core.settings
    assert (settings.popups, settings.quiet_days_off) == (False, False)
    assert (settings.quiet_from, settings.quiet_to) == ("22:00", "06:30")
