"""The settings as the sections see them: read one, change one, keep it on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_app.core import Core
    from desktop_app.settings import Settings


class Preferences(QObject):
    """Changes go through here, so that everybody hears of them."""

    changed = Signal()

    def __init__(self, core: Core, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._core = core

    def current(self) -> Settings:
        """Return the settings in force."""
        return self._core.settings

    def change(self, **values: object) -> None:
        """Set ``values`` and keep them; raise ``SettingFixed`` for what the policy sets, ``OSError``."""
        self._core.change_settings(**values)
        self.changed.emit()
