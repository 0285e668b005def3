"""The section on sound and the idle lock."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section

_IDLE = range(1, 121)
"""Minutes that may be chosen."""


class ComfortSection(Section):
    """Kiosk sounds on or off; after how many minutes without a key or a click the desk locks."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("comfort", parent)
        self._preferences = preferences
        settings = preferences.current()
        self._sounds = QCheckBox(self)
        self._sounds.setObjectName("settings.sounds")
        self._sounds.setChecked(settings.sounds)
        self._idle = QSpinBox(self)
        self._idle.setObjectName("settings.idle")
        self._idle.setRange(_IDLE.start, _IDLE.stop - 1)
        self._idle.setValue(settings.idle_minutes)
        self._idle.setFixedWidth(140)
        self._sounds_label = self.add_row(self._sounds, fixed=settings.fixed("sounds"))
        self._idle_label = self.add_row(self._idle, fixed=settings.fixed("idle_minutes"))
        self._sounds.toggled.connect(self._sounds_changed)
        self._idle.valueChanged.connect(self._idle_changed)
        self.retranslate()

    @Slot(bool)
    def _sounds_changed(self, on: bool) -> None:
        self._preferences.change(sounds=on)

    @Slot(int)
    def _idle_changed(self, minutes: int) -> None:
        self._preferences.change(idle_minutes=minutes)

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Sound and lock"))
        self._sounds_label.setText(translate("Settings", "Check-in sounds"))
        self._sounds.setText(translate("Settings", "Play a short sound for each tap"))
        self._sounds.setAccessibleName(translate("Settings", "Check-in sounds"))
        self._idle_label.setText(translate("Settings", "Lock when idle"))
        self._idle.setSuffix(" " + translate("Settings", "minutes"))
        self._idle.setAccessibleName(translate("Settings", "Lock when idle"))
