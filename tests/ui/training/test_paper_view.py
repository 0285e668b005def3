"""A document on the desk: what is printed on it, and what hands do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.training.paper_view import PaperView
from ui.training.papers import PAPERS


def test_printed_and_handled(qtbot: QtBot) -> None:
    view = PaperView(PAPERS[0])
    qtbot.addWidget(view)
    view.show()
    assert PAPERS[0].person.number in [label.text() for label in view.findChildren(QLabel)]
    lay, copy = child(view, QPushButton, "tray.lay.citizen"), child(view, QPushButton, "tray.copy.citizen")
    for button, signal in ((lay, view.laid), (copy, view.copied)):
        with qtbot.waitSignal(signal) as heard:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.args == ["citizen"]
    assert lay.accessibleName() == "Lay on the reader: Citizen card"
    view.show_there(there=True)
    assert lay.text() == "On the reader"
