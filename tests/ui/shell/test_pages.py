"""Pages are built when first asked for, lead back, and go off the screen at once when dropped."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core import Core
from ui.bridge import Bridge
from ui.settings.preferences import Preferences
from ui.shell.pages import Pages
from ui.tasks import Tasks


@pytest.fixture
def pages(core: Core, bridge: Bridge, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> Pages:
    made = Pages(core, bridge, tasks, preferences)
    qtbot.addWidget(made)
    return made


def test_only_the_sign_in_is_there_at_first(pages: Pages) -> None:
    assert [pages.widget(i) for i in range(pages.count())] == [pages.sign_in]
    assert pages.settings is pages.settings
    assert pages.count() == 2


def test_pages_beside_the_desk_lead_back(pages: Pages, qtbot: QtBot) -> None:
    for page in (pages.settings, pages.doctor, pages.my_card):
        with qtbot.waitSignal(pages.back_asked):
            page.go_back()


def test_the_doctor_leads_to_the_readers(pages: Pages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.readers_asked):
        pages.doctor.readers_asked.emit()


def test_a_counter_that_nobody_opened_lends_no_reader(pages: Pages) -> None:
    assert not pages.only_intake()
    assert pages.count() == 1


def test_a_dropped_page_is_gone_from_the_screen(pages: Pages) -> None:
    page = QWidget()
    pages.addWidget(page)
    pages.setCurrentWidget(page)
    pages.drop(page)
    assert pages.currentWidget() is pages.sign_in
    assert page.isHidden()
