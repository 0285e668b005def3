"""A thing on the desk: two hands, each named with whose it is, and the place it lies in."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.training.item_view import ItemView


class Stone(ItemView):
    def __init__(self) -> None:
        super().__init__("tray.stone", "card", "engraved")
        self.handled: list[str] = []

    def place(self) -> None:
        self.handled.append("placed")

    def use(self) -> None:
        self.handled.append("used")

    def retranslate(self) -> None:
        self._say("Lies" if self._is_there else "Lay", "Throw", "a stone")


def test_hands_and_their_names(qtbot: QtBot) -> None:
    stone = Stone()
    qtbot.addWidget(stone)
    stone.show_there(there=False)
    buttons = stone.findChildren(QPushButton)
    assert [button.accessibleName() for button in buttons] == ["Lay: a stone", "Throw: a stone"]
    for button in buttons:
        button.click()
    assert stone.handled == ["placed", "used"]
    stone.show_there(there=True)
    assert buttons[0].text() == "Lies"
    assert buttons[0].property("kind") == "primary"
