"""The list of the inbox: arrows, Home, End, Page keys move, Enter opens, Space selects, nothing types ahead.

Shift with a move chooses from here to there, Ctrl with a move leaves the choice as it is.

Vietnamese input methods inject letters whatever has the focus; here they are off and letters do nothing.
"""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.inbox.inbox_delegate import InboxDelegate
from ui.inbox.inbox_model import Index
from ui.theme import current
from ui.widgets.even_list import EvenList
from ui.widgets.tone import ink

_MOVES = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
)
_CHOOSING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class InboxList(EvenList):
    """Emits ``opened`` for Enter and a click, ``stepped`` when a person moves to another row.

    News that takes the current row away moves nobody: nothing is selected until the next key, and *Down*
    then takes the row that has come into the place.
    """

    opened = Signal(int)
    stepped = Signal(int)
    picked = Signal(int)
    """How many rows are chosen now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.list")
        self._delegate = InboxDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        # opaque: a step moves the rows that stay and paints only those that come
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._vacant = False
        self._place = 0
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
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif key == Qt.Key.Key_Escape and self.picked_count() > 1:
            self.go_to(self.currentIndex().row())
            self.stepped.emit(self.currentIndex().row())
        else:
            event.ignore()

    def paint_ground(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint the ground, which Qt leaves to an opaque view; dots and labels of rows are round."""
        painter.fillRect(event.rect(), ink(current().colours.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many rows are chosen."""
        super().selectionChanged(selected, deselected)
        self.picked.emit(self.picked_count())

    def show_as(self, *, dense: bool, grouped: bool) -> None:
        """Show rows of one line or two, with the names of their groups or without; the place is kept."""
        before = (self._delegate.dense, self._delegate.grouped)
        self._delegate.dense, self._delegate.grouped = dense, grouped
        if before != (dense, grouped):
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def mark(self, terms: tuple[str, ...]) -> None:
        """Mark these folded words in every row."""
        self._delegate.terms = terms
        self.viewport().update()

    def picked_count(self) -> int:
        """Return how many rows are chosen, however many there are."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def picked_rows(self, most: int) -> list[int]:
        """Return at most ``most`` of the rows chosen, from the top."""
        parts = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        return list(islice((row for top, bottom in parts for row in range(top, bottom + 1)), most))

    @property
    def vacant_row(self) -> int | None:
        """Where the report stood that was current and has left the list; None while one is current."""
        return self.currentIndex().row() if self._vacant else None

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Ctrl+F or / searches."""

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Remember that the current row goes."""
        if not self._vacant and start <= self.currentIndex().row() <= end:
            self._vacant, self._place = True, start
        super().rowsAboutToBeRemoved(parent, start, end)

    def go_to(self, row: int) -> None:
        """Make ``row`` the current and only one, whatever keys are held, and bring it into view."""
        self._vacant = False
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def settle(self) -> None:
        """After changes: select nothing where the current row went away."""
        if self._vacant:
            row = min(self._place, self.model().rowCount() - 1)
            here = self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.Clear)

    def _move(self, event: QKeyEvent) -> None:
        before = self.currentIndex().row()
        if event.modifiers() & _CHOOSING:
            super().keyPressEvent(event)
            return
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
        if index.isValid() and not QApplication.keyboardModifiers() & _CHOOSING:
            self._vacant = False
            self.opened.emit(index.row())
