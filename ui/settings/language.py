"""The section on the language: both are named in their own words, and switch at once."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.language import Language, current, install, translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.widgets.choice_box import ChoiceBox

_NAMES = {Language.VIETNAMESE: "Tiếng Việt", Language.ENGLISH: "English"}


class LanguageSection(Section):
    """Chooses Vietnamese or English."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("language", parent)
        self._preferences = preferences
        self._choice = ChoiceBox(self)
        self._choice.setObjectName("settings.language.choice")
        for language, name in _NAMES.items():
            self._choice.addItem(name, language)
        self._choice.setCurrentIndex(self._choice.findData(current()))
        self._choice.activated.connect(self._chosen)
        self._label = self.add_row(self._choice, fixed=preferences.current().fixed("language"))
        self.retranslate()

    @Slot(int)
    def _chosen(self, _index: int) -> None:
        language = Language(self._choice.currentData())
        self._preferences.change(language=language.value)
        install(language)

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Language"))
        self._label.setText(translate("Settings", "Language of the program"))
        self._choice.setAccessibleName(translate("Settings", "Language of the program"))
        self._choice.setCurrentIndex(self._choice.findData(current()))
