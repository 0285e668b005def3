"""A part of the reading pane: a small heading and what stands under it; gone when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.wrapped_text import wrap


class Section(QWidget):
    """Markup must have passed ``markup``: nothing of outside reaches the label unescaped."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._body = QLabel(self), QLabel(self)
        self._heading.setProperty("role", "strong")
        self._body.setObjectName(f"detail.{name}")
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        wrap(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._heading)
        layout.addWidget(self._body)

    def show_markup(self, heading: str, markup: str) -> None:
        """Show the part, or hide it when ``markup`` is empty."""
        self._heading.setText(heading)
        self._body.setText(markup)
        self._body.setAccessibleName(heading)
        self.setVisible(bool(markup))

    def markup(self) -> str:
        """Return what is shown."""
        return self._body.text()
