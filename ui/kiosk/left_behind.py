"""Notices a card that stays in its reader after the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

AFTER_MS = 3000


class LeftBehind(QObject):
    """Emits ``reminded`` once for a reader whose card is still there three seconds after its answer."""

    reminded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timers: dict[str, QTimer] = {}

    def answered(self, reader: str) -> None:
        """The card at ``reader`` has its answer: it can go."""
        self.taken(reader)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._remind)
        timer.start(AFTER_MS)
        self._timers[reader] = timer

    def taken(self, reader: str) -> None:
        """The card left ``reader``."""
        timer = self._timers.pop(reader, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()

    @Slot()
    def _remind(self) -> None:
        due = [reader for reader, timer in self._timers.items() if not timer.isActive()]
        for reader in due:
            self.taken(reader)
            self.reminded.emit(reader)
