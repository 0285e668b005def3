"""One certificate of the card: what for, until when, holder, issuer, chain, revocation, kind of key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from cardio.errors import CardError
from cardio.piv import Slot
from desktop_app.sign_in.my_card import SlotCertificate
from ui.language import translate
from ui.my_card import texts
from ui.theme import SPACING
from ui.widgets.tone import Tone
from ui.widgets.wrapped_text import WrappedText
from ui.wording import sentence


class SlotCard(QFrame):
    """Made anew each time the card is read or the language changes."""

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"myCard.slot.{slot:02X}")
        self.setProperty("role", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACING.wide, SPACING.normal, SPACING.wide, SPACING.normal)
        self._layout.setSpacing(SPACING.tight)
        heading = QLabel(f"{texts.slot_text(slot)}  ·  {slot:02X}", self)
        heading.setProperty("role", "strong")
        self._layout.addWidget(heading)
        self._name = heading.text()

    def show_certificate(self, seen: SlotCertificate) -> None:
        """Show what was read of this slot."""
        self._mark(*texts.validity(seen))
        facts = (
            (translate("MyCard", "Holder"), seen.holder),
            (translate("MyCard", "Issuer"), seen.issuer),
            (translate("MyCard", "Vouched for by"), texts.chain_text(seen)),
            (translate("MyCard", "Revocation"), texts.revocation_text(seen.health.revocation)),
            (translate("MyCard", "Key"), texts.key_text(seen)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACING.normal)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            label = QLabel(name, self)
            label.setProperty("role", "muted")
            text = WrappedText(parent=self)
            text.setText(value)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        self._layout.addLayout(grid)

    def show_problem(self, problem: CardError | None) -> None:
        """Show why this slot tells nothing; None where it is empty."""
        if problem is None:
            self._mark(Tone.NEUTRAL, translate("MyCard", "This card has no key of this kind."))
        else:
            self._mark(Tone.DANGER, sentence(problem).title)

    def _mark(self, tone: Tone, text: str) -> None:
        mark = WrappedText("muted" if tone is Tone.NEUTRAL else tone.value, self)
        mark.setText(f"● {text}")
        self._layout.addWidget(mark)
        self.setAccessibleName(f"{self._name}: {text}")
