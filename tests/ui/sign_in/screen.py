"""What a person does and reads at the sign-in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.widgets import child
from ui.sign_in.page import SignInPage
from ui.sign_in.stage import Stage
from ui.widgets.notice import Notice


def reaches(qtbot: QtBot, page: SignInPage, stage: Stage) -> None:
    qtbot.waitUntil(lambda: page.stage() is stage)


def type_pin(qtbot: QtBot, page: SignInPage, pin: str) -> None:
    field = child(page, QLineEdit, "signIn.pin")
    qtbot.keyClicks(field, pin)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def told(page: SignInPage) -> str:
    return child(page, Notice, "signIn.notice").title()


def text(page: SignInPage, name: str) -> str:
    label = child(page, QLabel, name)
    return "" if label.isHidden() else label.text()
