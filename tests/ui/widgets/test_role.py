"""A role takes effect while the widget is shown."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.role import set_role


def test_the_style_sheet_sees_the_role_that_was_set_last(qtbot: QtBot) -> None:
    label = QLabel("4")
    qtbot.addWidget(label)
    label.setStyleSheet('QLabel[role="danger"] { color: #ff0000 } QLabel[kind="big"] { font-size: 40px }')
    label.show()
    set_role(label, "danger")
    assert label.palette().windowText().color().name() == "#ff0000"
    set_role(label, "danger")
    set_role(label, "muted")
    assert label.palette().windowText().color().name() != "#ff0000"
    set_role(label, "big", "kind")
    assert label.fontInfo().pixelSize() == 40
