"""Giving a reader its use: press the button of a use, then present any card at the reader meant."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.role import set_role
from ui.widgets.wrapped_text import wrap

WAIT_MS: Final = 30_000
ROLES: Final = ("staff", "attendance", "citizen")


class RolePicker(Translated, QWidget):
    """``picked`` carries reader and role once a card was presented; only while one button is down."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: str | None = None
        self._told: tuple[str, str] | None = None
        self._label = QLabel(self)
        self._label.setObjectName("settings.readers.picking")
        wrap(self._label)
        self._buttons = {role: QPushButton(self) for role in ROLES}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING.small)
        row.addWidget(self._label, 1)
        for role, button in self._buttons.items():
            button.setObjectName(f"settings.readers.pick.{role}")
            button.setCheckable(True)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.cancel)
        self.retranslate()

    @property
    def waiting(self) -> bool:
        """Whether the next card presented names a reader."""
        return self._waiting is not None

    @Slot()
    def _clicked(self) -> None:
        pressed = next(role for role, button in self._buttons.items() if button is self.sender())
        self._wait_for(None if pressed == self._waiting else pressed)

    @Slot()
    def cancel(self) -> None:
        """Wait no more: time is up, or the page is left."""
        self._wait_for(None)

    def _wait_for(self, role: str | None) -> None:
        self._waiting, self._told = role, None
        for name, button in self._buttons.items():
            button.setChecked(name == role)
        if role is None:
            self._timer.stop()
        else:
            self._timer.start()
        self._say()

    def presented(self, reader: str) -> None:
        """A card came into ``reader``."""
        if self._waiting is None:
            return
        role = self._waiting
        self._wait_for(None)
        self._told = (reader, role)
        self._say()
        self.picked.emit(reader, role)

    def _say(self) -> None:
        set_role(self._label, "strong" if self._waiting else "muted")
        if self._waiting is not None:
            text = translate("Settings", "Now present any card at the reader for: {use}")
            self._label.setText(text.format(use=role_text(self._waiting)))
        elif self._told is not None:
            reader, role = self._told
            text = translate("Settings", "{reader} is for: {use}")
            self._label.setText(text.format(reader=reader, use=role_text(role)))
        else:
            text = translate("Settings", "Press a use, then present a card at the reader meant.")
            self._label.setText(text)

    def retranslate(self) -> None:
        """Set the texts."""
        for role, button in self._buttons.items():
            button.setText(_short(role))
            name = translate("Settings", "Choose the reader for: {use}").format(use=role_text(role))
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._say()


def role_text(role: str) -> str:
    """Return what a reader is used for, in words."""
    match role:
        case "attendance":
            return translate("Settings", "Check-in (kiosk)")
        case "citizen":
            return translate("Settings", "Citizen card (counter)")
        case _:
            return translate("Settings", "Staff card (sign-in)")


def _short(role: str) -> str:
    match role:
        case "attendance":
            return translate("Settings", "Check-in")
        case "citizen":
            return translate("Settings", "Citizen")
        case _:
            return translate("Settings", "Staff")
