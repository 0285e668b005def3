"""What Qt says by itself is Vietnamese too: its buttons, and the menu of a field."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.language import Language, install


def test_qts_buttons_speak_vietnamese(qtbot: QtBot) -> None:
    install(Language.VIETNAMESE)
    box = QMessageBox()
    qtbot.addWidget(box)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    assert cancel.text().replace("&", "") == "Hủy"


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_speaks_vietnamese(qtbot: QtBot, field: type[QLineEdit | QPlainTextEdit]) -> None:
    install(Language.VIETNAMESE)
    made: QWidget = field()
    qtbot.addWidget(made)
    assert isinstance(made, QLineEdit | QPlainTextEdit)
    menu = made.createStandardContextMenu()
    said = [each.text().split("\t")[0].replace("&", "") for each in menu.actions() if each.text()]
    assert said == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]
