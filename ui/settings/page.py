"""The settings page: a column of sections, one way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.settings.anchors import AnchorsSection
from ui.settings.appearance import AppearanceSection
from ui.settings.comfort import ComfortSection
from ui.settings.completeness import CompletenessSection
from ui.settings.epoch import EpochSection
from ui.settings.language import LanguageSection
from ui.settings.notices import NoticesSection
from ui.settings.preferences import Preferences
from ui.settings.readers import ReadersSection
from ui.settings.scanner import ScannerSection
from ui.settings.tokens import TokensSection
from ui.settings.workstation import WorkstationSection
from ui.widgets.side_page import SidePage

if TYPE_CHECKING:
    from desktop_app.core import Core
    from ui.bridge import Bridge
    from ui.tasks import Tasks


class SettingsPage(SidePage):
    """Language, appearance, centre, readers, tokens, anchors, journal, terminals, notices, comfort."""

    guide_page: ClassVar[str] = "12-settings"

    widest: ClassVar[int] = 720

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        tasks: Tasks,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("settings", parent)
        self.readers = ReadersSection(core, bridge, preferences, self)
        self._workstation = WorkstationSection(core, self)
        self._epoch = EpochSection(core, tasks, self)
        self._epoch.unfolded.connect(self._show_epoch)
        self._completeness = CompletenessSection(core, tasks, self)
        sections = (
            self._completeness,  # what a supervisor comes here for; others do not see it
            LanguageSection(preferences, self),
            AppearanceSection(preferences, self),
            self._workstation,
            self.readers,
            ScannerSection(preferences, self),
            TokensSection(core, tasks, preferences, self),
            AnchorsSection(core, tasks, self),
            self._epoch,
            NoticesSection(preferences, self),
            ComfortSection(preferences, self),
        )
        for section in sections:
            self.column.addWidget(section)
        self.retranslate()

    def show_readers(self) -> None:
        """Bring the section on the readers into view."""
        self.bring(self.readers)

    @Slot()
    def _show_epoch(self) -> None:
        """Bring what was unfolded into view, once it has its place."""
        QTimer.singleShot(0, self._epoch, lambda: self.bring(self._epoch))

    def showEvent(self, event: QShowEvent) -> None:
        """Show the enrolment and the readers as they are now."""
        super().showEvent(event)
        self._completeness.refresh()
        self._workstation.refresh()
        self.readers.refresh()

    def retranslate(self) -> None:
        """Set the texts of the page itself."""
        super().retranslate()
        self.heading.setText(translate("Settings", "Settings"))
