"""What is being composed counts as written; its end changes nothing twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from pytestqt.qtbot import QtBot

from ui.widgets.composed_line import ComposedLine


@pytest.fixture
def line(qtbot: QtBot) -> ComposedLine:
    made = ComposedLine()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(line: ComposedLine) -> list[str]:
    heard: list[str] = []
    line.shown_changed.connect(heard.append)
    return heard


def compose(line: ComposedLine, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(line, event)


def test_composing_shows_and_committing_does_not_repeat(line: ComposedLine, told: list[str]) -> None:
    compose(line, "đ")
    compose(line, "đư")
    compose(line, "", "đường")
    assert told[:2] == ["đ", "đư"]
    assert told[-1] == line.text() == line.shown() == "đường"
    assert told.count("đường") == 1


def test_composing_stands_at_the_cursor(line: ComposedLine) -> None:
    line.setText("PA-2026-")
    compose(line, "000149")
    assert line.text() == "PA-2026-"
    assert line.shown() == "PA-2026-000149"


def test_emptied_from_outside_it_is_empty(line: ComposedLine, told: list[str]) -> None:
    line.setText("a")
    compose(line, "b")
    line.clear()
    assert line.shown() == ""
    assert told[-1] == ""


def test_composing_ends_with_the_focus(line: ComposedLine, qtbot: QtBot) -> None:
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    compose(line, "b")
    line.clearFocus()
    assert line.shown() == line.text()
