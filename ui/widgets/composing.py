"""The word an input method is composing: ended where it stands, before anything else happens.

An input method that is asked synchronously (ibus with ``IBUS_ENABLE_SYNC_MODE``) answers a key at once and
sends the letters after it, as a signal that waits in the event queue. A key that confirms or leaves would be
served first: the end of a sentence would miss, or the word land in the field that has the focus next.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication


def finish_composing() -> None:
    """Let arrive what was composed so far and end the word; it belongs to the field that has the focus."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
    QGuiApplication.inputMethod().commit()
