"""Sentences for one reason of an error that has several: looked up as ``code.reason`` before the code's own.

Only where the person, or who they call, would do something else: a card that lies is told from a tired one.
"""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

REASONS: Final = {
    "answer_too_long.pieces": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card goes on answering without an end."),
        QT_TRANSLATE_NOOP(
            "Wording", "Take it out and do not use it here. Hand it to the site admin: no good card does so."
        ),
    ),
    "answer_too_long.inflated": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card's certificate unpacks to a size that no certificate has."),
        QT_TRANSLATE_NOOP(
            "Wording", "Nothing of it was kept. Do not use this card. Hand it to the site admin."
        ),
    ),
    "protocol_violation.length_beyond_data": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card announced more than it sent."),
        QT_TRANSLATE_NOOP(
            "Wording", "Put it in again. If only this card does so, take it to the issuing office."
        ),
    ),
    "protocol_violation.length_beyond_measure": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card announced more than any card can hold."),
        QT_TRANSLATE_NOOP(
            "Wording", "Nothing more was read. Do not use this card. Hand it to the site admin."
        ),
    ),
    "protocol_violation.certificate": Entry(
        QT_TRANSLATE_NOOP("Wording", "The certificate on the card is malformed."),
        QT_TRANSLATE_NOOP("Wording", "Take the card to the issuing office; it must be written again."),
    ),
    "protocol_violation.key_agreement": Entry(
        QT_TRANSLATE_NOOP("Wording", "The card agreed on a key that is none."),
        QT_TRANSLATE_NOOP("Wording", "Your data stay locked and safe. Hand the card to the site admin."),
    ),
    "crl_refused.signature": Entry(
        QT_TRANSLATE_NOOP("Wording", "The new list of revoked cards is forged."),
        QT_TRANSLATE_NOOP(
            "Wording", "Work goes on with the last good list. Tell the site admin: somebody offered it."
        ),
    ),
    "crl_refused.older": Entry(
        QT_TRANSLATE_NOOP("Wording", "The new list of revoked cards is older than the one in use."),
        QT_TRANSLATE_NOOP("Wording", "Work goes on with the newer list. If this stays, tell the site admin."),
    ),
    "session_broken.mac": Entry(
        QT_TRANSLATE_NOOP("Wording", "An answer of the chip was changed on its way."),
        QT_TRANSLATE_NOOP("Wording", "Put the document down again, with nothing between it and the reader."),
    ),
    "session_broken.replay": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip gave an answer of before."),
        QT_TRANSLATE_NOOP(
            "Wording", "Put the document down again. If it happens again, do not rely on this chip."
        ),
    ),
    "security_object_invalid.missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip shows no signature of its issuer."),
        QT_TRANSLATE_NOOP(
            "Wording", "Nothing in it is proved: anybody may have written it. Go by the printed document."
        ),
    ),
    "security_object_invalid.other_document": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip holds the signature of another document."),
        QT_TRANSLATE_NOOP(
            "Wording", "Do not rely on this chip. Keep the document's number and tell the police."
        ),
    ),
    "chip_not_genuine.active_authentication": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip could not sign what it was asked to."),
        QT_TRANSLATE_NOOP(
            "Wording", "It may be a copy: its data are signed, the chip is not proved. Look at the document."
        ),
    ),
    "chip_not_genuine.chip_authentication_mapping": Entry(
        QT_TRANSLATE_NOOP("Wording", "The chip opened, but its key is not the signed one."),
        QT_TRANSLATE_NOOP(
            "Wording", "It may be a copy: its data are signed, the chip is not proved. Look at the document."
        ),
    ),
    "file_not_written.full": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no room left on that disk."),
        QT_TRANSLATE_NOOP("Wording", "Nothing was written. Make room, or choose another disk."),
    ),
    "file_not_written.refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "That place takes no file of yours, or the file is open elsewhere."),
        QT_TRANSLATE_NOOP(
            "Wording", "Nothing was changed. Close it in the other program, or choose another folder."
        ),
    ),
    "file_not_written.gone": Entry(
        QT_TRANSLATE_NOOP("Wording", "That folder or disk is not there any more."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Nothing was written. Put the disk back or connect the share, or choose another folder.",
        ),
    ),
    "curve_refused.generator": Entry(
        QT_TRANSLATE_NOOP("Wording", "A key in the document has a forged starting point."),
        QT_TRANSLATE_NOOP(
            "Wording", "Do not rely on this chip. Keep the document's number and tell the police."
        ),
    ),
}
