"""Sentences for what the card doctor finds (``desktop_app.doctor.causes``) and no error says already."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

_NOTHING: Final = QT_TRANSLATE_NOOP("Wording", "Nothing to do.")

DOCTOR: Final = {
    "service_running": Entry(QT_TRANSLATE_NOOP("Wording", "The smart-card service runs."), _NOTHING),
    "service_away": Entry(
        QT_TRANSLATE_NOOP(
            "Wording", "The smart-card service is not running; training readers work all the same."
        ),
        QT_TRANSLATE_NOOP(
            "Wording", "For real cards plug a reader in, or have the site admin start the service."
        ),
    ),
    "reader_present": Entry(QT_TRANSLATE_NOOP("Wording", "The reader is connected."), _NOTHING),
    "driver_answers": Entry(QT_TRANSLATE_NOOP("Wording", "The readers' driver answers."), _NOTHING),
    "no_reader_remote": Entry(
        QT_TRANSLATE_NOOP("Wording", "This remote desktop has no card reader: none is handed on to it."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Switch on smart cards under Local Resources of the remote connection and connect again, or work "
            "at the computer itself.",
        ),
    ),
    "driver_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "A reader is plugged in, but no driver serves it ({count})."),
        QT_TRANSLATE_NOOP("Wording", "Have the site admin install the reader's driver."),
    ),
    "driver_unknown": Entry(
        QT_TRANSLATE_NOOP(
            "Wording", "No reader is listed; whether one lacks its driver cannot be seen here."
        ),
        QT_TRANSLATE_NOOP(
            "Wording",
            "If a reader is plugged in, look for it in the system's device manager and have its driver "
            "installed.",
        ),
    ),
    "token_plugged_in": Entry(
        QT_TRANSLATE_NOOP("Wording", "The module works; tokens plugged in: {count}."), _NOTHING
    ),
    "token_none": Entry(QT_TRANSLATE_NOOP("Wording", "The module works; no token is plugged in."), _NOTHING),
    "token_no_module": Entry(
        QT_TRANSLATE_NOOP("Wording", "No module for signing tokens is set up: cards need none."), _NOTHING
    ),
    "token_module_asked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The module is still being loaded."),
        QT_TRANSLATE_NOOP("Wording", "Examine again in some seconds."),
    ),
    "no_card": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no card in a reader to examine."),
        QT_TRANSLATE_NOOP("Wording", "Put the card in and examine again."),
    ),
    "card_answers": Entry(QT_TRANSLATE_NOOP("Wording", "The card answers."), _NOTHING),
    "pin_last_try": Entry(
        QT_TRANSLATE_NOOP("Wording", "One PIN try is left on this card."),
        QT_TRANSLATE_NOOP(
            "Wording", "Type the PIN slowly; if you are not sure of it, have it unblocked by PUK first."
        ),
    ),
    "profile_sign_in": Entry(QT_TRANSLATE_NOOP("Wording", "The card is made for sign-in."), _NOTHING),
    "profile_tap": Entry(
        QT_TRANSLATE_NOOP("Wording", "Held to the reader, the card can check in."),
        QT_TRANSLATE_NOOP("Wording", "To examine it for sign-in, put it into a slot."),
    ),
    "document_readable": Entry(
        QT_TRANSLATE_NOOP(
            "Wording", "A citizen card or passport lies here; EF.CardAccess reads, the chip opens by {ways}."
        ),
        QT_TRANSLATE_NOOP(
            "Wording", "Read it at the counter: type the number or scan the code, and the chip opens."
        ),
    ),
    "document_at_staff_reader": Entry(
        QT_TRANSLATE_NOOP(
            "Wording",
            "This is a citizen card or passport, not a staff card; EF.CardAccess reads, the chip opens by "
            "{ways}.",
        ),
        QT_TRANSLATE_NOOP(
            "Wording",
            "For sign-in put your staff card in. To read the document go to the counter and use the reader "
            "for citizens.",
        ),
    ),
    "document_needs_zone": Entry(
        QT_TRANSLATE_NOOP(
            "Wording",
            "This is a citizen card or passport without PACE: its chip opens by its machine-readable lines.",
        ),
        QT_TRANSLATE_NOOP(
            "Wording",
            "At the counter type or scan the lines with <<<; the number on the card alone does not open it.",
        ),
    ),
    "document_access_unknown": Entry(
        QT_TRANSLATE_NOOP(
            "Wording",
            "This is a citizen card or passport whose chip asks for a way in not known here: {ways}.",
        ),
        QT_TRANSLATE_NOOP(
            "Wording", "Take the data from its code or type them. Send this line to the site admin."
        ),
    ),
    "certificate_good": Entry(
        QT_TRANSLATE_NOOP("Wording", "The certificate is good until {not_after}."), _NOTHING
    ),
    "certificate_ends_soon": Entry(
        QT_TRANSLATE_NOOP("Wording", "The certificate ends on {not_after}: {days} days are left."),
        QT_TRANSLATE_NOOP("Wording", "Ask your card office for a new card now."),
    ),
    "revocation_stale": Entry(
        QT_TRANSLATE_NOOP("Wording", "The certificate is good, but its revocation list is out of date."),
        QT_TRANSLATE_NOOP("Wording", "Sign-in works; connect to the centre so that a newer list comes."),
    ),
    "revocation_not_known": Entry(
        QT_TRANSLATE_NOOP("Wording", "Whether the certificate was revoked is not known here."),
        QT_TRANSLATE_NOOP("Wording", "Connect to the centre so that the list of its issuer comes."),
    ),
    "list_fresh": Entry(
        QT_TRANSLATE_NOOP("Wording", "The revocation list is fresh: issued {issued}, {age} ago."),
        _NOTHING,
    ),
    "list_stale": Entry(
        QT_TRANSLATE_NOOP("Wording", "The revocation list is out of date: issued {issued}, {age} ago."),
        QT_TRANSLATE_NOOP("Wording", "Connect to the centre; if it stays old, tell the site admin."),
    ),
    "list_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no revocation list on this computer."),
        QT_TRANSLATE_NOOP("Wording", "Connect to the centre; the list comes by itself."),
    ),
    "anchors_installed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The staff cards' root certificate is installed, until {not_after}."),
        _NOTHING,
    ),
    "anchor_ends_soon": Entry(
        QT_TRANSLATE_NOOP("Wording", "The staff cards' root certificate ends on {not_after}."),
        QT_TRANSLATE_NOOP("Wording", "Tell the site admin: a new one must come with the trust bundle."),
    ),
    "document_anchors_installed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Country certificates (CSCA) for citizen cards are installed: {count}."),
        _NOTHING,
    ),
    "document_anchors_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "No country certificate (CSCA) for citizen cards is installed."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Go on: their badge stays neutral. The site admin can install it where the issuer has given it.",
        ),
    ),
    "anchors_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "No root certificate of staff cards is installed."),
        QT_TRANSLATE_NOOP("Wording", "Tell the site admin: no staff card can be recognised."),
    ),
    "anchors_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The staff cards' root certificate ended on {not_after}."),
        QT_TRANSLATE_NOOP("Wording", "Check the computer's date; if it is right, call the site admin."),
    ),
    "clock_right": Entry(QT_TRANSLATE_NOOP("Wording", "The computer's clock is right."), _NOTHING),
    "clock_wrong": Entry(
        QT_TRANSLATE_NOOP("Wording", "The computer's clock is wrong by {minutes} minutes."),
        QT_TRANSLATE_NOOP("Wording", "Work goes by the centre's time; have the computer's clock set right."),
    ),
    "clock_set_back": Entry(
        QT_TRANSLATE_NOOP("Wording", "The computer's clock shows a time that is over."),
        QT_TRANSLATE_NOOP(
            "Wording", "Have the computer's date and time set right; an empty clock battery does this."
        ),
    ),
    "clock_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The clock could not be compared with the centre's."),
        QT_TRANSLATE_NOOP("Wording", "Connect to the centre and examine again."),
    ),
    "centre_reached": Entry(QT_TRANSLATE_NOOP("Wording", "The centre answers."), _NOTHING),
    "journal_whole": Entry(QT_TRANSLATE_NOOP("Wording", "The check-in journal is whole."), _NOTHING),
    "journal_broken": Entry(
        QT_TRANSLATE_NOOP("Wording", "The end of the check-in journal does not hold together."),
        QT_TRANSLATE_NOOP("Wording", "Do not delete anything. Call the site admin."),
    ),
    "disk_room": Entry(QT_TRANSLATE_NOOP("Wording", "There is room on the disk ({free} MB)."), _NOTHING),
    "disk_low": Entry(
        QT_TRANSLATE_NOOP("Wording", "The disk is nearly full: {free} MB are left."),
        QT_TRANSLATE_NOOP("Wording", "Delete what is no longer needed, or call the site admin."),
    ),
    "disk_full": Entry(
        QT_TRANSLATE_NOOP("Wording", "The disk is full: {free} MB are left."),
        QT_TRANSLATE_NOOP("Wording", "Free some room before you go on: new work could not be kept."),
    ),
}
