"""Sentences for what goes wrong with citizen cards and passports (``cardio.document_errors``)."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

DOCUMENTS: Final = {
    "mrz_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "These are not the lines of a card or passport."),
        QT_TRANSLATE_NOOP("Wording", "Compare them with the document and type them again ({field})."),
    ),
    "number_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The citizen number cannot be right."),
        QT_TRANSLATE_NOOP(
            "Wording", "Compare number, birth date and sex with the card ({field}). You can go on typing."
        ),
    ),
    "qr_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is not the code of a citizen card."),
        QT_TRANSLATE_NOOP("Wording", "Scan the code on the card again, or type the fields ({field})."),
    ),
    "access_denied": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip did not open with this number."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Compare the six digits or the lines with the card and try once more. Nothing is locked.",
        ),
    ),
    "access_not_offered": Entry(
        QT_TRANSLATE_NOOP("Wording", "This chip does not open this way."),
        QT_TRANSLATE_NOOP(
            "Wording", "Use the lines at the bottom of the document instead of the six digits."
        ),
    ),
    "access_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "This chip asks for a way in that is not known here: {ways}."),
        QT_TRANSLATE_NOOP(
            "Wording", "Take the data from its code or type them. Send this line to the site admin."
        ),
    ),
    "session_broken": Entry(
        QT_TRANSLATE_NOOP("Wording", "The protected connection to the chip broke."),
        QT_TRANSLATE_NOOP(
            "Wording", "Put the document down again. If it happens again with this one only, write that down."
        ),
    ),
    "point_not_on_curve": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip offered a key that is none."),
        QT_TRANSLATE_NOOP("Wording", "Do not rely on this chip. Go on with the printed document."),
    ),
    "curve_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "A key in the document is on a forged curve."),
        QT_TRANSLATE_NOOP(
            "Wording", "Do not rely on this chip. Keep the document's number and tell the police."
        ),
    ),
    "security_object_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip's signature does not hold."),
        QT_TRANSLATE_NOOP("Wording", "Do not rely on this chip ({reason}). Go on with the printed document."),
    ),
    "card_security_invalid": Entry(
        QT_TRANSLATE_NOOP("Wording", "The signed list of the chip's own keys is missing or wrong."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may be a copy. Do not rely on this chip; compare the printed document and its holder.",
        ),
    ),
    "chip_key_hidden": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip hides the key by which it should prove itself."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may be a copy. Do not rely on this chip; compare the printed document and its holder.",
        ),
    ),
    "proof_not_carried": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip refuses the long command that its own key needs."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The data and their signature are shown; that it is no copy is not. Compare holder and print.",
        ),
    ),
    "data_group_altered": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip's data were changed after they were signed."),
        QT_TRANSLATE_NOOP(
            "Wording", "Do not rely on this chip (group {group}). Go on with the printed document."
        ),
    ),
    "data_group_unsigned": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip holds data that nobody signed."),
        QT_TRANSLATE_NOOP("Wording", "Do not use those data (group {group}); the rest is signed."),
    ),
    "other_person": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip belongs to another document."),
        QT_TRANSLATE_NOOP("Wording", "Compare the person, the printed document and the screen."),
    ),
    "document_swapped": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is another document than a moment ago."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Put the first one back, or clear the visit and begin with this one. Nothing was mixed.",
        ),
    ),
    "access_downgraded": Entry(
        QT_TRANSLATE_NOOP("Wording", "Something hid the chip's stronger protection."),
        QT_TRANSLATE_NOOP(
            "Wording", "Read the document on another reader. If it stays so, do not rely on this chip."
        ),
    ),
    "chip_not_genuine": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip could not prove that it is genuine."),
        QT_TRANSLATE_NOOP(
            "Wording", "It may be a copy. Go on with the printed document and tell your supervisor."
        ),
    ),
    "length_refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip announced more data than any document holds."),
        QT_TRANSLATE_NOOP("Wording", "Do not rely on this chip. Go on with the printed document."),
    ),
    "file_cut_short": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip announced more data than it holds."),
        QT_TRANSLATE_NOOP("Wording", "Do not rely on this chip. Go on with the printed document."),
    ),
}
