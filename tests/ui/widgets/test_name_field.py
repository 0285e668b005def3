"""One of many names: with or without diacritics, by keyboard, mouse, or by leaving the line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.name_field import NameField

WARDS = (("1", "Phường Thuận Hóa"), ("2", "Phường Vỹ Dạ"), ("3", "Phường Thuận An"), ("4", "Xã A Lưới 1"))


@pytest.fixture
def field(qtbot: QtBot) -> NameField:
    made = NameField("place", "Ward", WARDS)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("thuan h", "Phường Thuận Hóa"),
        ("Vỹ", "Phường Vỹ Dạ"),
        ("da", "Phường Vỹ Dạ"),
        ("luoi", "Xã A Lưới 1"),
    ],
)
def test_names_are_found_with_or_without_diacritics(field: NameField, typed: str, first: str) -> None:
    field.editor.setText(typed)
    assert field.found()[0] == first
    assert field.value() == ""


def test_the_arrow_lists_the_first_where_nothing_was_typed(field: NameField, qtbot: QtBot) -> None:
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert field.found() == [words for _, words in WARDS]
    field.put_away()
    field.editor.setText("zz")
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    assert field.found() == []


def test_names_that_come_later_leave_what_was_typed(field: NameField) -> None:
    field.editor.setText("xom moi")
    field.offer(WARDS[:1])
    assert (field.editor.text(), field.typed(), field.value()) == ("xom moi", "xom moi", "")
    field.restore("1")
    field.offer((("1", "Thuận Hóa Ward"),))
    assert (field.editor.text(), field.typed(), field.value()) == ("Thuận Hóa Ward", "", "1")


def test_words_beside_the_name_find_it_too(qtbot: QtBot) -> None:
    made = NameField("text", "Template", WARDS, also={"2": "Đập Đá"}, most=1)
    qtbot.addWidget(made)
    made.editor.setText("dap")
    assert made.found() == ["Phường Vỹ Dạ"]
    made.editor.setText("phuong")
    assert len(made.found()) == 1


def test_every_word_typed_must_begin_one_of_the_name(field: NameField) -> None:
    field.editor.setText("thuan")
    assert field.found() == ["Phường Thuận Hóa", "Phường Thuận An"]
    field.editor.setText("uan")
    assert field.found() == []


def test_arrows_choose_and_enter_takes(field: NameField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.taken.connect(lambda: told.append(field.value()))
    field.editor.setText("thuan")
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(field.editor, Qt.Key.Key_Up)
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert (field.value(), field.editor.text(), told) == ("3", "Phường Thuận An", ["3"])


def test_leaving_the_line_takes_what_fits_best(field: NameField) -> None:
    field.editor.setText("vy da")
    QApplication.sendEvent(field.editor, QFocusEvent(QEvent.Type.FocusOut))
    assert field.value() == "2"


def test_typing_on_takes_the_name_back(field: NameField) -> None:
    field.restore("2")
    assert (field.value(), field.editor.text()) == ("2", "Phường Vỹ Dạ")
    field.editor.setText("Phường Vỹ D")
    assert field.value() == ""


def test_letters_being_composed_count(field: NameField) -> None:
    QApplication.sendEvent(field.editor, QInputMethodEvent("thuậ", []))
    assert field.found() == ["Phường Thuận Hóa", "Phường Thuận An"]


def test_other_names_keep_the_one_taken_if_it_is_there(field: NameField) -> None:
    field.restore("2")
    field.offer((("2", "Phường Vỹ Dạ"),))
    assert field.value() == "2"
    field.offer((("1", "Phường Thuận Hóa"),))
    assert field.value() == ""
    field.restore("nowhere")
    assert field.editor.text() == ""


def test_a_command_key_is_not_the_lists(field: NameField, qtbot: QtBot) -> None:
    field.editor.setText("thuan")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == ""
