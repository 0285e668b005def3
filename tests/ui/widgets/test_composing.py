"""What was composed before a key arrives before that key does anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.composing import finish_composing


class Engine(QObject):
    """Sends what it composed as a signal that waits in the event queue, as an answer over D-Bus does."""

    composed = Signal(str)


def test_letters_on_their_way_arrive_first(qtbot: QtBot) -> None:
    line, engine = QLineEdit("xin đi"), Engine()
    qtbot.addWidget(line)
    engine.composed.connect(line.insert, Qt.ConnectionType.QueuedConnection)
    engine.composed.emit("ều phối lại.")
    assert line.text() == "xin đi"
    finish_composing()
    assert line.text() == "xin điều phối lại."


def test_then_the_word_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    line, engine, ended = QLineEdit(), Engine(), list[str]()
    qtbot.addWidget(line)
    engine.composed.connect(line.insert, Qt.ConnectionType.QueuedConnection)

    class Composing:
        def commit(self) -> None:
            ended.append(line.text())

    monkeypatch.setattr(QGuiApplication, "inputMethod", Composing)
    engine.composed.emit("chú")
    finish_composing()
    assert ended == ["chú"]
