"""Where filters, list and report stand by the width there is: three panes, a rail and two, or one."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.inbox.filters import Filters
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.island import Island

THREE_PANES, TWO_PANES = 1200, 800
"""Least widths, in logical pixels at a text scale of 100 %, of three panes and of a rail with two."""
_LIST_WIDE, _LIST_NARROW = 400, 320
_LEAST_WIDTH, _LEAST_HEIGHT = 480, 320


class Arrangement(Enum):
    """How the panes stand."""

    THREE = "three"
    RAIL = "rail"
    ONE = "one"


def arrangement(width: int) -> Arrangement:
    """Return how the panes stand at ``width`` logical pixels; larger letters need more of them."""
    if width >= beside_text(THREE_PANES):
        return Arrangement.THREE
    return Arrangement.RAIL if width >= beside_text(TWO_PANES) else Arrangement.ONE


class Panes(Translated, QWidget):
    """Holds the panes; with one pane, ``open_reading`` and *Back* change over."""

    went_back = Signal()

    def __init__(
        self, filters: Filters, listing: QWidget, reading: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filters, self._listing = filters, Island(listing)
        self._arrangement = Arrangement.THREE
        self._reading_open = False
        self._front: QWidget | None = None
        self._in_front = False
        self._back = QPushButton(self)
        self._back.setObjectName("desk.back")
        self._back.setProperty("kind", "quiet")
        self._back.setIcon(icon("back", "text", 16))
        self._back.clicked.connect(self.go_back)
        self._right = QFrame(self)
        self._right.setProperty("role", "pane")
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACING.tight, SPACING.tight, 0, 0)
        bar.addWidget(self._back)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addWidget(Island(reading), 1)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for pane in (filters, self._listing, self._right):
            self._layout.addWidget(pane)
        self._arrange()
        self.retranslate()

    @property
    def arrangement(self) -> Arrangement:
        """How the panes stand now."""
        return self._arrangement

    def open_reading(self) -> None:
        """Show the report where only one pane has room."""
        self._reading_open = True
        self._arrange()

    def show_list(self) -> None:
        """Show the list where only one pane has room."""
        self._reading_open = False
        self._arrange()

    def add_front(self, front: QWidget) -> None:
        """Take in what can stand before list and report."""
        self._front = front
        front.hide()
        self._layout.addWidget(front, 1)

    def show_front(self, *, shown: bool) -> None:
        """Put the front before list and report, or take it away."""
        self._in_front = shown
        self._arrange()

    def go_back(self) -> None:
        """Show the list again and tell that the person went there."""
        self.show_list()
        self.went_back.emit()

    def minimumSizeHint(self) -> QSize:
        """One pane must have room; the wider arrangements never hold the window open."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when a breakpoint is crossed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        found = arrangement(self.width())
        if found is not self._arrangement:
            self._arrangement = found
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._back.setIcon(icon("back", "text", 16))
            self._fit()
            self._arrange()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Name the button."""
        self._back.setText(translate("Desk", "Back to the list (Esc)"))
        self._back.setAccessibleName(translate("Desk", "Back to the list"))

    def _arrange(self) -> None:
        one = self._arrangement is Arrangement.ONE
        self._filters.set_narrow(self._arrangement is not Arrangement.THREE)
        front = self._in_front
        if self._front is not None:
            self._front.setVisible(front)
        self._filters.setVisible(front or not (one and self._reading_open))
        self._listing.setVisible(not front and not (one and self._reading_open))
        self._right.setVisible(not front and (not one or self._reading_open))
        self._back.setVisible(one)
        if one:
            self._listing.setMinimumWidth(0)
            self._listing.setMaximumWidth(16_777_215)
        else:
            wide = self._arrangement is Arrangement.THREE
            self._listing.setFixedWidth(beside_text(_LIST_WIDE if wide else _LIST_NARROW))
        self._layout.setStretchFactor(self._listing, 1 if one else 0)
        self._layout.setStretchFactor(self._right, 1)
