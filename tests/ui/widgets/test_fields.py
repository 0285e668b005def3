"""Every field gives back what it was given, says its problem beside the entry, and tells of edits."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.fields import AnyField, CheckField, ChoiceField, DayField, LineField, TextField

CHOICES = (("a", "Alpha"), ("b", "Beta"))


def fields() -> list[tuple[AnyField, object]]:
    return [
        (LineField("line", "Line"), "Thông thoát cống"),
        (TextField("text", "Text"), "một\nhai"),
        (ChoiceField("choice", "Choice", CHOICES), "b"),
        (DayField("day", "Day", date(2026, 1, 1)), date(2026, 11, 26)),
        (CheckField("check", "Check"), True),
    ]


@pytest.mark.parametrize("place", range(5))
def test_a_value_comes_back_as_it_was_and_tells_of_the_edit(qtbot: QtBot, place: int) -> None:
    field, value = fields()[place]
    qtbot.addWidget(field)
    field.restore(value)  # type: ignore[arg-type]
    assert field.value() == value
    assert field.editor.objectName() == f"field.{field.name}"
    assert field.editor.accessibleName()


def test_white_space_around_words_is_not_a_word(qtbot: QtBot) -> None:
    field = TextField("text", "Text", text="  \n ")
    qtbot.addWidget(field)
    assert field.value() == ""


def test_nothing_is_chosen_until_a_person_does(qtbot: QtBot) -> None:
    field = ChoiceField("choice", "Choice", CHOICES)
    qtbot.addWidget(field)
    assert field.value() == ""
    field.restore("unknown")
    assert field.value() == ""


def test_other_choices_forget_the_one_before(qtbot: QtBot) -> None:
    field = ChoiceField("choice", "Choice", CHOICES, "a")
    qtbot.addWidget(field)
    field.offer((("c", "Gamma"),))
    assert field.value() == ""
    field.offer((("c", "Gamma"),), "c")
    assert field.value() == "c"


def test_a_problem_stands_beside_the_entry_and_goes_again(qtbot: QtBot) -> None:
    field = LineField("line", "Line")
    qtbot.addWidget(field)
    field.show_problem("This must not be empty.")
    assert field.problem() == field.editor.accessibleDescription() == "This must not be empty."
    assert field.editor.property("problem") is True
    field.show_problem("")
    assert field.problem() == ""
    assert field.editor.property("problem") is False


def test_typing_tells_of_the_edit_and_tab_leaves_a_text(qtbot: QtBot) -> None:
    field = TextField("text", "Text")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.editor, "a")
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert field.value() == "a"
