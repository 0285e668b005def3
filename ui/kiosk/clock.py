"""The huge clock and the date under it, in the city's zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.deadlines import ZONE
from ui.language import Translated, translate
from ui.theme import KIOSK, interface_font

_CLOCK, _DATE = 130, 36
"""Sizes in units of a screen of 1080 lines."""
_TICK_MS = 250


class KioskClock(Translated, QWidget):
    """Shows ``now()``; seconds included, so that everybody sees that the kiosk lives."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._time, self._date = QLabel(self), QLabel(self)
        self._time.setObjectName("kiosk.clock")
        self._date.setObjectName("kiosk.date")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self._time, self._date):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setStyleSheet(f"color: {KIOSK.text};")
            layout.addWidget(label)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.retranslate)
        self._timer.start()
        self.retranslate()

    def set_unit(self, unit: float) -> None:
        """Scale by ``unit``."""
        self._time.setFont(_font(_CLOCK * unit, QFont.Weight.DemiBold))
        self._date.setFont(_font(_DATE * unit, QFont.Weight.Normal))

    @Slot()
    def retranslate(self) -> None:
        """Show time and date as they are now."""
        now = self._now().astimezone(ZONE)
        self._time.setText(f"{now:%H:%M:%S}")
        self._date.setText(f"{weekday(now)}, {now:%d/%m/%Y}")


def weekday(day: datetime) -> str:
    """Return the name of the day of the week."""
    names = (
        translate("Kiosk", "Monday"),
        translate("Kiosk", "Tuesday"),
        translate("Kiosk", "Wednesday"),
        translate("Kiosk", "Thursday"),
        translate("Kiosk", "Friday"),
        translate("Kiosk", "Saturday"),
        translate("Kiosk", "Sunday"),
    )
    return names[day.weekday()]


def _font(pixels: float, weight: QFont.Weight) -> QFont:
    font = interface_font(max(1, round(pixels)))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
