"""The bar that an instant case raises over the pages: it stays until somebody looks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.theme import SPACING

_ICON = 18


class AlarmBar(Translated, QFrame):
    """Says how many instant cases nobody of this desk has looked at yet."""

    look_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alarm")
        self.setProperty("role", "alarm")
        self._count, self._stands_back = 0, False
        self._icon, self._words, self._look = QLabel(self), QLabel(self), QPushButton(self)
        self._words.setProperty("role", "danger")
        self._look.setObjectName("alarm.look")
        self._look.clicked.connect(self.look_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.tight, SPACING.normal, SPACING.tight)
        layout.setSpacing(SPACING.small)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._look)
        self.show_count(0)

    @Slot(int)
    def show_count(self, count: int) -> None:
        """Say how many there are; none takes the bar away."""
        self._count = count
        self.retranslate()
        self._appear()

    def stand_back(self, *, back: bool) -> None:
        """Be silent on a page that tells of instant cases itself."""
        self._stands_back = back
        self._appear()

    def _appear(self) -> None:
        self.setVisible(bool(self._count) and not self._stands_back)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._icon.setPixmap(icons.pixmap("bolt", "danger", _ICON))

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        self._icon.setPixmap(icons.pixmap("bolt", "danger", _ICON))
        self._words.setText(
            translate("Notices", "Instant cases that came in: {count}").format(count=self._count)
        )
        self.setAccessibleName(self._words.text())
        words = translate("Notices", "Look (F12)")
        self._look.setText(words)
        self._look.setAccessibleName(words)
