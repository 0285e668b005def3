"""The visit's news on the main thread: views come on any thread and are shown from a slot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.reception.view import View


class ViewRelay(QObject):
    """``show`` may be called on any thread; ``changed`` is emitted on the main one."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def show(self, view: View) -> None:
        """Hand a view over."""
        self._arrived.emit(view)

    @Slot(object)
    def _pass_on(self, view: View) -> None:
        self.changed.emit(view)
