"""A dialog over whoever asks for it: no loop of its own, and gone with them.

``exec()`` and Qt's static questions wait in a loop within the caller. When the card is pulled meanwhile, the
lock deletes the desk inside that loop, and what waits in it returns into what is no longer there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QWidget


def outermost(asker: QWidget) -> QWidget:
    """Return the window that all windows around ``asker`` were opened from: the parent of a dialog over it.

    It outlives them all, and so does the dialog while a box of Qt's own waits in it.
    """
    window = asker.window()
    beneath = window.parentWidget()
    return window if beneath is None else outermost(beneath)


def open_over(dialog: QDialog, asker: QWidget) -> None:
    """Open ``dialog``, a child of ``outermost(asker)``, window-modally over the window of ``asker``.

    It is put away once the asker, or what it stands in, is hidden; a minimised window hides nothing. It
    deletes itself when it has ended.
    """
    if asker.window() is not dialog.parentWidget():
        dialog.winId()  # makes its window, which can be told what it stands over
        dialog.windowHandle().setTransientParent(asker.window().windowHandle())
    _Watch(dialog, asker)
    dialog.open()


class _Watch(QObject):
    """Lives with the dialog; looks at the asker and at all that it stands in."""

    def __init__(self, dialog: QDialog, asker: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        at: QWidget | None = asker
        while at is not None:
            at.installEventFilter(self)
            at = at.parentWidget()
        asker.destroyed.connect(dialog.reject)
        dialog.finished.connect(dialog.deleteLater)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put the dialog away when a lock or another page takes the asker off the screen."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous() and self._dialog.isVisible():
            self._put_away()
        return False

    def _put_away(self) -> None:
        """Close it with the menus and boxes that Qt opened in it."""
        for each in self._dialog.findChildren(QWidget):
            if each.isWindow() and each.isVisible():
                each.close()
        self._dialog.reject()
