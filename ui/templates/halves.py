"""The list and what is open of it: side by side, or one at a time where both find no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACING, beside_text

_BOTH, _LIST = 1000, 340
"""Least width of both beside each other, and the list's then, in pixels at a text scale of 100 %."""
_NO_BOUND = 16_777_215


class Halves(QWidget):
    """Begins with the list where there is room for one only."""

    arranged = Signal(bool)
    """They stand anew; true: one at a time."""

    def __init__(self, listing: QWidget, opened: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing, self._opened = listing, opened
        self._in_front = listing
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING.wide)
        layout.addWidget(listing)
        layout.addWidget(opened, 1)

    def one_at_a_time(self) -> bool:
        """Tell whether only one of them has room."""
        return self.width() < beside_text(_BOTH)

    def show_list(self) -> None:
        """Show the list where only one has room."""
        self._in_front = self._listing
        self._arrange()

    def show_opened(self) -> None:
        """Show what is open where only one has room."""
        self._in_front = self._opened
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew: there may be room for both now, or for one only."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        single = self.one_at_a_time()
        for half in (self._listing, self._opened):
            half.setVisible(not single or half is self._in_front)
        if single:
            self._listing.setMinimumWidth(0)
            self._listing.setMaximumWidth(_NO_BOUND)
        else:
            self._listing.setFixedWidth(beside_text(_LIST))
        self.arranged.emit(single)
