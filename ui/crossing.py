"""A signal emitted on any thread, and never out of an object that is just being destroyed.

Whether an object is still there can be asked on another thread, but it may go between the question and the
emission, which ends the process. Here its end waits until an emission under way is through.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject


class Crossing:
    """Carries emissions of ``owner``'s queued signals until it is destroyed; no ``QObject`` itself."""

    def __init__(self, owner: QObject) -> None:
        self._lock = threading.RLock()
        self._is_open = True
        owner.destroyed.connect(self.close)

    def carry(self, emit: Callable[[], None]) -> None:
        """Call ``emit``, which only queues, unless the owner has gone."""
        with self._lock:
            if self._is_open:
                emit()

    def close(self, *_destroyed: object) -> None:
        """Carry nothing more; returns when nothing is under way."""
        with self._lock:
            self._is_open = False
