"""What follows once a person pauses, or at once when they go on to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS = 250
"""Longer than from letter to letter."""


class Pause(QObject):
    """Tells ``over`` once after each ``begin``, unless it is called off."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.over)

    @property
    def is_on(self) -> bool:
        """Whether something still waits."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Wait anew."""
        self._timer.start()

    def call_off(self) -> None:
        """Forget what waits."""
        self._timer.stop()

    @Slot()
    def end(self) -> None:
        """Do now what waits, if anything does."""
        if self.is_on:
            self._timer.stop()
            self.over.emit()
