"""A name is kept by Enter or the button; Esc keeps nothing; a problem leaves what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.inbox.naming_bar import NamingBar


@pytest.fixture
def bar(qtbot: QtBot) -> NamingBar:
    made = NamingBar()
    qtbot.addWidget(made)
    made.ask("rác phuong:x")
    return made


def test_enter_and_the_button_tell_the_name(bar: NamingBar) -> None:
    told: list[str] = []
    bar.named.connect(told.append)
    field = child(bar, QLineEdit)
    assert field.selectedText() == "rác phuong:x"
    QTest.keyClicks(field, "Cho")
    QTest.keyClick(field, Qt.Key.Key_Return)
    child(bar, QPushButton, "inbox.naming.save").click()
    assert told == ["Cho", "Cho"]


def test_escape_keeps_nothing(bar: NamingBar) -> None:
    told: list[str] = []
    bar.named.connect(told.append)
    bar.left.connect(lambda: told.append("left"))
    QTest.keyClick(child(bar, QLineEdit), Qt.Key.Key_Escape)
    assert (told, bar.isHidden()) == (["left"], True)


def test_a_problem_leaves_what_was_typed_and_follows_the_language(bar: NamingBar) -> None:
    said = ["There is a list of this name already."]
    bar.show_problem(lambda: said[0])
    field = child(bar, QLineEdit)
    assert field.accessibleDescription().startswith("There is a list")
    assert field.text() == "rác phuong:x"
    said[0] = "Đã có danh sách tên này."
    bar.retranslate()
    assert field.accessibleDescription() == "Đã có danh sách tên này."
    bar.ask("khác")
    assert field.accessibleDescription() == ""
