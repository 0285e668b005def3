"""One certificate of the card: what for, until when, holder, issuer, chain, revocation, kind of key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cardio.errors import CardError
from cardio.piv import Slot
from desktop_app.ceremonies.my_card import SlotCertificate
from ui.language import translate
from ui.my_card import texts
from ui.my_card.facts_card import FactsCard
from ui.widgets.tone import Tone
from ui.wording import sentence


class SlotCard(FactsCard):
    """The certificate of one slot, or why there is none."""

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(f"myCard.slot.{slot:02X}", f"{texts.slot_text(slot)}  ·  {slot:02X}", parent)

    def show_certificate(self, seen: SlotCertificate) -> None:
        """Show what was read of this slot."""
        self.add_mark(*texts.validity(seen))
        self.add_facts(
            (
                (translate("MyCard", "Holder"), seen.holder),
                (translate("MyCard", "Issuer"), seen.issuer),
                (translate("MyCard", "Vouched for by"), texts.chain_text(seen)),
                (translate("MyCard", "Revocation"), texts.revocation_text(seen.health.revocation)),
                (translate("MyCard", "Key"), texts.key_text(seen)),
            )
        )

    def show_problem(self, problem: CardError | None) -> None:
        """Show why this slot tells nothing; None where it is empty."""
        if problem is None:
            self.add_mark(Tone.NEUTRAL, translate("MyCard", "This card has no key of this kind."))
        else:
            self.add_mark(Tone.DANGER, sentence(problem).title)
