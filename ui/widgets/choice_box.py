"""A combo box that shows its arrow in the theme's colour, and says so while nothing is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.language import translate
from ui.widgets.drop_arrow import paint_arrow


class ChoiceBox(QComboBox):
    """The wheel never changes a choice: it belongs to the view that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(translate("ChoiceBox", "Choose …"))

    def changeEvent(self, event: QEvent) -> None:
        """Say *Choose* in the language in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setPlaceholderText(translate("ChoiceBox", "Choose …"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the arrow."""
        super().paintEvent(event)
        paint_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the view."""
        event.ignore()
