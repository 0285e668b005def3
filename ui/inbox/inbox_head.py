"""The head of the list: what is listed and how many, and how it is kept, shown and sorted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.store.habits import Habits
from ui.icons import icon
from ui.inbox.sort_button import SortButton
from ui.inbox.view_button import ViewButton
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.widgets.elided_label import ElidedLabel


class InboxHead(Translated, QWidget):
    """Tells what a person wants of the list; the pane does it."""

    keep_asked = Signal()

    def __init__(self, habits: Habits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._keep = ElidedLabel(self), QToolButton(self)
        self._heading.setObjectName("inbox.heading")
        self._heading.setProperty("role", "strong")
        self._keep.setObjectName("inbox.keep")
        self._keep.setIcon(icon("star", "muted", 18))
        self._keep.clicked.connect(self.keep_asked)
        self._keep.hide()
        room = self._keep.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else the first letter of a search lays the heading out anew
        self._keep.setSizePolicy(room)
        self.view, self.sort = ViewButton(habits, self), SortButton(self)
        self.sort.show_order(habits.sort, descending=habits.descending)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.small, SPACING.tight)
        layout.addWidget(self._heading, 1)
        for button in (self._keep, self.view, self.sort):
            layout.addWidget(button)
        self.retranslate()

    def say(self, heading: str, *, can_keep: bool) -> None:
        """Say what is listed, and whether it can be kept under a name."""
        self._heading.setText(heading)
        self._keep.setVisible(can_keep)

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon anew when the scheme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep.setIcon(icon("star", "muted", 18))

    def retranslate(self) -> None:
        """Name the button that keeps."""
        keep = translate("Saved", "Keep this search as a list")
        self._keep.setAccessibleName(keep)
        self._keep.setToolTip(keep)
