"""One calm card in the middle of a page, as high as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import SPACING, beside_text

_WIDTH = 440


class MiddleCard(QFrame):
    """Lies in the middle of ``page``, a little above its half; its parts are added to ``column``."""

    def __init__(self, page: QWidget, gap: int) -> None:
        """``gap``: pixels between one part and the next."""
        super().__init__(page)
        self.setProperty("role", "card")
        self.setFixedWidth(beside_text(_WIDTH))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACING.section, SPACING.section, SPACING.section, SPACING.section)
        self.column.setSpacing(gap)
        # Stretches, not an alignment: an aligned widget would not grow with its wrapped texts.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self)
        middle.addStretch()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(beside_text(_WIDTH))

    def centre(self, *labels: QLabel) -> None:
        """Have texts stand in the middle and wrap."""
        for label in labels:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
