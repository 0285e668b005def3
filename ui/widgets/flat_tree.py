"""Rows in columns under a header, equally high, without branches."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QWidget

_Mode = QHeaderView.ResizeMode


class FlatTree(QTreeWidget):
    """A ``QTreeWidget`` that shows a table; the whole row is chosen, by mouse and by keyboard."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least: tuple[int | None, ...] = ()
        self.setObjectName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)

    def set_widths(self, widths: Sequence[int | None], growing: Collection[int] = ()) -> None:
        """Have so many columns, as wide as given (logical pixels); where None stands, what is left over.

        Columns in ``growing`` are wider where their words or their heading are.
        """
        self._least = tuple(widths)
        self.setColumnCount(len(widths))
        self.header().setStretchLastSection(False)
        for column, width in enumerate(widths):
            if width is None:
                self.header().setSectionResizeMode(column, _Mode.Stretch)
            elif column in growing:
                self.header().setSectionResizeMode(column, _Mode.ResizeToContents)
            else:
                self.setColumnWidth(column, width)

    def sizeHintForColumn(self, column: int) -> int:
        """As wide as the words in it, and as was given at least."""
        least = self._least[column] if column < len(self._least) else None
        return max(super().sizeHintForColumn(column), least or 0)
