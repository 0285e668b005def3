"""The list of the inbox: arrows, Home, End, Page keys move, Enter opens, Space selects, nothing types ahead.

Vietnamese input methods inject letters whatever has the focus; here they are off and letters do nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.reports.inbox_delegate import InboxDelegate
from ui.reports.inbox_model import Index
from ui.theme import current

_MOVES = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
)


class InboxList(QListView):
    """Emits ``opened`` for Enter and a click, ``stepped`` when a person moves to another row.

    News that takes the current row away moves nobody: nothing is selected until the next key, and *Down*
    then takes the row that has come into the place.
    """

    opened = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.list")
        self.setItemDelegate(InboxDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        # opaque: a step moves the rows that stay and paints only those that come
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._vacant = False
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Serve the keys of a list and pass on every other: letters search nothing here."""
        key = event.key()
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Space and not event.modifiers():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle)
        elif key in _MOVES:
            self._move(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, which Qt leaves to an opaque view, and the rows."""
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), QColor(current().colours.surface))
        ground.end()
        super().paintEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Ctrl+F or / searches."""

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint these rows anew; all rows are equally high, so the thousands of others need no new layout."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Remember that the current row goes."""
        self._vacant = self._vacant or start <= self.currentIndex().row() <= end
        super().rowsAboutToBeRemoved(parent, start, end)

    def go_to(self, row: int) -> None:
        """Make ``row`` the current one and bring it into view."""
        self._vacant = False
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def settle(self) -> None:
        """After changes: select nothing where the current row went away."""
        if self._vacant:
            self.selectionModel().clearSelection()

    def _move(self, event: QKeyEvent) -> None:
        before = self.currentIndex().row()
        if self._vacant and event.key() == Qt.Key.Key_Down:
            self.go_to(max(0, before))
        else:
            super().keyPressEvent(event)
            if self.currentIndex().row() == before and not self._vacant:
                return
        self._vacant = False
        if self.currentIndex().isValid():
            self.stepped.emit(self.currentIndex().row())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self._vacant = False
            self.opened.emit(index.row())
