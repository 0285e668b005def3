"""Rows by key: the chosen one stays, an empty list says why, Enter opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from ui.widgets.titled_list import TitledList

ROWS = (("a", "Một\nhai"), ("b", "Ba\nbốn"))


@pytest.fixture
def titled(qtbot: QtBot) -> TitledList:
    made = TitledList("some", 3)
    qtbot.addWidget(made)
    made.say("Heading", "Nothing yet")
    made.show()
    return made


def inner(titled: TitledList) -> QListWidget:
    found = titled.findChild(QListWidget, "some.list")
    assert found is not None
    return found


def test_an_empty_list_says_so(titled: TitledList) -> None:
    titled.show_rows(())
    shown = [label.text() for label in titled.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Heading", "Nothing yet"]
    assert not inner(titled).isVisible()
    titled.choose_first()
    assert titled.chosen() == ""


def test_the_chosen_row_stays_while_it_is_there(titled: TitledList) -> None:
    titled.show_rows(ROWS)
    inner(titled).setCurrentRow(1)
    titled.show_rows(tuple(reversed(ROWS)))
    assert titled.chosen() == "b"
    titled.show_rows(ROWS[:1])
    assert titled.chosen() == ""


def test_enter_opens_the_row(titled: TitledList, qtbot: QtBot) -> None:
    titled.show_rows(ROWS)
    titled.choose_first()
    with qtbot.waitSignal(titled.opened, timeout=20_000) as opened:
        qtbot.keyClick(inner(titled), Qt.Key.Key_Return)
    assert opened.args == ["a"]
    assert inner(titled).accessibleName() == "Heading"
