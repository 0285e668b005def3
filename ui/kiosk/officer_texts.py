"""The words of the panel for officers."""

from __future__ import annotations

from enum import Enum

from desktop_app.domain.attendance import EntryReason
from ui.language import translate
from ui.wording import Wording


class Missing(Enum):
    """What must be there before a card is asked to sign."""

    PERSON = "person"
    DIRECTION = "direction"
    REASON = "reason"


def missing_text(missing: Missing) -> Wording:
    """Return what is missing, and what to do about it."""
    match missing:
        case Missing.PERSON:
            return Wording(translate("Kiosk", "Choose the person."), "")
        case Missing.DIRECTION:
            return Wording(translate("Kiosk", "Choose IN or OUT."), "")
        case Missing.REASON:
            return Wording(translate("Kiosk", "Choose the reason."), "")


def heading(*, enter: bool) -> str:
    """Return what the panel is for."""
    if enter:
        return translate("Kiosk", "Supervised entry")
    return translate("Kiosk", "Leave the kiosk")


def hint(*, enter: bool) -> str:
    """Return whose card it takes, and that the journal will say so."""
    if enter:
        return translate(
            "Kiosk",
            "Put a supervisor's card into the slot. The journal records who entered whom, and why; such an "
            "entry counts for less than a tap.",
        )
    return translate("Kiosk", "Put a site admin's card into the slot. The journal records who left and when.")


def reason_text(reason: EntryReason) -> str:
    """Return why a person is entered by hand."""
    match reason:
        case EntryReason.CARD_FORGOTTEN:
            return translate("Kiosk", "Card forgotten")
        case EntryReason.CARD_LOST:
            return translate("Kiosk", "Card lost")
        case EntryReason.CARD_BROKEN:
            return translate("Kiosk", "Card broken")
        case EntryReason.NO_CARD_YET:
            return translate("Kiosk", "No card yet")
        case EntryReason.READER_FAULT:
            return translate("Kiosk", "Reader out of order")
