"""An input method that asks is refused; the proof with a real one is ``python -m tests.input_method``."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodQueryEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.plain_line import PlainLine


def asked(line: QLineEdit, query: Qt.InputMethodQuery) -> object:
    event = QInputMethodQueryEvent(query)
    QCoreApplication.sendEvent(line, event)
    return event.value(query)


def test_an_input_method_is_refused(qtbot: QtBot) -> None:
    plain, usual = PlainLine("A5LX"), QLineEdit()
    qtbot.addWidget(plain)
    qtbot.addWidget(usual)
    assert asked(usual, Qt.InputMethodQuery.ImEnabled) is True
    assert asked(plain, Qt.InputMethodQuery.ImEnabled) is False


def test_it_answers_the_rest_as_a_line(qtbot: QtBot) -> None:
    plain = PlainLine("A5LX")
    qtbot.addWidget(plain)
    assert asked(plain, Qt.InputMethodQuery.ImSurroundingText) == "A5LX"
    qtbot.keyClicks(plain, "9")
    assert plain.text() == "A5LX9"
