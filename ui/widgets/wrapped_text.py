"""Text in paragraphs as a person wrote it: wrapped, selectable, never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_ROOM = 8
"""Pixels beside a text that certainly stands in one line."""
_WIDE = 1 << 14


def wrap(label: QLabel) -> None:
    """Let ``label`` be as narrow as its view makes it, and as high as its lines then need."""
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)


class WrappedLabel(QLabel):
    """A label of any width that remembers how high it is at a width: layouts ask that many times over.

    Qt's own hints lay the text out for several widths, though a layout heeds none of a label that is wrapped.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._measured = ""
        self._line = 0
        wrap(self)

    def sizeHint(self) -> QSize:
        """One line, however narrow."""
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """One line, however narrow."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width``."""
        text = self.text()
        if text != self._measured:
            self._heights.clear()
            self._measured = text
        if width not in self._heights:
            self._heights[width] = self._height_of(text, width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Forget the heights: another font or style has others."""
        self._heights.clear()
        self._line = 0
        super().changeEvent(event)

    def _height_of(self, text: str, width: int) -> int:
        if not self._is_line(text, width):
            return super().heightForWidth(width)
        if not self._line:
            self._line = super().heightForWidth(_WIDE)
        return self._line

    def _is_line(self, text: str, width: int) -> bool:
        """Most texts find room in one line, which is seen without laying them out.

        What can be selected is laid out for that anyway, once.
        """
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            return False
        self.ensurePolished()
        return len(text.splitlines()) == 1 and self.fontMetrics().horizontalAdvance(text) + _ROOM <= width


class WrappedText(WrappedLabel):
    """A label for outside text; plain format keeps a citizen's ``<b>`` a ``<b>``."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
