"""One virtual card as it lies on the desk: role, holder, PIN, state, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.language import Translated, translate
from ui.theme import SPACING
from ui.training.deck import Label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.role import set_role

_ICON = 22


class CardView(Translated, QFrame):
    """Emits the card's key with what a hand does with it."""

    inserted = Signal(str)
    tapped = Signal(str)

    def __init__(self, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self.setObjectName(f"tray.card.{label.key}")
        self.setProperty("role", "card")
        self._role, self._holder = QLabel(self), ElidedLabel(self)
        self._role.setProperty("role", "strong")
        self._holder.setProperty("role", "muted")
        self._state, self._pin = QLabel(self), QLabel(self)
        self._pin.setProperty("role", "dense")
        self._pin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._insert, self._tap = QPushButton(self), QPushButton(self)
        self._insert.setObjectName(f"tray.insert.{label.key}")
        self._tap.setObjectName(f"tray.tap.{label.key}")
        self._insert.clicked.connect(self._insert_clicked)
        self._tap.clicked.connect(self._tap_clicked)
        self._lay_out()
        self.show_inserted(inserted=False)

    def _lay_out(self) -> None:
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap("card", "accent", _ICON))
        head = QHBoxLayout()
        head.setSpacing(SPACING.small)
        head.addWidget(picture)
        head.addWidget(self._role)
        head.addWidget(self._state)
        head.addStretch()
        head.addWidget(self._pin)
        hands = QHBoxLayout()
        hands.setSpacing(SPACING.small)
        hands.addWidget(self._holder, 1)
        hands.addWidget(self._insert)
        hands.addWidget(self._tap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        layout.setSpacing(SPACING.tight)
        layout.addLayout(head)
        layout.addLayout(hands)

    @Slot()
    def _insert_clicked(self) -> None:
        self.inserted.emit(self._label.key)

    @Slot()
    def _tap_clicked(self) -> None:
        self.tapped.emit(self._label.key)

    def show_inserted(self, *, inserted: bool) -> None:
        """Show whether the card is in the desk's reader."""
        set_role(self._insert, "primary" if inserted else "", "kind")
        self._inserted = inserted
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language in force."""
        label = self._label
        self._role.setText(label.label)
        self._holder.setText(label.name)
        self._holder.setToolTip(f"{label.name} · {label.unit}")
        self._pin.setText(translate("Training", "PIN {pin}").format(pin=label.pin) if label.pin else "")
        self._state.setText(_state_text(label.state))
        self._state.setProperty("role", "danger")
        self._state.setVisible(label.state != "valid" and self._state.text() not in label.label)
        self._insert.setText(
            translate("Training", "In the reader")
            if self._inserted
            else translate("Training", "Put into reader")
        )
        self._tap.setText(translate("Training", "Tap at the kiosk"))
        for button in (self._insert, self._tap):
            button.setAccessibleName(f"{button.text()}: {label.label}, {label.name}")


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
