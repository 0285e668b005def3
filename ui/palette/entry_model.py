"""The palette's lines as Qt sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.palette.entry import Entry

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
"""Role under which the delegate finds the ``Entry``."""


class EntryModel(QAbstractListModel):
    """Lines in the order they were given."""

    _entries: Sequence[Entry] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are; lines have no children."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Return the line, its words, or what a screen reader says."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        return {
            ENTRY: entry,
            int(Qt.ItemDataRole.DisplayRole): entry.text,
            int(Qt.ItemDataRole.AccessibleTextRole): entry.spoken,
        }.get(int(role))

    def entry(self, row: int) -> Entry | None:
        """Return the line at ``row``; None past the end."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
