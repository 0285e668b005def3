"""Two answers, the harmless one at the keyboard; a lock answers neither."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support import file_dialogs
from tests.support.widgets import child
from ui.widgets.question import Question, ask

WORDS = Question("Replace it?", "What is in it would be lost.", "Replace", "Another name")


@pytest.fixture
def asker(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def asked(asker: QWidget, said: list[str], words: Question = WORDS) -> QMessageBox:
    return ask(asker, "test.question", words, lambda: said.append("go on"), lambda: said.append("stay"))


@pytest.mark.parametrize(("which", "answer"), [("goOn", "go on"), ("stay", "stay")])
def test_each_button_answers(asker: QWidget, which: str, answer: str) -> None:
    said: list[str] = []
    file_dialogs.press(asked(asker, said), which)
    assert said == [answer]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_change_nothing(asker: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    said: list[str] = []
    box = asked(asker, said)
    harmless = child(box, QPushButton, "test.question.stay")
    assert harmless.isDefault()
    qtbot.keyClick(harmless, key)
    assert said == ["stay"]


def test_a_lock_answers_nothing(asker: QWidget) -> None:
    said: list[str] = []
    box = asked(asker, said)
    asker.hide()
    assert not box.isVisible()
    assert said == []


def test_a_statement_has_one_button(asker: QWidget) -> None:
    said: list[str] = []
    box = asked(asker, said, Question("It is gone.", "", "", "Choose again"))
    assert [each.text() for each in box.buttons()] == ["Choose again"]
    file_dialogs.press(box, "stay")
    assert said == ["stay"]
