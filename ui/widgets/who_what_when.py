"""The strip that every assignment shows, always in this order: who, what, when."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.role import set_role
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedLabel

_SHARES = {"who": 4, "what": 3, "when": 3}
"""Of the width: names are long, with those who help the longest."""
_ROLE_OF_TONE = {Tone.NEUTRAL: "strong", Tone.ACCENT: "strong"}


class _Cell(QWidget):
    """A heading and what stands under it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "counter")
        self.value = WrappedLabel(self)
        self.value.setObjectName(f"whoWhatWhen.{name}")
        self.value.setProperty("role", "strong")
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        bold = self.value.font()
        bold.setWeight(QFont.Weight.DemiBold)
        self.value.setFont(bold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.value)

    def show_value(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Set the text, bold, in its tone."""
        if text != self.value.text():
            self.value.setText(text)
            self.value.setToolTip(text)
        self.value.setAccessibleName(f"{self.heading.text()}: {text}")
        set_role(self.value, _ROLE_OF_TONE.get(tone, tone.value))


class WhoWhatWhen(Translated, QFrame):
    """Three cells side by side; an assignment that is missing says so in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("whoWhatWhen")
        self._cells = {name: _Cell(name, self) for name in ("who", "what", "when")}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.wide)
        for name, cell in self._cells.items():
            layout.addWidget(cell, _SHARES[name], Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def show_assignment(self, who: str, what: str, when: str, tone: Tone) -> None:
        """Show who does what by when; an empty text stands for *not assigned yet*."""
        missing = translate("WhoWhatWhen", "not assigned yet")
        self._cells["who"].show_value(who or missing)
        self._cells["what"].show_value(what or missing)
        self._cells["when"].show_value(when or missing, tone)

    def retranslate(self) -> None:
        """Name the cells."""
        self._cells["who"].heading.setText(translate("WhoWhatWhen", "Who"))
        self._cells["what"].heading.setText(translate("WhoWhatWhen", "What"))
        self._cells["when"].heading.setText(translate("WhoWhatWhen", "When"))
