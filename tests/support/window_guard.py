"""Windows a test leaves open: the next one would find the keyboard, or a modal dialog, elsewhere.

pytest-qt closes its widgets and asks for their end, but the end waits for an event loop that no test has:
until then they hear of each new language and may show themselves again.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


def left_open() -> list[str]:
    """End what asked to be ended; return class and name of each window still to be seen, and hide it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for window in seen:
        window.hide()
    return sorted(f"{type(each).__name__} {each.objectName()!r}" for each in seen)
