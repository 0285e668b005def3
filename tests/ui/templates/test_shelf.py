"""The shelf: one's own first, narrowed by every word typed, drafts said, the current one kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.templates import Template
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Hire
from ui.templates.shelf import Shelf

CITY = Template("city", "in_progress", "vi", "Đã xong", "Sự cố đã được khắc phục.")
ENGLISH = replace(CITY, id="en", language="en", title="A fixed one", text="It has been fixed.")
OURS = replace(CITY, id="ours", title="Nạo vét", unit=city.WARD)


@pytest.fixture
def shelf(qtbot: QtBot, hire: Hire) -> Shelf:
    made = Shelf(hire(city.LEADER).names)
    qtbot.addWidget(made)
    made.show_templates([CITY, ENGLISH, OURS], {city.WARD}, {"ours"})
    made.show()
    return made


def rows(shelf: Shelf) -> list[str]:
    return [shelf.list.item(row).text().partition("\n")[0] for row in range(shelf.list.count())]


def test_ones_own_come_first_then_the_screen_s_language(shelf: Shelf) -> None:
    assert rows(shelf) == ["Nạo vét · Thuận Hóa Ward · not saved", "A fixed one", "Đã xong"]


@pytest.mark.parametrize(
    ("typed", "found"), [("khac phuc", 2), ("SU CO nao", 1), ("thuan hoa", 1), ("english", 1), ("zz", 0)]
)
def test_every_word_typed_is_in_what_is_left(shelf: Shelf, typed: str, found: int) -> None:
    shelf.search.setText(typed)
    assert len(rows(shelf)) == found


def test_the_current_one_stays_and_only_a_person_s_choice_is_told(shelf: Shelf) -> None:
    told: list[str] = []
    shelf.chosen.connect(told.append)
    shelf.choose("city")
    shelf.show_templates([CITY, OURS], {city.WARD}, ())
    assert (shelf.current(), told) == ("city", [])
    shelf.list.setCurrentRow(0)
    assert told == ["ours"]


def test_enter_and_a_click_go_on_and_a_step_does_not(shelf: Shelf, qtbot: QtBot) -> None:
    went: list[str] = []
    shelf.entered.connect(lambda: went.append("on"))
    shelf.list.setCurrentRow(1)
    assert went == []
    qtbot.keyClick(shelf.list, Qt.Key.Key_Return)
    assert went == ["on"]
    place = shelf.list.visualItemRect(shelf.list.item(2)).center()
    qtbot.mouseClick(shelf.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went[1:] == ["on"]
    assert shelf.current() == "city"


def test_a_new_one_is_a_button_under_the_list(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.retranslate()
    fresh = child(shelf, QPushButton, "templates.fresh")
    assert (fresh.text(), fresh.accessibleName()) == ("New template (Alt+1)", "New template")
    with qtbot.waitSignal(shelf.fresh_asked, timeout=20_000):
        fresh.click()
