"""Waiting until every layout has come to rest: a label deep in a page asks one level after another for room.

Each level is told in its own turn of the event loop. Whoever looks earlier sees texts cut that a person never
sees so.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

_LEAST, _MOST = 5, 60
"""Turns of the event loop: not layouts alone follow each other; what never rests is not waited for."""


def settle() -> None:
    """Turn the event loop until a turn in which no layout was asked for."""
    watch = _Watch()
    application = QApplication.instance()
    if application is None:
        return
    application.installEventFilter(watch)
    try:
        for turn in range(_MOST):
            watch.has_asked = False
            QApplication.processEvents()
            if turn >= _LEAST and not watch.has_asked:
                break
    finally:
        application.removeEventFilter(watch)


class _Watch(QObject):
    """Sees every event of the program."""

    has_asked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that a layout is asked for; nothing is kept from anybody."""
        self.has_asked = self.has_asked or event.type() == QEvent.Type.LayoutRequest
        return False
