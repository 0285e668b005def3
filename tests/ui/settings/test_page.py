"""The page holds every section, one way back, and fits a narrow window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from ui.bridge import Bridge
from ui.language import Language, install
from ui.settings.page import SettingsPage
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.tasks import Tasks


@pytest.fixture
def page(core: Core, bridge: Bridge, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(core, bridge, tasks, preferences)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_every_section_is_there(page: SettingsPage) -> None:
    names = {section.objectName() for section in page.findChildren(Section)}
    assert names >= {
        "settings.language",
        "settings.appearance",
        "settings.workstation",
        "settings.readers",
        "settings.tokens",
        "settings.comfort",
    }


def test_one_way_back(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.back_asked):
        qtbot.mouseClick(page.findChild(QPushButton, "settings.back"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("language", Language)
def test_nothing_scrolls_sideways(page: SettingsPage, qtbot: QtBot, language: Language) -> None:
    install(language)
    area = page.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: page.heading.text() in {"Settings", "Cài đặt"})
    inner = area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= 780
    assert area.horizontalScrollBar().maximum() == 0
