"""One section of the settings: a heading and rows; each row says when the policy fixed it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.theme import SPACING

_LABEL_WIDTH = 190
_ICON = 16


class Section(Translated, QFrame):
    """A card with a heading; subclasses add rows once and set texts in ``retranslate``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"settings.{name}")
        self.setProperty("role", "card")
        self.heading = QLabel(self)
        self.heading.setProperty("role", "heading")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACING.wide)
        self._rows.setVerticalSpacing(SPACING.small)
        self._rows.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._rows.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.wide)
        layout.setSpacing(SPACING.normal)
        layout.addWidget(self.heading)
        layout.addLayout(self._rows)

    def add_row(self, control: QWidget, *, fixed: bool = False) -> QLabel:
        """Add a row for ``control`` and return its label; a ``fixed`` control is locked and says so."""
        row = self._rows.rowCount()
        label = QLabel(self)
        label.setBuddy(control)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(control, row, 1)
        if fixed:
            control.setEnabled(False)
            self._rows.addWidget(_Fixed(self), row, 2)
        return label

    def add_wide(self, content: QWidget) -> None:
        """Add ``content`` over the whole width."""
        self._rows.addWidget(content, self._rows.rowCount(), 0, 1, -1)


class _Fixed(Translated, QLabel):
    """A lock with the words on who fixed the setting as its tip and name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPixmap(icons.pixmap("lock", "muted", _ICON))
        self.retranslate()

    def retranslate(self) -> None:
        """Set tip and name."""
        text = translate("Settings", "Fixed by the administrator's policy")
        self.setToolTip(text)
        self.setAccessibleName(text)
