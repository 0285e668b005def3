"""Two columns: left and right of each other, from the top down."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.hotline.two_columns import two_columns


def test_parts_stand_under_each_other_and_the_columns_beside(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    first, second, third = (QLabel(words) for words in ("a", "b", "c"))
    ground.setLayout(two_columns((first, second), (third,), shares=(3, 1)))
    ground.resize(800, 400)
    ground.show()
    assert first.x() == second.x() < third.x()
    assert first.y() == third.y() < second.y()
    assert first.width() > 2 * third.width()
