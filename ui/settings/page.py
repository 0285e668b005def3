"""The settings page: a column of sections, one way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.settings.anchors import AnchorsSection
from ui.settings.appearance import AppearanceSection
from ui.settings.comfort import ComfortSection
from ui.settings.epoch import EpochSection
from ui.settings.language import LanguageSection
from ui.settings.preferences import Preferences
from ui.settings.readers import ReadersSection
from ui.settings.scanner import ScannerSection
from ui.settings.tokens import TokensSection
from ui.settings.workstation import WorkstationSection
from ui.shell import shortcuts
from ui.theme import SPACING

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.tasks import Tasks

_WIDTH = 720


class SettingsPage(Translated, QWidget):
    """Language, appearance, centre, readers, tokens, anchors, journal, comfort."""

    back_asked = Signal()

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        tasks: Tasks,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._back = QPushButton(self)
        self._back.setObjectName("settings.back")
        self._back.setProperty("kind", "quiet")
        self._back.setIcon(icons.icon("back"))
        self._back.clicked.connect(self.back_asked)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "title")
        self.readers = ReadersSection(core, bridge, preferences, self)
        self._workstation = WorkstationSection(core, self)
        self._sections = (
            LanguageSection(preferences, self),
            AppearanceSection(preferences, self),
            self._workstation,
            self.readers,
            ScannerSection(preferences, self),
            TokensSection(core, tasks, preferences, self),
            AnchorsSection(core, tasks, self),
            EpochSection(core, tasks, self),
            ComfortSection(preferences, self),
        )
        self._lay_out()
        shortcuts.connect(shortcuts.SETTINGS, self)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(SPACING.wide, SPACING.wide, SPACING.wide, SPACING.section)
        inner.setSpacing(SPACING.normal)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._back)
        inner.addLayout(top)
        for section in self._sections:
            inner.addWidget(section)
        inner.addStretch()
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(middle)
        self._scroll.viewport().setAutoFillBackground(False)
        middle.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    @Slot()
    def go_back(self) -> None:
        """Leave the page."""
        self.back_asked.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the page."""
        self._back.setFocus()

    def show_readers(self) -> None:
        """Bring the section on the readers into view."""
        self._scroll.ensureWidgetVisible(self.readers)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the enrolment and the readers as they are now."""
        super().showEvent(event)
        self._workstation.refresh()
        self.readers.refresh()

    def retranslate(self) -> None:
        """Set the texts of the page itself."""
        self._heading.setText(translate("Settings", "Settings"))
        self._back.setText(translate("Settings", "Back"))
        self._back.setAccessibleName(translate("Settings", "Back"))
