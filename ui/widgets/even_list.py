"""A list whose rows are all equally high, so that nothing has to be laid out: where a row is, is arithmetic.

``QListView`` keeps the place of every row and works all of them out anew whenever one comes or goes: with a
million rows each piece of news would stop the window for a second and a half.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QCursor, QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_Mode = QAbstractItemView.SelectionMode
_State = QStyle.StateFlag


class EvenList(QListView):
    """One column of rows from top to bottom; the delegate says how high the first row is, so high are all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = 1
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # --- where rows are ------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Ask how high a row is; there is nothing else to lay out."""
        self._height = max(1, self._asked_height())
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the rows there are."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._height)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._rows() * self._height - room))
        QAbstractItemView.updateGeometries(self)

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is in the viewport; nowhere for no row."""
        if not index.isValid():
            return QRect()
        return QRect(0, self._top(index.row()), self.viewport().width(), self._height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport; none below the last."""
        row = (point.y() + self.verticalOffset()) // self._height
        inside = 0 <= point.x() < self.viewport().width()
        return self._index(row) if inside and 0 <= row < self._rows() else QModelIndex()

    def verticalOffset(self) -> int:
        """Return how many pixels lie above the viewport."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: rows are as wide as the view."""
        return 0

    def contentsSize(self) -> QSize:
        """Return the size of all rows."""
        return QSize(self.viewport().width(), self._rows() * self._height)

    def viewportSizeHint(self) -> QSize:
        """Return the size of all rows."""
        return self.contentsSize()

    def isIndexHidden(self, index: Index) -> bool:
        """Return False: no row is hidden."""
        return False

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint what is seen of these rows anew: no other has anything to be worked out."""
        seen = self.viewport().rect()
        top = max(first.row(), (seen.top() + self.verticalOffset()) // self._height)
        bottom = min(last.row(), (seen.bottom() + self.verticalOffset()) // self._height)
        if first.isValid() and top <= bottom:
            QAbstractItemView.dataChanged(self, self._index(top), self._index(bottom), list(roles))

    def reset(self) -> None:
        """Lay out at once, which is next to nothing: left to a timer it would come after a first paint."""
        super().reset()
        self.executeDelayedItemsLayout()

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:
        """Rows that come below what is seen are told to the scroll bar; nothing is painted for them."""
        if self._top(first) < self.viewport().height():
            super().rowsInserted(parent, first, last)
        else:
            QAbstractItemView.rowsInserted(self, parent, first, last)
            self.updateGeometries()

    def scrollContentsBy(self, right: int, down: int) -> None:
        """Move what is seen and paint what comes; ``QListView`` waits for a layout never made here."""
        self.viewport().scroll(right, down)

    # --- moving --------------------------------------------------------------------------------------------

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a row into view, by the least way unless ``hint`` wants it elsewhere."""
        if not index.isValid():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * self._height
        bottom = top + self._height - room
        place = {
            _Hint.PositionAtTop: top,
            _Hint.PositionAtBottom: bottom,
            _Hint.PositionAtCenter: (top + bottom) // 2,
        }.get(hint, min(top, max(bottom, bar.value())))
        bar.setValue(place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row that a key leads to."""
        last, row = self._rows() - 1, self.currentIndex().row()
        if last < 0:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._height - 1)
        steps = {
            _Action.MoveUp: -1, _Action.MovePrevious: -1, _Action.MoveLeft: -1, _Action.MoveDown: 1,
            _Action.MoveNext: 1, _Action.MoveRight: 1, _Action.MovePageUp: -page, _Action.MovePageDown: page,
            _Action.MoveHome: -row, _Action.MoveEnd: last - row,
        }  # fmt: skip
        return self._index(0 if row < 0 and action is not _Action.MoveEnd else row + steps[action])

    # --- choosing ------------------------------------------------------------------------------------------

    def selectAll(self) -> None:
        """Choose all rows as one stretch, where several may be chosen; Qt asks each row by itself."""
        several = self.selectionMode() in {_Mode.ExtendedSelection, _Mode.MultiSelection}
        if several and self._rows():
            every = QItemSelection(self._index(0), self._index(self._rows() - 1))
            self.selectionModel().select(every, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the rows that a rectangle of the viewport meets."""
        wanted, last = rect.normalized(), self._rows() - 1
        first = max(0, (wanted.top() + self.verticalOffset()) // self._height)
        end = min(last, (wanted.bottom() + self.verticalOffset()) // self._height)
        chosen = QItemSelection()
        if first <= end:
            chosen.select(self._index(first), self._index(end))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what is seen of the chosen rows, however many there are."""
        seen, region = self.viewport().rect(), QRegion()
        for part in selection.toList():
            top, bottom = max(seen.top(), self._top(part.top())), self._top(part.bottom() + 1)
            region += QRect(0, top, seen.width(), min(seen.bottom() + 1, bottom) - top)
        return region

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint the row anew that loses its frame; Qt would paint everything, at the first letter typed."""
        self.update(self.currentIndex())

    # --- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event's region meets."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        with QPainter(self.viewport()) as painter:
            self.paint_ground(painter, event)
            usual, under, delegate = option.state, self._under_the_mouse(), self.itemDelegate()
            chosen, current, width = self.selectionModel(), self._current_in_focus(), self.viewport().width()
            model, column, root = self.model(), self.modelColumn(), self.rootIndex()
            above = self.verticalOffset()
            for row in self._rows_in(event.region()):
                index = model.index(row, column, root)
                state = _State.State_Selected if chosen.isSelected(index) else _State.State_None
                state |= _State.State_HasFocus if row == current else _State.State_None
                state |= _State.State_MouseOver if row == under else _State.State_None
                option.rect = QRect(0, row * self._height - above, width, self._height)
                option.state = usual | state
                delegate.paint(painter, option, index)

    def paint_ground(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint what stands behind all rows: nothing, where Qt has done so."""

    def _rows_in(self, region: QRegion) -> list[int]:
        """The rows that any rectangle of the region meets, each once."""
        found: set[int] = set()
        above, last = self.verticalOffset(), self._rows() - 1
        for rect in region:  # type: ignore[attr-defined]  # the stub does not say it is iterable
            first, end = (rect.top() + above) // self._height, (rect.bottom() + above) // self._height
            found.update(range(max(0, first), min(last, end) + 1))
        return sorted(found)

    def _current_in_focus(self) -> int:
        """The row with the keyboard; -1 where the keyboard is elsewhere."""
        return self.currentIndex().row() if self.hasFocus() else -1

    def _under_the_mouse(self) -> int:
        viewport = self.viewport()
        return self.indexAt(viewport.mapFromGlobal(QCursor.pos())).row() if viewport.underMouse() else -1

    def _asked_height(self) -> int:
        if not self._rows():
            return self._height
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        index = self._index(0)
        return self.itemDelegateForIndex(index).sizeHint(option, index).height()

    def _top(self, row: int) -> int:
        return row * self._height - self.verticalOffset()

    def _rows(self) -> int:
        model = self.model()
        return model.rowCount(self.rootIndex()) if model else 0

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(max(0, min(row, self._rows() - 1)), self.modelColumn(), self.rootIndex())
