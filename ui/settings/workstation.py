"""The section on the centre and this workstation: shown as text that can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop_app.domain.attendance import Direction
from desktop_app.session import Assurance
from ui.language import translate
from ui.settings.section import Section

if TYPE_CHECKING:
    from desktop_app.core import Core


class WorkstationSection(Section):
    """Which centre this computer is enrolled with, and under which ids."""

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__("workstation", parent)
        self._core = core
        names = ("server", "workstation", "terminal", "lane", "opening")
        self._values = {name: self._value(name) for name in names}
        self._folder = QLineEdit(self)  # a path has no place to be broken at
        self._folder.setObjectName("settings.workstation.folder")
        self._folder.setReadOnly(True)
        self._labels = {name: self.add_row(value) for name, value in self._values.items()}
        self._folder_label = self.add_row(self._folder)
        self.retranslate()

    def _value(self, name: str) -> QLabel:
        value = QLabel(self)
        value.setObjectName(f"settings.workstation.{name}")
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setWordWrap(True)
        return value

    def refresh(self) -> None:
        """Show the enrolment as it is now."""
        enrolment = self._core.enrolment
        none = translate("Settings", "not enrolled yet")
        self._values["server"].setText(enrolment.server_url if enrolment else none)
        self._values["workstation"].setText(enrolment.workstation_id if enrolment else "–")
        self._values["terminal"].setText(enrolment.terminal_id if enrolment else "–")
        self._values["lane"].setText(_lane_text(enrolment.lane) if enrolment else "–")
        self._folder.setText(str(self._core.home.root))
        self._folder.setCursorPosition(0)
        self._values["opening"].setText(self._opening())

    def _opening(self) -> str:
        """What opens the data of the person signed in, and who else could."""
        session, enrolment = self._core.session, self._core.enrolment
        if session is None or enrolment is None:
            return "–"
        if session.assurance is Assurance.CARD:
            return translate("Settings", "Your card with its PIN")
        if session.assurance is Assurance.ONLINE:
            return translate("Settings", "Nothing: you work online only, and nothing is kept here.")
        if enrolment.key_class == "keyring":
            return translate(
                "Settings",
                "This computer: your card has no key for it. A stolen disk with the key store opens it.",
            )
        return translate(
            "Settings", "This computer: your card has no key for it. A stolen disk alone opens it."
        )

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Centre and workstation"))
        texts = {
            "server": translate("Settings", "Address of the centre"),
            "workstation": translate("Settings", "Workstation"),
            "terminal": translate("Settings", "Check-in terminal"),
            "lane": translate("Settings", "Who taps here (set at enrolment)"),
            "opening": translate("Settings", "What opens your data"),
        }
        for name, text in texts.items():
            self._labels[name].setText(text)
            self._values[name].setAccessibleName(text)
        folder = translate("Settings", "Data on this computer")
        self._folder_label.setText(folder)
        self._folder.setAccessibleName(folder)
        self.refresh()


def _lane_text(lane: Direction | None) -> str:
    """Return which way everybody goes who taps here."""
    if lane is None:
        return translate("Settings", "comes or goes: by the last tap")
    if lane is Direction.IN:
        return translate("Settings", "comes: every tap is IN")
    return translate("Settings", "goes: every tap is OUT")
