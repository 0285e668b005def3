"""A kept list is pinned, renamed and deleted by its menu, and by F2 and Delete while it has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.store.inbox_query import InboxQuery
from desktop_app.store.saved_filters import SavedFilter
from ui.inbox.saved_list import SavedList

MARKET = SavedFilter("m", "Chợ", InboxQuery(search="chợ"))
PINNED = SavedFilter("p", "Rác", InboxQuery(search="rác"), pinned=True)


@pytest.fixture
def section(qtbot: QtBot) -> SavedList:
    made = SavedList()
    qtbot.addWidget(made)
    made.show_lists([PINNED, MARKET])
    made.show()
    return made


def test_it_shows_only_while_there_is_something(section: SavedList) -> None:
    assert [button.text() for button in section.buttons] == ["Rác", "Chợ"]
    section.show_lists([])
    assert section.isHidden()


def test_counts_stay_until_they_are_told_anew(section: SavedList) -> None:
    section.show_counts({"m": 4})
    section.show_lists([MARKET])
    assert section.buttons[0].count == 4
    section.show_counts({"m": None})
    assert section.buttons[0].accessibleDescription() == "Chợ, –"


def test_keys_act_on_the_list_that_has_the_keyboard(section: SavedList, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    section.rename_asked.connect(lambda saved: told.append(("rename", saved)))
    section.delete_asked.connect(lambda saved: told.append(("delete", saved)))
    with qtbot.waitActive(section, timeout=20_000):
        section.activateWindow()
    section.buttons[1].setFocus()
    QTest.keyClick(section.buttons[1], Qt.Key.Key_F2)
    QTest.keyClick(section.buttons[1], Qt.Key.Key_Delete)
    assert told == [("rename", MARKET), ("delete", MARKET)]


def test_the_menu_offers_what_can_be_done(section: SavedList, qtbot: QtBot) -> None:
    told: list[object] = []
    section.pin_asked.connect(told.append)
    actions = section.menu_of(MARKET).actions()
    assert [each.text() for each in actions] == [
        "Pin to the top",
        "Share with my unit",
        "Rename…\tF2",
        "Delete\tDel",
    ]
    assert section.menu_of(PINNED).actions()[0].text() == "Unpin"
    actions[0].trigger()
    assert told == [MARKET]


def test_the_menu_comes_where_it_is_asked_for(section: SavedList, qtbot: QtBot) -> None:
    here = section.buttons[0].geometry().center()
    section.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, section.mapToGlobal(here))
    )
    menu = section.findChildren(QMenu)[-1]
    assert menu.actions()[0].text() == "Unpin"
    menu.close()
    section.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1)))
    assert not any(each.isVisible() for each in section.findChildren(QMenu))


def test_a_list_of_the_unit_can_only_be_taken_back(qtbot: QtBot) -> None:
    pane = SavedList()
    qtbot.addWidget(pane)
    shared = SavedFilter("s", "Chợ, rác", InboxQuery(), shared_by="o-colleague")
    pane.show_lists([shared])
    menu = pane.menu_of(shared)
    assert [action.text() for action in menu.actions()] == ["Share no longer"]
    with qtbot.waitSignal(pane.share_asked) as asked:
        menu.actions()[0].trigger()
    assert asked.args == [shared]
