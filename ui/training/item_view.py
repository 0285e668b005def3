"""What lies on the training desk: a picture, a title, what is printed on it, whose it is, and two hands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.language import Translated
from ui.theme import SPACING
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.role import set_role

_ICON = 22


class ItemView(Translated, QFrame):
    """A frame for one thing; its kind says what ``place`` and ``use`` do, and sets the texts."""

    def __init__(self, name: str, icon: str, printed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._is_there = False
        self._title, self._holder = QLabel(self), ElidedLabel(self)
        self._title.setProperty("role", "strong")
        self._holder.setProperty("role", "muted")
        self._remark, self._printed = QLabel(self), QLabel(printed, self)
        self._remark.setProperty("role", "danger")
        self._remark.hide()
        self._printed.setProperty("role", "dense")
        self._printed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place, self._other = QPushButton(self), QPushButton(self)
        self._place.clicked.connect(self.place)
        self._other.clicked.connect(self.use)
        self._lay_out(icon)

    def _lay_out(self, icon: str) -> None:
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, "accent", _ICON))
        head = QHBoxLayout()
        head.setSpacing(SPACING.small)
        for part in (picture, self._title, self._remark):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self._printed)
        hands = QHBoxLayout()
        hands.setSpacing(SPACING.small)
        hands.addWidget(self._holder, 1)
        hands.addWidget(self._place)
        hands.addWidget(self._other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.tight)
        layout.addLayout(head)
        layout.addLayout(hands)

    @Slot()
    def place(self) -> None:
        """Put it where it is read, or take it away."""

    @Slot()
    def use(self) -> None:
        """Do the other thing that a hand does with it."""

    def show_there(self, *, there: bool) -> None:
        """Show whether it lies where it is read."""
        self._is_there = there
        set_role(self._place, "primary" if there else "", "kind")
        self.retranslate()

    def _say(self, place: str, use: str, whose: str) -> None:
        """Set the words of both hands; a screen reader adds ``whose`` it is."""
        for button, text in ((self._place, place), (self._other, use)):
            button.setText(text)
            button.setAccessibleName(f"{text}: {whose}")
