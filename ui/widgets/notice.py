"""A sentence inside a view about what happened, what is safe and what to do; leaves everything in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.theme import SPACING
from ui.widgets.role import set_role
from ui.widgets.tone import Tone, colour
from ui.widgets.wrapped_text import wrap

_ICON = 18
_ICONS = {
    Tone.DANGER: "danger",
    Tone.CAUTION: "caution",
    Tone.GOOD: "check",
    Tone.INFO: "info",
    Tone.ACCENT: "info",
}


class Notice(QFrame):
    """A bar with an icon, a sentence, a remedy under it, and at most one button beside them."""

    asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._tone = Tone.NEUTRAL
        self._icon, self._title, self._remedy = QLabel(self), QLabel(self), QLabel(self)
        self._remedy.setProperty("role", "dense")
        self._button = QPushButton(self)
        self._button.setObjectName(f"{name}.action")
        self._button.clicked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._title, self._remedy):
            wrap(label)
            words.addWidget(label)
        said = QHBoxLayout()
        said.setSpacing(SPACING.small)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(words, 1)
        middle = QVBoxLayout()  # beside a button that is higher the icon stays with the first line
        middle.addStretch(1)
        middle.addLayout(said)
        middle.addStretch(1)
        self._line = layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.small)
        layout.addLayout(middle, 1)
        layout.addWidget(self._button)
        self.clear()

    def say(self, tone: Tone, title: str, remedy: str = "", action: str = "") -> None:
        """Show the notice; a screen reader hears title and remedy."""
        self._tone = tone
        self._show_icon()
        set_role(self._title, "strong" if tone is Tone.NEUTRAL else tone.value)
        self._title.setText(title)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(remedy)
        self.show()

    def keep_low(self) -> None:
        """Leave less air above and below: it stands over something else all the time."""
        self._line.setContentsMargins(SPACING.normal, SPACING.tight, SPACING.normal, SPACING.tight)

    def icon_of(self, tone: Tone) -> str:
        """Return the name of the icon beside the sentence; empty for none."""
        return _ICONS.get(tone, "")

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the scheme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_icon()

    def _show_icon(self) -> None:
        name = self.icon_of(self._tone)
        self._icon.setVisible(bool(name))
        if name:
            self._icon.setPixmap(icons.tinted(name, colour(self._tone).name(), _ICON))

    def clear(self) -> None:
        """Take the notice away."""
        self._title.clear()
        self.hide()

    def title(self) -> str:
        """Return the sentence shown, empty when there is none."""
        return self._title.text()
