"""The PIN field: ASCII only, no input method, nothing copied, nothing left behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.sign_in.pin_field import PinField


@pytest.fixture
def pin_field(qtbot: QtBot) -> PinField:
    made = PinField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_digits_are_taken_and_handed_over_once(pin_field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(pin_field, "123456")
    assert pin_field.take() == bytearray(b"123456")
    assert pin_field.take() == bytearray()


@pytest.mark.parametrize("letter", ["ă", "Ư", " ", "ế"])
def test_a_composed_letter_empties_the_field_and_is_said(
    pin_field: PinField, qtbot: QtBot, letter: str
) -> None:
    qtbot.keyClicks(pin_field, "12")
    with qtbot.waitSignal(pin_field.letter_refused):
        QApplication.sendEvent(pin_field, typed(letter))
    assert pin_field.text() == ""


@pytest.mark.parametrize("letter", ["a", "W", "-"])
def test_a_plain_letter_is_taken_and_said(pin_field: PinField, qtbot: QtBot, letter: str) -> None:
    qtbot.keyClicks(pin_field, "12")
    with qtbot.waitSignal(pin_field.letter_typed):
        qtbot.keyClicks(pin_field, letter)
    assert pin_field.take() == bytearray(f"12{letter}".encode())


def typed(letter: str) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)


def test_backspace_corrects(pin_field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(pin_field, "129")
    qtbot.keyClick(pin_field, Qt.Key.Key_Backspace)
    assert pin_field.take() == bytearray(b"12")


def test_no_more_than_eight_digits(pin_field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(pin_field, "1234567890")
    assert len(pin_field.take()) == 8


def test_nothing_is_shown_copied_or_pasted(pin_field: PinField, qtbot: QtBot) -> None:
    assert pin_field.echoMode() is QLineEdit.EchoMode.Password
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("999999")
    qtbot.keyClicks(pin_field, "12")
    qtbot.keyClick(pin_field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pin_field.text() == "12"
    qtbot.keyClick(pin_field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pin_field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "999999"
    clipboard.clear()


def test_the_input_method_is_off(pin_field: PinField) -> None:
    assert pin_field.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert pin_field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_enter_carries_nothing(pin_field: PinField, qtbot: QtBot) -> None:
    qtbot.keyClicks(pin_field, "123456")
    with qtbot.waitSignal(pin_field.entered) as entered:
        qtbot.keyClick(pin_field, Qt.Key.Key_Return)
    assert entered.args == []
