"""The section on the code scanner of the counter: a keyboard's, or one on a serial port."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.language import translate
from ui.settings.preferences import Preferences
from ui.settings.section import Section
from ui.widgets.choice_box import ChoiceBox


class ScannerSection(Section):
    """Lists the serial ports that are there, and the one chosen even while it is not."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("scanner", parent)
        self._preferences = preferences
        self._port = ChoiceBox(self)
        self._port.setObjectName("settings.scannerPort")
        self._port.activated.connect(self._chosen)
        self._label = self.add_row(self._port, fixed=preferences.current().fixed("scanner_port"))
        self._hint = QLabel(self)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.add_wide(self._hint)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the ports anew: a scanner is plugged in at any time."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """List the ports."""
        from ui.counter.serial_scanner import ports  # loads Qt's serial port; the start does without

        chosen = self._preferences.current().scanner_port
        self._port.clear()
        self._port.addItem(translate("Settings", "It types like a keyboard"), "")
        for name in sorted({*ports(), *filter(None, (chosen,))}):
            self._port.addItem(name, name)
        self._port.setCurrentIndex(self._port.findData(chosen))

    @Slot(int)
    def _chosen(self, _index: int) -> None:
        self._preferences.change(scanner_port=self._port.currentData())

    def retranslate(self) -> None:
        """Set the texts."""
        self.heading.setText(translate("Settings", "Code scanner of the counter"))
        self._label.setText(translate("Settings", "Connected by"))
        self._port.setAccessibleName(translate("Settings", "How the code scanner is connected"))
        self._hint.setText(
            translate(
                "Settings",
                "A scanner that types like a keyboard damages Vietnamese letters, so only digits and dates "
                "are taken from it. On a serial port the letters arrive whole.",
            )
        )
        if self._port.count():
            self.refresh()
