"""A card shows whose it is, its PIN and its state, and passes on what a hand does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.language import Language, install
from ui.training.card_view import CardView
from ui.training.deck import Label


def view(qtbot: QtBot, state: str = "valid", label: str = "Handler") -> CardView:
    made = CardView(
        Label("handler-1", "Người xử lý", label, "N. T. Hương", "P. Thuận Hóa", "123456", state, "P256")
    )
    qtbot.addWidget(made)
    made.show()
    return made


def texts(shown: CardView) -> list[str]:
    return [label.text() for label in shown.findChildren(QLabel) if not label.isHidden() and label.text()]


def button(shown: CardView, name: str) -> QPushButton:
    found = shown.findChild(QPushButton, f"tray.{name}.handler-1")
    assert found is not None
    return found


def test_who_and_which_pin(qtbot: QtBot) -> None:
    assert texts(view(qtbot)) == ["Handler", "N. T. Hương", "PIN 123456"]


@pytest.mark.parametrize("state", ["expired", "revoked", "blocked"])
def test_a_card_that_must_not_work_says_so(qtbot: QtBot, state: str) -> None:
    assert state in texts(view(qtbot, state))


@pytest.mark.parametrize(("name", "signal"), [("insert", "inserted"), ("tap", "tapped")])
def test_a_hand_names_the_card(qtbot: QtBot, name: str, signal: str) -> None:
    shown = view(qtbot)
    with qtbot.waitSignal(getattr(shown, signal)) as heard:
        qtbot.mouseClick(button(shown, name), Qt.MouseButton.LeftButton)
    assert heard.args == ["handler-1"]


def test_the_card_in_the_reader_stands_out(qtbot: QtBot) -> None:
    shown = view(qtbot)
    shown.show_there(there=True)
    assert button(shown, "insert").text() == "In the reader"
    assert button(shown, "insert").property("kind") == "primary"


def test_names_follow_the_language(qtbot: QtBot) -> None:
    shown = view(qtbot)
    install(Language.VIETNAMESE)
    qtbot.waitUntil(lambda: button(shown, "tap").text() == "Chạm ở kiosk")
    assert button(shown, "tap").accessibleName() == "Chạm ở kiosk: Người xử lý, N. T. Hương"
