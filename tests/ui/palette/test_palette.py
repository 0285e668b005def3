"""The palette by key: letters narrow, arrows move, Enter does, Esc leaves, the keyboard goes back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from tests.ui.palette.lines import line
from ui.palette.entry import Entry, Kind
from ui.palette.palette import Answer, Palette

Key = Qt.Key


class Room:
    """A window with a button that has the keyboard, and a palette over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.button, self.other = QPushButton("Work"), QPushButton("Elsewhere")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.button)
        layout.addWidget(self.other)
        self.window.resize(800, 600)
        self.palette = Palette(self.window)
        with qtbot.waitActive(self.window, timeout=20_000):
            self.window.show()
            self.window.activateWindow()
        self.button.setFocus()
        self.done: list[str] = []
        words = ("Accept", "Return", "Note")
        self.lines = [line(text, run=partial(self.done.append, text)) for text in words]
        self.field = child(self.palette, QLineEdit, "palette.field")

    def listed(self) -> list[str]:
        """Return what is listed."""
        model = child(self.palette, QListView, "palette.list").model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_letters_narrow_and_enter_does_the_first_line(room: Room) -> None:
    room.palette.open_with(room.lines)
    assert room.listed() == ["Accept", "Return", "Note"]
    QTest.keyClicks(room.field, "ret")
    assert room.listed() == ["Return"]
    QTest.keyClick(room.field, Key.Key_Return)
    assert room.done == ["Return"]
    assert room.palette.isHidden()


def test_the_last_word_composed_is_the_palette_s_whoever_has_the_keyboard_next(
    room: Room, qtbot: QtBot
) -> None:
    class Engine(QObject):
        composed = Signal()

    engine, next_field = Engine(), QLineEdit(room.window)
    next_field.show()

    def compose() -> None:
        if next_field.hasFocus():
            next_field.insert("chú")

    engine.composed.connect(compose, Qt.ConnectionType.QueuedConnection)
    room.palette.open_with([line("Note", run=next_field.setFocus)])
    engine.composed.emit()
    QTest.keyClick(room.field, Key.Key_Return)
    qtbot.waitUntil(next_field.hasFocus, timeout=20_000)
    QCoreApplication.processEvents()
    assert next_field.text() == ""


def test_arrows_move_and_stay_inside(room: Room) -> None:
    room.palette.open_with(room.lines)
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_Down):
        QTest.keyClick(room.field, key)
    QTest.keyClick(room.field, Key.Key_Enter)
    assert room.done == ["Note"]


def test_esc_does_nothing_and_the_keyboard_goes_back(room: Room) -> None:
    room.palette.open_with(room.lines)
    assert room.field.hasFocus()
    QTest.keyClick(room.field, Key.Key_Escape)
    assert room.done == []
    assert room.palette.isHidden()
    assert room.button.hasFocus()


def test_a_click_elsewhere_leaves_and_keeps_the_keyboard_there(room: Room) -> None:
    room.palette.open_with(room.lines)
    room.other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert room.palette.isHidden()


def test_reports_are_looked_for_from_two_letters_on(room: Room) -> None:
    asked: list[tuple[str, Answer]] = []
    room.palette.open_with(room.lines, lambda typed, answer: asked.append((typed, answer)))
    QTest.keyClicks(room.field, "re")
    assert [typed for typed, _ in asked] == ["re"]
    report: Sequence[Entry] = [line("HUE-1 · Đường ngập", Kind.REPORT)]
    asked[0][1](report)
    assert room.listed() == ["Return", "HUE-1 · Đường ngập"]


def test_an_answer_to_what_is_typed_no_more_is_dropped(room: Room) -> None:
    asked: list[Answer] = []
    room.palette.open_with(room.lines, lambda _typed, answer: asked.append(answer))
    QTest.keyClicks(room.field, "ret")
    asked[0]([line("late", Kind.REPORT)])
    assert room.listed() == ["Return"]
    QTest.keyClick(room.field, Key.Key_Escape)
    asked[1]([line("later", Kind.REPORT)])
    assert room.listed() == []


def test_nothing_found_and_enter_does_nothing(room: Room) -> None:
    room.palette.open_with(room.lines)
    QTest.keyClicks(room.field, "qqq")
    QTest.keyClick(room.field, Key.Key_Return)
    assert room.done == []
    assert not room.palette.isHidden()


def test_it_lies_inside_a_small_window(room: Room) -> None:
    room.window.resize(480, 320)
    room.palette.open_with(room.lines)
    assert room.window.rect().contains(room.palette.geometry())
