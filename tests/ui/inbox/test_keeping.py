"""From a search to a list of one's own: kept, chosen again, counted, renamed, pinned, deleted, undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.news import ReportsChanged
from desktop_app.store.saved_filters import IDLE
from tests.support.widgets import child
from tests.ui import city
from tests.ui.seated import Workplace
from ui.desk.desk import Desk
from ui.inbox.filter_button import FilterButton
from ui.inbox.naming_bar import NamingBar
from ui.inbox.saved_list import SavedList
from ui.inbox.search_field import SearchField
from ui.widgets.toast import Toast

Seat = Callable[[Workplace], Desk]


@pytest.fixture
def desk(workplace: Workplace, seat: Seat) -> Desk:
    made = seat(workplace)
    child(made, FilterButton, "filter.all").click()
    return made


def heading(desk: Desk) -> str:
    return child(desk, QLabel, "inbox.heading").text()


def search(desk: Desk, text: str) -> None:
    field = child(desk, SearchField)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def keep(desk: Desk, name: str) -> None:
    child(desk, QToolButton, "inbox.keep").click()
    field = child(desk, QLineEdit, "inbox.naming.name")
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def saved(desk: Desk) -> list[FilterButton]:
    """The lists under a name; the program's own stand above them."""
    return [each for each in child(desk, SavedList).buttons if each.chosen != IDLE]


def test_a_search_is_kept_and_chosen_again(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    assert child(desk, QToolButton, "inbox.keep").isHidden()
    search(desk, "duong ba trieu")
    qtbot.waitUntil(lambda: heading(desk).startswith("Found"))
    keep(desk, "Bà Triệu")
    assert child(desk, NamingBar).isHidden()
    assert [each.text() for each in saved(desk)] == ["Bà Triệu"]
    assert saved(desk)[0].isChecked()
    child(desk, FilterButton, "filter.mine").click()
    assert child(desk, SearchField).text() == ""
    saved(desk)[0].click()
    qtbot.waitUntil(lambda: heading(desk).startswith("Bà Triệu ·") and not heading(desk).endswith(" 0"))
    assert child(desk, SearchField).text() == "duong ba trieu"
    found = workplace.store.inbox.count(workplace.store.saved_filters.all()[0].query)
    assert heading(desk) == f"Bà Triệu · {found}"
    qtbot.waitUntil(lambda: saved(desk)[0].count == found)


def test_its_count_follows_the_news(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    search(desk, "duong")
    keep(desk, "Đường")
    qtbot.waitUntil(lambda: bool(saved(desk)[0].count))
    before = saved(desk)[0].count
    assert before is not None
    city.fill(workplace.store, 10)
    found = workplace.store.inbox.count(workplace.store.saved_filters.all()[0].query)
    workplace.bus.publish(ReportsChanged(()))
    qtbot.waitUntil(lambda: saved(desk)[0].count == found)


def test_a_name_that_is_taken_is_refused_in_place(desk: Desk) -> None:
    for _ in range(2):
        search(desk, "duong")
        keep(desk, "Đường")
    assert child(desk, NamingBar).isVisible()
    assert child(desk, QLineEdit, "inbox.naming.name").accessibleDescription().startswith("There is a list")
    assert len(saved(desk)) == 1


def test_renaming_pinning_deleting_and_undo(desk: Desk, workplace: Workplace) -> None:
    for name in ("Một", "Hai"):
        search(desk, f"duong {name}")
        keep(desk, name)
    section = child(desk, SavedList)
    section.pin_asked.emit(workplace.store.saved_filters.all()[1])
    assert [each.text() for each in saved(desk)] == ["Hai", "Một"]
    section.rename_asked.emit(workplace.store.saved_filters.all()[0])
    field = child(desk, QLineEdit, "inbox.naming.name")
    assert field.text() == "Hai"
    field.setText("Ba")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [each.text() for each in saved(desk)] == ["Ba", "Một"]
    section.delete_asked.emit(workplace.store.saved_filters.all()[0])
    assert [each.text() for each in saved(desk)] == ["Một"]
    child(desk, Toast).undo()
    assert sorted(each.text() for each in saved(desk)) == ["Ba", "Một"]


def test_the_palette_offers_kept_lists(desk: Desk) -> None:
    search(desk, "duong")
    keep(desk, "Đường")
    entry = next(each for each in desk.entries() if each.text == "Đường")
    child(desk, FilterButton, "filter.mine").click()
    entry.run()
    assert saved(desk)[0].isChecked()


def test_what_nobody_acts_on_is_a_list_of_its_own(desk: Desk, workplace: Workplace, qtbot: QtBot) -> None:
    """Nobody renames or deletes it; it is counted, listed, and follows the clock."""
    idle = child(desk, FilterButton, "filter.saved.standing.idle")
    found = workplace.store.inbox.count(IDLE.query)
    qtbot.waitUntil(lambda: idle.count == found, timeout=20_000)
    idle.click()
    told = f"Assigned but idle · {found}"
    qtbot.waitUntil(lambda: heading(desk) == told, timeout=20_000)
    idle.setFocus()
    QTest.keyClick(idle, Qt.Key.Key_F2)
    QTest.keyClick(idle, Qt.Key.Key_Delete)
    assert child(desk, NamingBar).isHidden()
    workplace.clock.go_on(timedelta(days=30).total_seconds())
    later = workplace.store.inbox.count(IDLE.query)
    assert later > found
    child(desk, FilterButton, "filter.all").click()
    idle.click()
    qtbot.waitUntil(lambda: heading(desk) == f"Assigned but idle · {later}", timeout=20_000)
