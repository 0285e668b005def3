"""The visit's news on the main thread: views come on any thread; the latest is shown from a slot."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.reception.view import View
from ui.crossing import Crossing


class ViewRelay(QObject):
    """``show`` may be called on any thread, also when the page has gone; ``changed`` comes on the main one.

    A view holds everything, so that of several which wait only the last is shown: a quick chip must not keep
    the main thread busy with what has passed already.
    """

    changed = Signal(object)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crossing = Crossing(self)
        self._guard = threading.Lock()
        self._latest: View | None = None
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def show(self, view: View) -> None:
        """Hand a view over."""
        with self._guard:
            waiting, self._latest = self._latest is not None, view
        if not waiting:
            self._crossing.carry(self._arrived.emit)

    @Slot()
    def _pass_on(self) -> None:
        with self._guard:
            view, self._latest = self._latest, None
        if view is not None:
            self.changed.emit(view)
