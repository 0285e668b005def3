"""A signal emitted on any thread, and never out of an object that is just being destroyed.

Whether an object is still there can be asked on another thread, but it may go between the question and the
emission, which ends the process. Here its end waits until an emission under way is through.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject


class Crossing:
    """Carries emissions of ``owner``'s queued signals until it is destroyed; no ``QObject`` itself."""

    def __init__(self, owner: QObject) -> None:
        self._lock = threading.RLock()
        self._is_open = True
        self._owner = weakref.ref(owner)
        owner.destroyed.connect(self.close)

    def carry(self, emit: Callable[[], None]) -> None:
        """Call ``emit``, which only queues, unless the owner has gone."""
        with self._lock:
            if not self._is_open:
                return
            try:
                emit()
            except RuntimeError:  # Python's half of an object goes before its end is told and waits here
                owner = self._owner()
                if owner is not None and shiboken6.isValid(owner):
                    raise

    def close(self, *_destroyed: object) -> None:
        """Carry nothing more; returns when nothing is under way."""
        with self._lock:
            self._is_open = False
