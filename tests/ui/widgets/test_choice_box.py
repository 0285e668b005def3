"""A combo box says when nothing is chosen, and the wheel changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.language import Language, install
from ui.widgets.choice_box import ChoiceBox


def wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["a", "b", "c"])
    box.setCurrentIndex(0)
    box.show()
    QApplication.sendEvent(box, wheel())
    assert box.currentIndex() == 0


def test_nothing_chosen_is_said(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    assert box.placeholderText() == "Choose …"


def test_it_speaks_another_language_at_once(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    install(Language.VIETNAMESE)
    try:
        qtbot.waitUntil(lambda: box.placeholderText() == "Chọn …", timeout=20_000)
    finally:
        install(Language.ENGLISH)
