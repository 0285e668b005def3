"""A frame of *My card*: a heading, one mark that says how it is, facts by name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import SPACING
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedText


class FactsCard(QFrame):
    """Made anew each time the card is read or the language changes."""

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        self._layout.setSpacing(SPACING.tight)
        label = QLabel(heading, self)
        label.setProperty("role", "strong")
        self._layout.addWidget(label)
        self._heading = heading

    def add_mark(self, tone: Tone, text: str) -> None:
        """Say in one line how it is; the accessible name says it, too."""
        mark = WrappedText("muted" if tone is Tone.NEUTRAL else tone.value, self)
        mark.setText(f"● {text}")
        self._layout.addWidget(mark)
        self.setAccessibleName(f"{self._heading}: {text}")

    def add_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Add the facts that are there, each under its name."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACING.normal)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            label = QLabel(name, self)
            label.setProperty("role", "muted")
            text = WrappedText(parent=self)
            text.setText(value)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        self._layout.addLayout(grid)
