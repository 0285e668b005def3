"""The bar says what is written and how much, and how to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.exports.export_bar import ExportBar


def test_how_far_it_is_and_how_to_stop(qtbot: QtBot) -> None:
    bar = ExportBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_progress("a.xlsx", 100, 400)
    assert child(bar, QLabel, "export.words").text() == "Writing a.xlsx: 100 of 400"
    bar.show_progress("a.xlsx", 400, 400)
    assert child(bar, QLabel, "export.words").text() == "Putting a.xlsx together: 400 rows"
    with qtbot.waitSignal(bar.stop_asked):
        qtbot.mouseClick(child(bar, QPushButton, "export.stop"), Qt.MouseButton.LeftButton)
