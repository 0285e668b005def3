"""Where a window was when it was last closed: kept in a file of its own, a broken one counts as none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget


class Geometry:
    """Size and place of one window, by name, in an INI file of the program's home."""

    def __init__(self, file: Path, name: str) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._key = f"{name}/geometry"

    def restore(self, window: QWidget, default: QSize) -> None:
        """Put ``window`` where it was, else give it the ``default`` size or the screen's."""
        kept = self._settings.value(self._key)
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            window.resize(default.boundedTo(window.screen().availableSize()))

    def keep(self, window: QWidget) -> None:
        """Remember where ``window`` is."""
        self._settings.setValue(self._key, window.saveGeometry())
        self._settings.sync()
