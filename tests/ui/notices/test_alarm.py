"""The bar of an instant case: there while somebody must look, with a word and an icon."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.notices.alarm import AlarmBar


def test_it_is_there_while_somebody_must_look(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    bar = AlarmBar(ground)
    QVBoxLayout(ground).addWidget(bar)
    ground.show()
    assert bar.isHidden()
    bar.show_count(2)
    assert not bar.isHidden()
    assert bar.accessibleName() == "Instant cases that came in: 2"
    assert any(not label.pixmap().isNull() for label in bar.findChildren(QLabel))
    look = bar.findChild(QPushButton, "alarm.look")
    assert look is not None
    with qtbot.waitSignal(bar.look_asked, timeout=20_000):
        look.click()
    bar.show_count(0)
    assert bar.isHidden()
    bar.show_count(1)
    bar.stand_back(back=True)
    assert bar.isHidden(), "the page tells of it itself"
    bar.stand_back(back=False)
    assert not bar.isHidden()
