"""A page beside the desk: a heading, its actions, one way back, and a column that scrolls down."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, shortcuts
from ui.language import Translated, translate
from ui.theme import SPACING, beside_text
from ui.widgets.scroll_page import ScrollPage


class SidePage(Translated, QWidget):
    """Subclasses fill ``column`` and set ``heading``'s text; Esc and the button ask for the way back."""

    back_asked = Signal()
    guide_page: ClassVar[str] = ""
    """The page of the guide that F1 opens from here; empty opens it where it was."""

    widest: ClassVar[int] = 1040
    """Beyond this width the page stays in the middle; it grows with the text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self._back = QPushButton(self)
        self._back.setObjectName(f"{name}.back")
        self._back.setProperty("kind", "quiet")
        self._back.clicked.connect(self.back_asked)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SPACING.small)
        self._actions.addStretch(1)
        self._actions.addWidget(self._back)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(SPACING.small)
        self._top.addWidget(self.heading)
        self._top.addLayout(self._actions, 1)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACING.normal)
        self._lay_out(name)
        shortcuts.connect(shortcuts.SIDE_PAGE, self)

    def _lay_out(self, name: str) -> None:
        self._content = content = QWidget(self)
        self._limit_width()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(SPACING.wide, SPACING.wide, SPACING.wide, SPACING.section)
        inner.setSpacing(SPACING.normal)
        inner.addLayout(self._top)
        inner.addLayout(self.column)
        inner.addStretch()
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        self._scroll = ScrollPage(f"{name}.scroll", self)
        self._scroll.show_page(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the actions under the heading where both find no room in one line (large letters)."""
        super().resizeEvent(event)
        room = min(self.width(), beside_text(self.widest)) - 2 * SPACING.wide
        needed = self.heading.sizeHint().width() + self._actions.sizeHint().width() + SPACING.small
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if needed <= room else directions.TopToBottom)

    def add_action(self, name: str) -> QPushButton:
        """Add a button between heading and *Back*; the subclass sets its text."""
        button = QPushButton(self)
        button.setObjectName(f"{self.objectName()}.{name}")
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def bring(self, part: QWidget) -> None:
        """Bring a part of the page into view."""
        self._scroll.ensureWidgetVisible(part)

    @Slot()
    def go_back(self) -> None:
        """Leave the page."""
        self.back_asked.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the page."""
        self._back.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when scheme or text scale changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._back.setIcon(icons.icon("back"))
            self._limit_width()

    def _limit_width(self) -> None:
        self._content.setMaximumWidth(beside_text(self.widest))

    def retranslate(self) -> None:
        """Set the texts of the frame; subclasses add their own."""
        self._back.setIcon(icons.icon("back"))
        self._back.setText(translate("Settings", "Back"))
        self._back.setAccessibleName(translate("Settings", "Back"))


class WholePage(SidePage):
    """A page that fills the window and does not scroll: what is in its column does, where it must."""

    widest = 1 << 14

    def _lay_out(self, name: str) -> None:
        self._content = content = QWidget(self)
        self._limit_width()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(content, 100)
        outer.addStretch(1)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        layout.setSpacing(SPACING.normal)
        layout.addLayout(self._top)
        layout.addLayout(self.column, 1)


def say(button: QPushButton, text: str) -> None:
    """Set a button's text and its name for a screen reader."""
    button.setText(text)
    button.setAccessibleName(text)
