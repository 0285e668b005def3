"""The inbox as Qt sees it: an array of row ids, and rows read when they come into view.

Sorting and filtering are the store's. News changes rows one by one; only another query resets.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.store.inbox_upkeep import Move
from desktop_app.store.row_ids import place_of
from ui.inbox.index_changes import Change, Growth, Insertion, Removal, Reordering
from ui.inbox.row_cache import RowCache
from ui.vocabulary.row_text import RowText

Index = QModelIndex | QPersistentModelIndex
ROW_TEXT = Qt.ItemDataRole.UserRole + 1
"""Role under which the delegate finds the finished ``RowText``."""

_SERVED = frozenset(
    (ROW_TEXT, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
)


class InboxModel(QAbstractListModel):
    """Rows in the order of the ids it was given; ``read`` turns ids into finished rows.

    ``ahead`` is told which rows come into view next, and ``take``s them.
    """

    def __init__(
        self,
        read: Callable[[Sequence[int]], Iterable[tuple[int, RowText]]],
        parent: QObject | None = None,
        ahead: Callable[[Sequence[int]], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._ids: array[int] = array("q")
        self._cache: RowCache[RowText] = RowCache(read, ahead=ahead)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are; rows have no children."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the finished row or its words; None at once for every role not served."""
        if role not in _SERVED or not index.isValid():
            return None
        row = self._cache.get(self._ids, index.row())
        if role == ROW_TEXT or row is None:
            return row
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else row.title

    def show(self, ids: array[int]) -> None:
        """Show the answer to another query: everything before is dropped."""
        self.beginResetModel()
        self._ids = ids
        self._cache.clear()
        self.endResetModel()

    def take(self, asked: Iterable[int], rows: Iterable[tuple[int, RowText]]) -> None:
        """Keep the rows of these ids, which were read before anybody looks at them."""
        self._cache.put(asked, rows)

    @property
    def ids(self) -> array[int]:
        """The row ids in order; they change only by the methods of this model."""
        return self._ids

    def follow(self, found: Iterable[Change]) -> None:
        """Carry out what makes this the new answer to the same query; selection and scroll stand."""
        for change in found:
            if isinstance(change, Removal):
                self.beginRemoveRows(QModelIndex(), change.first, change.last)
                del self._ids[change.first : change.last + 1]
                self.endRemoveRows()
            elif isinstance(change, Insertion):
                self.beginInsertRows(QModelIndex(), change.first, change.first + len(change.ids) - 1)
                self._ids[change.first : change.first] = change.ids
                self.endInsertRows()
            elif isinstance(change, Growth):
                self.beginInsertRows(QModelIndex(), change.first, change.last)
                self._ids = change.ids
                self.endInsertRows()
            else:
                self._reorder(change)

    def carry_out(self, moves: Iterable[Move]) -> None:
        """Put single rows where the news wants them; each that stays listed stays selected."""
        for move in moves:
            if move.before is None:
                if move.after is not None:
                    self.follow((Insertion(move.after, array("q", (move.number,))),))
            elif move.after is None:
                self.follow((Removal(move.before, move.before),))
            else:
                self._move(move.before, move.after)

    def _move(self, before: int, after: int) -> None:
        nobody = QModelIndex()
        if self.beginMoveRows(nobody, before, before, nobody, after + (after > before)):
            self._ids.insert(after, self._ids.pop(before))
            self.endMoveRows()

    def refresh(self, report_ids: Iterable[str]) -> None:
        """Read these reports' rows anew where they are on hand; the others are read when looked at."""
        wanted = set(report_ids)
        stale = [key for key, row in self._cache.held() if row.report_id in wanted]
        self._cache.forget(stale)
        for key in stale:
            row = place_of(self._ids, key, self._cache.place(key))
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))

    def refresh_all(self) -> None:
        """Read every row anew when it is looked at: names, language or the hour have changed."""
        self._cache.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def row_text(self, row: int) -> RowText | None:
        """Return the finished row; None past the end or when it is gone."""
        return self._cache.get(self._ids, row) if 0 <= row < len(self._ids) else None

    def report_id(self, row: int) -> str | None:
        """Return the report at ``row``; None past the end or when it is gone."""
        found = self.row_text(row)
        return found.report_id if found else None

    def row_of(self, rowid: int) -> int | None:
        """Return where a row id stands; None when it is not listed."""
        return place_of(self._ids, rowid, self._cache.place(rowid))

    def _reorder(self, change: Reordering) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = (place_of(change.ids, self._ids[index.row()], index.row()) for index in before)
        after = [QModelIndex() if row is None else self.index(row) for row in places]
        self._ids = change.ids
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
