"""Which folder a file was last taken from or put into, for each purpose; kept from one start to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_SECTION = "folders"


class Folders:
    """By name of a purpose; without a file of its own it remembers until the program ends."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._kept: QSettings | None = None

    def keep_in(self, file: Path) -> None:
        """Keep what is remembered in an INI file, beside what else it holds."""
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def last(self, purpose: str) -> Path:
        """Return the folder to begin in: the last one if it is still there, else the documents."""
        known = self._known.get(purpose)
        if known is None and self._kept is not None:
            known = str(self._kept.value(f"{_SECTION}/{purpose}", ""))
        if known and Path(known).is_dir():
            return Path(known)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def remember(self, purpose: str, folder: Path) -> None:
        """Begin there the next time."""
        self._known[purpose] = str(folder)
        if self._kept is not None:
            self._kept.setValue(f"{_SECTION}/{purpose}", str(folder))


FOLDERS = Folders()
"""Of this program."""
