"""Notices a card that stays in its reader after the answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

AFTER_MS = 3000


class LeftBehind(QObject):
    """Emits ``reminded`` once for a reader whose card is still there three seconds after its answer.

    One timer per reader, kept: ten thousand taps must leave nothing behind either.
    """

    reminded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timers: dict[str, QTimer] = {}
        self._lying: set[str] = set()

    def answered(self, reader: str) -> None:
        """The card at ``reader`` has its answer: it can go."""
        self._lying.add(reader)
        self._timer(reader).start(AFTER_MS)

    def taken(self, reader: str) -> None:
        """The card left ``reader``."""
        self._lying.discard(reader)
        if reader in self._timers:
            self._timers[reader].stop()

    def waits_for(self) -> frozenset[str]:
        """Return the readers whose answered card still lies there."""
        return frozenset(self._lying)

    def _timer(self, reader: str) -> QTimer:
        if reader not in self._timers:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(self._remind)
            self._timers[reader] = timer
        return self._timers[reader]

    @Slot()
    def _remind(self) -> None:
        for reader in sorted(self._lying):
            if not self._timers[reader].isActive():
                self._lying.discard(reader)
                self.reminded.emit(reader)
