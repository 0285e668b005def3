"""Results come as one types, in one question per pause; Esc ends the search and leaves the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.inbox.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    made = SearchField()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_a_pause_asks_once_for_all_that_was_typed(field: SearchField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.searched.connect(asked.append)
    QTest.keyClicks(field, "duong ngap")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["duong ngap"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_ask_at_once_and_go_to_the_list(field: SearchField, key: Qt.Key, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.searched.connect(asked.append)
    QTest.keyClicks(field, "cho")
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, key)
    assert asked == ["cho"]


def test_esc_ends_the_search(field: SearchField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.searched.connect(asked.append)
    field.setText("duong")
    QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert asked == ["duong", ""]
    assert field.text() == ""


def test_what_is_shown_is_not_asked(field: SearchField) -> None:
    field.setText("duong")
    QTest.keyClick(field, Qt.Key.Key_Return)
    asked: list[str] = []
    field.searched.connect(asked.append)
    for text in ("rác chợ", ""):
        field.show_text(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == text
    assert asked == []


def test_the_field_says_its_key_and_its_operators(field: SearchField) -> None:
    assert "Ctrl+F" in field.placeholderText()
    assert field.accessibleName() == "Search reports"
    assert all(name in field.accessibleDescription() for name in ("ma:", "phuong:", "han:", "tu:", "den:"))


def test_the_last_searches_are_offered_and_asked_again(field: SearchField) -> None:
    asked: list[str] = []
    field.searched.connect(asked.append)
    field.show_recent()
    assert field.findChild(QMenu, "inbox.search.recent") is None, "nothing to offer"
    field.recent = lambda: ("rác & chợ", "duong")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = child(field, QMenu, "inbox.search.recent")
    assert [each.text() for each in menu.actions()] == ["rác && chợ", "duong"]
    menu.actions()[0].trigger()
    menu.close()
    assert asked == ["rác & chợ"]
    assert field.text() == "rác & chợ"
