"""What a view shows while it has nothing else to show: empty, loading, offline or broken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import SPACING


class StatePane(QWidget):
    """A heading, a sentence that says what to do, and at most one button, in the middle."""

    asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heading, self._hint = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "heading")
        self._hint.setProperty("role", "muted")
        self._button = QPushButton(self)
        self._button.setObjectName(f"{name}.action")
        self._button.clicked.connect(self.asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(SPACING.section,) * 4)
        layout.setSpacing(SPACING.small)
        layout.addStretch(2)
        for label in (self._heading, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.say("")

    def say(self, heading: str, hint: str = "", action: str = "") -> None:
        """Show these words; an empty ``action`` shows no button."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(hint)

    def heading(self) -> str:
        """Return the words in force."""
        return self._heading.text()
