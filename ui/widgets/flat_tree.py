"""Rows in columns under a header, equally high, without branches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QWidget


class FlatTree(QTreeWidget):
    """A ``QTreeWidget`` that shows a table; the whole row is chosen, by mouse and by keyboard."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)

    def set_widths(self, widths: Sequence[int | None]) -> None:
        """Have so many columns, as wide as given (logical pixels); where None stands, what is left over."""
        self.setColumnCount(len(widths))
        self.header().setStretchLastSection(False)
        for column, width in enumerate(widths):
            if width is None:
                self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(column, width)
