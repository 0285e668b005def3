"""The section on colours and the size of text; both change at once."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.widgets.choice_box import ChoiceBox

_SCHEMES = ("system", "light", "dark", "high_contrast")
_SCALES = (100, 125, 150, 175, 200)


class AppearanceSection(Section):
    """Chooses the colour scheme, or follows the system's, and the text scale in per cent."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("appearance", parent)
        self._preferences = preferences
        settings = preferences.current()
        self._scheme = ChoiceBox(self)
        self._scheme.setObjectName("settings.scheme")
        for scheme in _SCHEMES:
            self._scheme.addItem("", scheme)
        self._scheme.setCurrentIndex(self._scheme.findData(settings.scheme))
        self._scale = ChoiceBox(self)
        self._scale.setObjectName("settings.textScale")
        for scale in sorted({*_SCALES, settings.text_scale}):
            self._scale.addItem(f"{scale} %", scale)
        self._scale.setCurrentIndex(self._scale.findData(settings.text_scale))
        self._scheme_label = self.add_row(self._scheme, fixed=settings.fixed("scheme"))
        self._scale_label = self.add_row(self._scale, fixed=settings.fixed("text_scale"))
        self._scheme.activated.connect(self._scheme_chosen)
        self._scale.activated.connect(self._scale_chosen)
        self.retranslate()

    @Slot(int)
    def _scheme_chosen(self, _index: int) -> None:
        self._preferences.change(scheme=self._scheme.currentData())

    @Slot(int)
    def _scale_chosen(self, _index: int) -> None:
        self._preferences.change(text_scale=self._scale.currentData())

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Appearance"))
        self._scheme_label.setText(translate("Settings", "Colours"))
        self._scheme.setAccessibleName(translate("Settings", "Colours"))
        words = {
            "system": translate("Settings", "as the system"),
            "light": translate("Settings", "light"),
            "dark": translate("Settings", "dark"),
            "high_contrast": translate("Settings", "high contrast"),
        }
        for index in range(self._scheme.count()):
            self._scheme.setItemText(index, words[self._scheme.itemData(index)])
        self._scale_label.setText(translate("Settings", "Text size"))
        self._scale.setAccessibleName(translate("Settings", "Text size"))
