"""Lets a burst of news through as one: the first at once, the rest together a moment later.

A first sync tells of thousands of reports; what a person does themselves is shown at once
and its news, which follows, passes with the rest.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE_MS = 200
"""Least time between two passages, in milliseconds."""


class NewsGate(QObject):
    """Collects report ids; an empty set stands for *many, ask again* and outweighs single ids."""

    passed = Signal(object)
    """A frozenset of report ids; empty for many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[str] = set()
        self._many = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._let_through)

    def tell(self, ids: Iterable[str]) -> None:
        """Take news of these reports; none means many."""
        told = set(ids)
        self._many = self._many or not told
        self._waiting |= told
        if not self._pause.isActive():
            self._let_through()

    def pause(self) -> None:
        """Let nothing through for a moment: what comes now was shown already by whoever did it."""
        self._pause.start()

    @Slot()
    def _let_through(self) -> None:
        if not self._many and not self._waiting:
            return
        ids = frozenset() if self._many else frozenset(self._waiting)
        self._waiting.clear()
        self._many = False
        self._pause.start()
        self.passed.emit(ids)
