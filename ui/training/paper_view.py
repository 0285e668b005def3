"""One citizen's document as it lies on the desk: what is printed on it, and what a hand does with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.training.papers import Paper
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.role import set_role

_ICON = 22


class PaperView(Translated, QFrame):
    """Emits the document's key with what a hand does with it."""

    laid = Signal(str)
    copied = Signal(str)

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._lying = False
        self.setObjectName(f"tray.paper.{paper.key}")
        self.setProperty("role", "card")
        self._title, self._holder = QLabel(self), ElidedLabel(self)
        self._title.setProperty("role", "strong")
        self._holder.setProperty("role", "muted")
        self._printed = QLabel(paper.printed, self)
        self._printed.setProperty("role", "dense")
        self._printed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay, self._copy = QPushButton(self), QPushButton(self)
        self._lay.setObjectName(f"tray.lay.{paper.key}")
        self._copy.setObjectName(f"tray.copy.{paper.key}")
        self._lay.clicked.connect(self._lay_clicked)
        self._copy.clicked.connect(self._copy_clicked)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap("person", "accent", _ICON))
        head = QHBoxLayout()
        head.setSpacing(SPACING.small)
        head.addWidget(picture)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._printed)
        hands = QHBoxLayout()
        hands.setSpacing(SPACING.small)
        hands.addWidget(self._holder, 1)
        hands.addWidget(self._copy)
        hands.addWidget(self._lay)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.tight)
        layout.addLayout(head)
        layout.addLayout(hands)

    @Slot()
    def _lay_clicked(self) -> None:
        self.laid.emit(self._paper.key)

    @Slot()
    def _copy_clicked(self) -> None:
        self.copied.emit(self._paper.key)

    def show_lying(self, *, lying: bool) -> None:
        """Show whether the document lies on the citizens' reader."""
        self._lying = lying
        set_role(self._lay, "primary" if lying else "", "kind")
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._title.setText(self._paper.title)
        self._holder.setText(self._paper.person.name)
        lies, lay = translate("Training", "On the reader"), translate("Training", "Lay on the reader")
        self._lay.setText(lies if self._lying else lay)
        self._copy.setText(translate("Training", "Copy its code"))
        for button in (self._lay, self._copy):
            button.setAccessibleName(f"{button.text()}: {self._paper.title}")
