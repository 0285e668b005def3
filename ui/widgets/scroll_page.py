"""A page that scrolls down, never sideways, on the ground of the pane it lies in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPage(QScrollArea):
    """Takes the width it gets; its page grows downwards."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` in place of the one before, which goes."""
        self.setWidget(page)
        page.setAutoFillBackground(False)

    def to_top(self) -> None:
        """Begin at the top again."""
        self.verticalScrollBar().setValue(0)
