"""A line that is searched with while letters are still being composed.

Vietnamese input methods on Linux keep the word being written apart (its *preedit*) until a space ends it.
``QLineEdit.text()`` leaves it out, so a list that follows the text would lag a word behind the eyes.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ComposedLine(QLineEdit):
    """``shown()`` is the text as a person sees it, composed letters included."""

    shown_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self._last = ""
        self.textChanged.connect(self._text_changed)

    def shown(self) -> str:
        """Return what the line shows."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take a step of composing, or its end."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Composing ends where the keyboard leaves."""
        super().focusOutEvent(event)
        self._composing = ""
        self._tell()

    @Slot(str)
    def _text_changed(self, text: str) -> None:
        if not text:
            self._composing = ""  # emptied from outside: what was being composed is gone as well
        self._tell()

    def _tell(self) -> None:
        shown = self.shown()
        if shown != self._last:
            self._last = shown
            self.shown_changed.emit(shown)
