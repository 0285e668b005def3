"""The section on notifications: whether they pop up, and when they must not."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.tick_box import TickBox

_TIMES = tuple(f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in (0, 30))


class NoticesSection(Section):
    """The list under F12 is always complete: this is about the desktop alone. Instant cases pop up anyway."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("notices", parent)
        self._preferences = preferences
        settings = preferences.current()
        self._popups, self._days_off = TickBox("", self), TickBox("", self)
        self._popups.setObjectName("settings.popups")
        self._popups.setChecked(settings.popups)
        self._days_off.setObjectName("settings.quietDaysOff")
        self._days_off.setChecked(settings.quiet_days_off)
        self._from, self._to = ChoiceBox(self), ChoiceBox(self)
        for box, name, value in (
            (self._from, "quietFrom", settings.quiet_from),
            (self._to, "quietTo", settings.quiet_to),
        ):
            box.setObjectName(f"settings.{name}")
            for at in sorted({*_TIMES, value}):
                box.addItem(at, at)
            box.setCurrentIndex(box.findData(value))
        self._popups_label = self.add_row(self._popups, fixed=settings.fixed("popups"))
        self._from_label = self.add_row(self._from, fixed=settings.fixed("quiet_from"))
        self._to_label = self.add_row(self._to, fixed=settings.fixed("quiet_to"))
        self._days_label = self.add_row(self._days_off, fixed=settings.fixed("quiet_days_off"))
        for one, next_one in pairwise((self._popups, self._from, self._to, self._days_off)):
            QWidget.setTabOrder(one, next_one)
        self._popups.toggled.connect(self._popups_changed)
        self._days_off.toggled.connect(self._days_changed)
        self._from.activated.connect(self._from_chosen)
        self._to.activated.connect(self._to_chosen)
        self.retranslate()

    @Slot(bool)
    def _popups_changed(self, on: bool) -> None:
        self._preferences.change(popups=on)

    @Slot(bool)
    def _days_changed(self, on: bool) -> None:
        self._preferences.change(quiet_days_off=on)

    @Slot(int)
    def _from_chosen(self, _index: int) -> None:
        self._preferences.change(quiet_from=self._from.currentData())

    @Slot(int)
    def _to_chosen(self, _index: int) -> None:
        self._preferences.change(quiet_to=self._to.currentData())

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Notifications"))
        for label, control, words in (
            (self._popups_label, self._popups, translate("Settings", "On the desktop")),
            (self._from_label, self._from, translate("Settings", "Quiet from")),
            (self._to_label, self._to, translate("Settings", "Quiet until")),
            (self._days_label, self._days_off, translate("Settings", "Days off")),
        ):
            label.setText(words)
            control.setAccessibleName(words)
        self._popups.setText(translate("Settings", "Show kinds and counts, never a name or a title"))
        self._days_off.setText(translate("Settings", "Quiet all day; instant cases are shown at any hour"))
