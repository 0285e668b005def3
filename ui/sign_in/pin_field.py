"""The field a PIN or PUK is typed into: ASCII only, hidden, no input method, never in a signal.

A Vietnamese input method hooks keys below Qt: it sends backspaces and then a letter with its mark. Such a
letter is no PIN's, and what stands before it may be gone, so the field is emptied, with a word on the input
method, instead of spending one of the card's tries. A plain letter is taken, as some issuers allow, and said.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.plain_line import PlainLine

LONGEST = 8
"""Characters of a card's PIN at most (SP 800-73-5 part 2, 2.4.3); a token says its own."""


class PinField(PlainLine):
    """``take()`` hands the PIN over and leaves the field empty."""

    letter_typed = Signal()
    """A character that is no digit was taken."""
    letter_refused = Signal()
    """A character outside ASCII came; the field is empty now."""
    entered = Signal()
    """Enter was pressed; carries nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferNumbers
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.setAcceptDrops(False)

    def take(self) -> bytearray:
        """Return the PIN, to be wiped by the receiver; the field is empty afterwards."""
        pin = bytearray(self.text(), "ascii")
        self.clear()
        return pin

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take ASCII and editing keys; empty the field at anything else, and do not copy or paste."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        text = event.text()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if text and text.isprintable() and plain and not (text.isascii() and text != " "):
            self.clear()
            self.letter_refused.emit()
            return
        if plain or event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_A}:
            super().keyPressEvent(event)
            if text and text.isprintable() and plain and not text.isdigit():
                self.letter_typed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: nothing here can be copied or pasted."""
        event.accept()
