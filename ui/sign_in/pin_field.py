"""The field a PIN is typed into: digits only, hidden, no input method, never in a signal.

A Vietnamese input method hooks keys below Qt, so letters can arrive although nobody meant any: they
are refused with a word on the input method, instead of spending one of the card's tries.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 8
"""Digits of a PIN at most (SP 800-73-5 part 2, 2.4.3)."""
_DIGITS = frozenset("0123456789")


class PinField(QLineEdit):
    """``take()`` hands the PIN over and leaves the field empty."""

    letter_refused = Signal()
    entered = Signal()
    """Enter was pressed; carries nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAcceptDrops(False)

    def take(self) -> bytearray:
        """Return the PIN, to be wiped by the receiver; the field is empty afterwards."""
        pin = bytearray(self.text(), "ascii")
        self.clear()
        return pin

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits and editing keys; refuse other characters, and do not copy or paste."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            return
        text = event.text()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if text and text.isprintable() and plain and not set(text) <= _DIGITS:
            self.letter_refused.emit()
            return
        if plain or event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_A}:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: nothing here can be copied or pasted."""
        event.accept()
