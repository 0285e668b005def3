"""The button that turns the last tap: it says whose, for ten seconds; an annotation, never an edit."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain.attendance import WELCOME, Direction, TapKind
from desktop_app.news import TapResult
from ui.kiosk.faces import name_of
from ui.language import Translated, translate

OFFERED_MS = 10_000


class WrongDirection(Translated, QPushButton):
    """Hidden until a tap can be turned; it says whose, because the next person may stand there already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk.wrongDirection")
        self._tap: TapResult | None = None
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the answers above stay where they are
        self.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(OFFERED_MS)
        self._timer.timeout.connect(self.withdraw)
        self.hide()

    def offer(self, tap: TapResult) -> None:
        """Offer to turn ``tap``, if it went one way; the tap before it is no longer offered."""
        if tap.kind is TapKind.TAP and tap.verdict in WELCOME and tap.direction is not None:
            self._tap = tap
            self.retranslate()
            self.show()
            self._timer.start()

    def withdraw(self) -> None:
        """Offer nothing."""
        self._timer.stop()
        self._tap = None
        self.hide()

    def take(self) -> tuple[str, Direction] | None:
        """Return the tap on offer, by its event, with the other direction; it is offered once."""
        tap, self._tap = self._tap, None
        self.withdraw()
        return (tap.event_id, tap.direction.opposite) if tap and tap.direction else None

    def set_unit(self, unit: float) -> None:
        """Scale with the screen: ``unit`` is 1.0 at 1080 lines."""
        self.setStyleSheet(f"font-size: {max(14, round(30 * unit))}px; padding: 4px 24px;")

    def retranslate(self) -> None:
        """Say whose tap and which way it would go."""
        if self._tap is None:
            return
        asked = (
            translate("Kiosk", "{name}: not IN? Change to OUT (F2)")
            if self._tap.direction is Direction.IN
            else translate("Kiosk", "{name}: not OUT? Change to IN (F2)")
        )
        said = asked.format(name=name_of(self._tap) or translate("Kiosk", "Last tap"))
        self.setText(said)
        self.setAccessibleName(said)
