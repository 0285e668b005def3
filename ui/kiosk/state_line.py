"""The one huge line of state: ready, reading, hold still, take the card, no reader, wrong direction noted."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.attendance import Direction
from ui.language import Translated, translate
from ui.theme import KIOSK, interface_font

_SIZE = 70
HOLD_AFTER_MS = 400
STAY_MS = 2500


class KioskState(StrEnum):
    """What the line says."""

    READY = "ready"
    READING = "reading"
    HOLD = "hold"
    TAKE_CARD = "take_card"
    NOTED = "noted"
    NO_READER = "no_reader"
    NO_SERVICE = "no_service"
    NOT_ENROLLED = "not_enrolled"


class StateLine(Translated, QLabel):
    """Returns to ready by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk.state")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setStyleSheet(f"color: {KIOSK.text};")
        self._state = self._resting = KioskState.READY
        self._lane: Direction | None = None
        self._hold = self._single_shot(HOLD_AFTER_MS)
        self._hold.timeout.connect(self._ask_to_hold)
        self._stay = self._single_shot(STAY_MS)
        self._stay.timeout.connect(self.rest)
        self.retranslate()

    def _single_shot(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def set_unit(self, unit: float) -> None:
        """Scale by ``unit`` (1.0 at 1080 lines)."""
        font = interface_font(max(1, round(_SIZE * unit)))
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def state(self) -> KioskState:
        """Return what the line says."""
        return self._state

    def show_lane(self, lane: Direction | None) -> None:
        """Say which way everybody goes who taps here, where that was fixed at enrolment."""
        if self._lane is not lane:
            self._lane = lane
            self.retranslate()

    def rest_at(self, state: KioskState) -> None:
        """Say ``state`` whenever nothing else is to be said."""
        moved = self._state is self._resting
        self._resting = state
        if moved:
            self._say(state)

    def reading(self) -> None:
        """A card is being read; after a while ask to hold it still."""
        self._stay.stop()
        self._say(KioskState.READING)
        self._hold.start()

    def say_for_a_while(self, state: KioskState) -> None:
        """Say ``state``, then rest."""
        self._hold.stop()
        self._say(state)
        self._stay.start(STAY_MS)

    @Slot()
    def rest(self) -> None:
        """Nothing is going on."""
        self._hold.stop()
        self._stay.stop()
        self._say(self._resting)

    @Slot()
    def _ask_to_hold(self) -> None:
        self._say(KioskState.HOLD)

    def _say(self, state: KioskState) -> None:
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the state."""
        ready = self._state is KioskState.READY and self._lane is not None
        self.setText(_lane_words(self._lane) if ready else _words(self._state))
        self.setAccessibleName(self.text())


def _lane_words(lane: Direction | None) -> str:
    if lane is Direction.OUT:
        return translate("Kiosk", "OUT: present your card")
    return translate("Kiosk", "IN: present your card")


def _words(state: KioskState) -> str:
    match state:
        case KioskState.READY:
            return translate("Kiosk", "Present your card")
        case KioskState.READING:
            return translate("Kiosk", "Reading…")
        case KioskState.HOLD:
            return translate("Kiosk", "Hold the card still…")
        case KioskState.TAKE_CARD:
            return translate("Kiosk", "Please take your card")
        case KioskState.NOTED:
            return translate("Kiosk", "Noted: other direction")
        case KioskState.NO_READER:
            return translate("Kiosk", "Waiting for the reader")
        case KioskState.NO_SERVICE:
            return translate("Kiosk", "Waiting for the smart-card service")
        case KioskState.NOT_ENROLLED:
            return translate("Kiosk", "This kiosk is not enrolled")
