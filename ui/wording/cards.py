"""Sentences for what goes wrong with readers, cards, PINs and certificates (``cardio.errors``)."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

CARDS: Final = {
    "card": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card could not be read."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Take the card out, put it in again. If it happens again, call the site admin.",
        ),
    ),
    "no_service": Entry(
        QT_TRANSLATE_NOOP("Wording", "The smart-card service of this computer is not running."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It is being looked for again by itself. If this stays for a minute, restart the computer "
            "or call the site admin.",
        ),
    ),
    "no_reader": Entry(
        QT_TRANSLATE_NOOP("Wording", "No card reader is connected."),
        QT_TRANSLATE_NOOP("Wording", "Plug the reader in; the program notices by itself."),
    ),
    "reader_not_answering": Entry(
        QT_TRANSLATE_NOOP("Wording", "The reader does not answer."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Unplug the reader and plug it in again. The other readers keep working.",
        ),
    ),
    "reader_fault": Entry(
        QT_TRANSLATE_NOOP("Wording", "The reader reported a fault."),
        QT_TRANSLATE_NOOP("Wording", "Unplug the reader and plug it in again."),
    ),
    "card_removed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card was taken out too early."),
        QT_TRANSLATE_NOOP("Wording", "Put the card in again and leave it there until the work is done."),
    ),
    "card_was_reset": Entry(
        QT_TRANSLATE_NOOP("Wording", "Another program interrupted the card."),
        QT_TRANSLATE_NOOP("Wording", "Try again. If it happens often, close other programs that use cards."),
    ),
    "card_held_elsewhere": Entry(
        QT_TRANSLATE_NOOP("Wording", "Another program is using this card."),
        QT_TRANSLATE_NOOP("Wording", "Close that program (signing tool, tax declaration…) and try again."),
    ),
    "number_only": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card has only a number, no key: it cannot sign in."),
        QT_TRANSLATE_NOOP(
            "Wording", "Put your civil-servant card in. Where the city allows it, this one can check in."
        ),
    ),
    "card_mute": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card does not answer."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Check that the chip faces the right way and is clean, then put the card in again.",
        ),
    ),
    "unknown_card": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is not a civil-servant card."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Use the card your agency issued for sign-in. Bank cards and citizen cards do not work here.",
        ),
    ),
    "contactless_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The PIN works only with the card in the slot."),
        QT_TRANSLATE_NOOP("Wording", "Put the card into the reader's slot, chip first."),
    ),
    "pin_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "Wrong PIN."),
        QT_TRANSLATE_NOOP("Wording", "Tries left: {tries_left}. At zero the card locks itself."),
    ),
    "entry_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card refused what was typed."),
        QT_TRANSLATE_NOOP(
            "Wording", "Type it again with care: the card does not tell how many tries are left."
        ),
    ),
    "pin_blocked": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card is locked: the PIN was wrong too many times."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Call the site admin of your unit to unlock the card. The PIN does not need to be typed "
            "any more.",
        ),
    ),
    "pin_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card does not take a PIN of this form."),
        QT_TRANSLATE_NOOP("Wording", "Choose 6 to 8 digits as the card's issuer asks. No try was spent."),
    ),
    "issuer_only": Entry(
        QT_TRANSLATE_NOOP("Wording", "Only the card's issuer can set this PIN anew."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It is the PIN of the whole card, not of this application alone. Take the card to the place that "
            "issued it. No try was spent.",
        ),
    ),
    "pin_entry_timed_out": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nothing was typed on the reader in time."),
        QT_TRANSLATE_NOOP("Wording", "Start again and type on the reader's keys. No try was spent."),
    ),
    "pin_entry_cancelled": Entry(
        QT_TRANSLATE_NOOP("Wording", "The entry was cancelled on the reader."),
        QT_TRANSLATE_NOOP("Wording", "Start again whenever you like. No try was spent."),
    ),
    "pin_entry_differs": Entry(
        QT_TRANSLATE_NOOP("Wording", "The new PIN was not typed alike twice."),
        QT_TRANSLATE_NOOP("Wording", "Start again on the reader's keys. No try was spent."),
    ),
    "pin_pad_failed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The keys of the reader do not work with this card."),
        QT_TRANSLATE_NOOP("Wording", "Take the card out and put it in again, then type the PIN here."),
    ),
    "puk_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "Wrong PUK."),
        QT_TRANSLATE_NOOP(
            "Wording", "Tries left: {tries_left}. At zero the card can never be unlocked again."
        ),
    ),
    "puk_blocked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The PUK is locked: it was wrong too many times."),
        QT_TRANSLATE_NOOP("Wording", "Take the card to the issuing office; it must be written again."),
    ),
    "token_pin_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "The token refused the PIN."),
        QT_TRANSLATE_NOOP(
            "Wording", "Type it again with care: the token does not tell how many tries are left."
        ),
    ),
    "token_cannot": Entry(
        QT_TRANSLATE_NOOP("Wording", "This token cannot do that ({what})."),
        QT_TRANSLATE_NOOP(
            "Wording", "Use your civil-servant card, or ask the token's issuer for a newer one."
        ),
    ),
    "token_module_failed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The software of the token's maker stopped working ({reason})."),
        QT_TRANSLATE_NOOP(
            "Wording", "Plug the token in again. If it happens again, have its software installed anew."
        ),
    ),
    "pin_format": Entry(
        QT_TRANSLATE_NOOP("Wording", "This cannot be a PIN: 6 to 8 digits, or letters without marks."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Turn the Vietnamese input method (Unikey) off and type it again. Nothing was sent to the card "
            "and no try was spent.",
        ),
    ),
    "conditions_not_satisfied": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card refuses this without the PIN."),
        QT_TRANSLATE_NOOP("Wording", "Sign in again with card and PIN."),
    ),
    "object_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card is not complete: a certificate or key is missing."),
        QT_TRANSLATE_NOOP("Wording", "Take the card to the issuing office; it must be written again."),
    ),
    "protocol_violation": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card answered in a way that no such card may."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Try another card. If only this card does so, take it to the issuing office.",
        ),
    ),
    "answer_too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's answer was too long and was cut off."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Try another card. If only this card does so, take it to the issuing office.",
        ),
    ),
    "apdu_error": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card refused the operation."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Take the card out, put it in again. If it happens again, call the site admin.",
        ),
    ),
    "unsupported_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's key is of a kind that this program does not use ({name})."),
        QT_TRANSLATE_NOOP("Wording", "Take the card to the issuing office."),
    ),
    "expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's certificate ended on {not_after}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Ask the issuing office for a new card; for today the site admin can issue a temporary one.",
        ),
    ),
    "not_yet_valid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's certificate is valid only from {not_before}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Check the date and time of this computer. If they are right, call the issuing office.",
        ),
    ),
    "foreign_issuer": Entry(
        QT_TRANSLATE_NOOP("Wording", "This card was issued by somebody else ({issuer})."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Use the card your own city issued. If it is that card, call the site admin.",
        ),
    ),
    "wrong_purpose": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's certificate is not meant for this."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Use your civil-servant card for sign-in. If it is that card, call the issuing office.",
        ),
    ),
    "bad_signature": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's certificate is forged or damaged."),
        QT_TRANSLATE_NOOP("Wording", "Do not use this card. Hand it to the site admin."),
    ),
    "revoked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card was revoked on {since}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Call the site admin. If the card was reported lost and found again, it must be replaced.",
        ),
    ),
    "wrong_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's key does not belong to its certificate."),
        QT_TRANSLATE_NOOP("Wording", "Do not use this card. Hand it to the site admin."),
    ),
    "object_altered": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card holds data that its issuer did not sign."),
        QT_TRANSLATE_NOOP("Wording", "Do not use this card. Hand it to the site admin."),
    ),
    "approval_other_card": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card in the reader is not the one you signed in with."),
        QT_TRANSLATE_NOOP("Wording", "No PIN was tried. Put your own card back and sign again."),
    ),
    "crl_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The new list of revoked cards could not be accepted."),
        QT_TRANSLATE_NOOP("Wording", "Work goes on with the last good list. It is fetched again by itself."),
    ),
}
