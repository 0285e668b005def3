"""The language switches at once and is kept."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ui.language import Language, current
from ui.settings.language import LanguageSection
from ui.settings.preferences import Preferences


def test_choosing_speaks_and_keeps(preferences: Preferences, qtbot: QtBot) -> None:
    section = LanguageSection(preferences)
    qtbot.addWidget(section)
    section.show()
    choice = section.findChild(QComboBox, "settings.language.choice")
    assert choice is not None
    assert [choice.itemText(i) for i in range(choice.count())] == ["Tiếng Việt", "English"]
    choice.setCurrentIndex(choice.findData(Language.VIETNAMESE))
    choice.activated.emit(choice.currentIndex())
    assert current() is Language.VIETNAMESE
    assert preferences.current().language == "vi"
    qtbot.waitUntil(lambda: section.heading.text() == "Ngôn ngữ")
