"""The field that a scanner types into and a clerk too; it tells which of them did.

The lines of a zone come with an Enter between them: the field waits until the zone is whole.
"""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cardio.mrz import Format
from desktop_app.reception.rhythm import Rhythm
from ui.widgets.plain_line import PlainLine

_MOST = 2048
_LINES = frozenset({30, 60, 44})
"""Lengths at which a zone (three lines of 30, two of 44) is not whole yet."""
_WHOLE = frozenset(size.length for size in Format)


class IntakeField(PlainLine):
    """Emits ``entered`` with the text and its ``Source``. The input method is off: numbers go in here."""

    entered = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MOST)
        self.setClearButtonEnabled(True)
        self._rhythm = Rhythm()
        self.textChanged.connect(self._changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Time the keys; Enter hands the entry over, or goes to the next line of a zone."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.hand_over()
            return
        self._rhythm.key(time.monotonic() * 1000)
        super().keyPressEvent(event)

    def hand_over(self) -> None:
        """Take what stands in the field for an entry, unless it is the beginning of a zone."""
        text = self.text().strip()
        signs = "".join(text.split())
        if not text or ("<" in signs and len(signs) in _LINES and len(signs) not in _WHOLE):
            return
        self.entered.emit(text, self._rhythm.source())
        self._rhythm.start_over()
        self.selectAll()

    @Slot(str)
    def _changed(self, text: str) -> None:
        if not text:
            self._rhythm.start_over()
