"""The section on sound and the idle lock."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.tick_box import TickBox

_IDLE_MINUTES = (5, 10, 15, 30, 60)


class ComfortSection(Section):
    """Kiosk sounds on or off; after how many minutes without a key or a click the desk locks."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("comfort", parent)
        self._preferences = preferences
        settings = preferences.current()
        self._sounds = TickBox("", self)
        self._sounds.setObjectName("settings.sounds")
        self._sounds.setChecked(settings.sounds)
        self._idle = ChoiceBox(self)
        self._idle.setObjectName("settings.idle")
        for minutes in sorted({*_IDLE_MINUTES, settings.idle_minutes}):
            self._idle.addItem("", minutes)
        self._idle.setCurrentIndex(self._idle.findData(settings.idle_minutes))
        self._sounds_label = self.add_row(self._sounds, fixed=settings.fixed("sounds"))
        self._idle_label = self.add_row(self._idle, fixed=settings.fixed("idle_minutes"))
        self._sounds.toggled.connect(self._sounds_changed)
        self._idle.activated.connect(self._idle_chosen)
        self.retranslate()

    @Slot(bool)
    def _sounds_changed(self, on: bool) -> None:
        self._preferences.change(sounds=on)

    @Slot(int)
    def _idle_chosen(self, _index: int) -> None:
        self._preferences.change(idle_minutes=self._idle.currentData())

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Sound and lock"))
        self._sounds_label.setText(translate("Settings", "Check-in sounds"))
        self._sounds.setText(translate("Settings", "Play a short sound for each tap"))
        self._sounds.setAccessibleName(translate("Settings", "Check-in sounds"))
        self._idle_label.setText(translate("Settings", "Lock when idle"))
        for index in range(self._idle.count()):
            text = translate("Settings", "after {count} minutes").format(count=self._idle.itemData(index))
            self._idle.setItemText(index, text)
        self._idle.setAccessibleName(translate("Settings", "Lock when idle"))
