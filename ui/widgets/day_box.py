"""A field for a day, dd/MM/yyyy, with a calendar to unfold."""

from __future__ import annotations

from PySide6.QtCore import QDate, QSize
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from ui.widgets.drop_arrow import paint_arrow

_FIRST = QDate(2020, 1, 1)
_MORE = 3
"""Pixels that Qt's style makes a field with a calendar higher than a line, whatever the letters."""
_BETWEEN = frozenset("/.- ")
"""What people type between day, month and year."""


class DayBox(QDateEdit):
    """The wheel never changes the day: it belongs to the view that scrolls.

    A day is typed as it is written, with its strokes: Qt steps on by itself behind two digits, and took the
    stroke that follows for a further step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setMinimumDate(_FIRST)
        self._stepped = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a stroke be typed where the digits before it have led on already."""
        if self._stepped and event.text() in _BETWEEN and event.text():
            self._stepped = False
            return
        before = self.currentSection()
        super().keyPressEvent(event)
        self._stepped = event.text().isdigit() and self.currentSection() is not before

    def sizeHint(self) -> QSize:
        """As high as the other fields of a form."""
        return super().sizeHint() - QSize(0, _MORE)

    def minimumSizeHint(self) -> QSize:
        """As much as it asks for."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the arrow."""
        super().paintEvent(event)
        paint_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the view."""
        event.ignore()
