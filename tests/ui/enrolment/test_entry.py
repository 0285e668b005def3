"""A line keeps what was typed and carries its problem until it is typed in again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.enrolment.entry import Entry
from ui.wording import Wording


@pytest.fixture
def entry(qtbot: QtBot) -> Entry:
    made = Entry("some.entry")
    qtbot.addWidget(made)
    made.name("Code", "12 letters")
    made.show()
    return made


def test_a_problem_stands_beside_its_line_and_goes_when_typing(entry: Entry, qtbot: QtBot) -> None:
    qtbot.keyClicks(entry.line, " AB ")
    entry.show_problem(Wording("Not known.", "Check it."))
    assert entry.problem() == "Not known. Check it."
    assert entry.line.accessibleDescription() == "Not known. Check it."
    assert entry.line.property("problem") is True
    assert entry.text() == "AB"
    qtbot.keyClicks(entry.line, "C")
    assert entry.problem() == ""
    assert entry.line.property("problem") is False


def test_the_label_is_the_line_s_name(entry: Entry) -> None:
    assert entry.line.accessibleName() == "Code"
    assert entry.line.placeholderText() == "12 letters"


def test_an_input_method_is_kept_out_of_codes(entry: Entry) -> None:
    assert entry.line.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
