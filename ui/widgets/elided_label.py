"""One line of text that ends in … where room ends, with the whole text as its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QStyleOption, QWidget


class ElidedLabel(QLabel):
    """A label that may be narrower than its text; never forces its view wider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show ``text``; the tip and the accessible name carry it whole."""
        super().setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut at the right edge."""
        with QPainter(self) as painter:
            option = QStyleOption()
            option.initFrom(self)
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            self.style().drawItemText(
                painter, self.rect(), int(self.alignment()), option.palette, self.isEnabled(), text,
                QPalette.ColorRole.WindowText,
            )  # fmt: skip
