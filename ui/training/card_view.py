"""One virtual card as it lies on the desk: role, holder, PIN, state, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.training.deck import Label
from ui.training.item_view import ItemView


class CardView(ItemView):
    """Emits the card's key with what a hand does with it."""

    inserted = Signal(str)
    tapped = Signal(str)

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(f"tray.card.{label.key}", "card", "", parent)
        self._label = label
        self._place.setObjectName(f"tray.insert.{label.key}")
        self._other.setObjectName(f"tray.tap.{label.key}")
        self.retranslate()

    def place(self) -> None:
        """Put it into the desk's reader, or take it out."""
        self.inserted.emit(self._label.key)

    def use(self) -> None:
        """Tap it at the kiosk."""
        self.tapped.emit(self._label.key)

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        label = self._label
        self._title.setText(label.label)
        self._holder.setText(label.name)
        self._holder.setToolTip(f"{label.name} · {label.unit}")
        self._printed.setText(translate("Training", "PIN {pin}").format(pin=label.pin) if label.pin else "")
        self._remark.setText(_state_text(label.state))
        self._remark.setVisible(label.state != "valid" and self._remark.text() not in label.label)
        place = (
            translate("Training", "In the reader")
            if self._is_there
            else translate("Training", "Put into reader")
        )
        self._say(place, translate("Training", "Tap at the kiosk"), f"{label.label}, {label.name}")


def _state_text(state: str) -> str:
    match state:
        case "expired":
            return translate("Training", "expired")
        case "revoked":
            return translate("Training", "revoked")
        case "blocked":
            return translate("Training", "blocked")
        case _:
            return ""
