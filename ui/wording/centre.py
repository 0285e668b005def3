"""Sentences for what goes wrong between this computer and the centre (``desktop_app.api.errors``)."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

CENTRE: Final = {
    "api": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre could not be asked."),
        QT_TRANSLATE_NOOP("Wording", "Your work is kept on this computer. It is tried again by itself."),
    ),
    "unreachable": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre cannot be reached."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Go on working: everything is kept on this computer and sent when the network is back.",
        ),
    ),
    "tls_failed": Entry(
        QT_TRANSLATE_NOOP("Wording", "Somebody answers who cannot prove to be the centre."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Nothing was sent. Check the address, the date of this computer and the network, then "
            "call the site admin.",
        ),
    ),
    "server_broken": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre has a fault (error {status})."),
        QT_TRANSLATE_NOOP("Wording", "Your work is kept on this computer. It is tried again by itself."),
    ),
    "garbage": Entry(
        QT_TRANSLATE_NOOP("Wording", "The answer makes no sense."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Is this the right address? A sign-in page of the Wi-Fi may be in between. Nothing was lost.",
        ),
    ),
    "too_large": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is larger than the centre takes."),
        QT_TRANSLATE_NOOP("Wording", "Make the text or the file smaller and send it again."),
    ),
    "unauthorised": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not accept this sign-in any more."),
        QT_TRANSLATE_NOOP("Wording", "Sign in again with card and PIN. Your unsent work stays."),
    ),
    "refused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre refused this."),
        QT_TRANSLATE_NOOP("Wording", "What you wrote is kept. Read the report's present state, then decide."),
    ),
    "busy": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre is busy."),
        QT_TRANSLATE_NOOP("Wording", "It is tried again by itself in a moment."),
    ),
    "client_too_old": Entry(
        QT_TRANSLATE_NOOP(
            "Wording",
            "This program is too old for the centre: at least version {minimum} is needed.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Your work is kept. Ask the site admin for the update."),
    ),
    "insecure_address": Entry(
        QT_TRANSLATE_NOOP("Wording", "This address is not secure."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The address must begin with https:// (http:// only for a server on this computer).",
        ),
    ),
    "stopped": Entry(
        QT_TRANSLATE_NOOP("Wording", "The request was stopped."),
        QT_TRANSLATE_NOOP("Wording", "Nothing was lost; try again."),
    ),
    "not_found": Entry(
        QT_TRANSLATE_NOOP("Wording", "This report is not available to you."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may have been passed to another unit. What you wrote is kept under drafts.",
        ),
    ),
    "conflict": Entry(
        QT_TRANSLATE_NOOP("Wording", "Somebody else changed this report meanwhile."),
        QT_TRANSLATE_NOOP("Wording", "Compare both versions and choose. Your text is kept."),
    ),
    "code_unknown": Entry(
        QT_TRANSLATE_NOOP("Wording", "The enrolment code is not known."),
        QT_TRANSLATE_NOOP("Wording", "Check it letter by letter, or ask the site admin for a new one."),
    ),
    "code_used": Entry(
        QT_TRANSLATE_NOOP("Wording", "The enrolment code was used already."),
        QT_TRANSLATE_NOOP("Wording", "A code works once. Ask the site admin for a new one."),
    ),
    "code_expired": Entry(
        QT_TRANSLATE_NOOP("Wording", "The enrolment code has expired."),
        QT_TRANSLATE_NOOP("Wording", "A code is valid for 15 minutes. Ask the site admin for a new one."),
    ),
    "too_many_tries": Entry(
        QT_TRANSLATE_NOOP("Wording", "Too many wrong codes."),
        QT_TRANSLATE_NOOP("Wording", "Wait some minutes, then type the code once more with care."),
    ),
    "bundle_malformed": Entry(
        QT_TRANSLATE_NOOP("Wording", "What the centre says of itself cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Check the address. If it is right, call the site admin."),
    ),
    "bundle_signature": Entry(
        QT_TRANSLATE_NOOP("Wording", "What the centre says of itself is not signed correctly."),
        QT_TRANSLATE_NOOP("Wording", "Nothing was taken over. Check the address with the site admin."),
    ),
    "bundle_key_unexpected": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre's fingerprint is not the one you were given."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Do not go on. Check the address and the fingerprint with the site admin.",
        ),
    ),
    "bundle_older": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre offered older rules than this computer has."),
        QT_TRANSLATE_NOOP("Wording", "Work goes on with the newer ones. Tell the site admin."),
    ),
    "sandbox_anchors": Entry(
        QT_TRANSLATE_NOOP("Wording", "A training centre may only run on this computer."),
        QT_TRANSLATE_NOOP("Wording", "Use the address of the real centre."),
    ),
    "code_malformed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The code has 12 letters and digits."),
        QT_TRANSLATE_NOOP("Wording", "Check it letter by letter; nothing was sent."),
    ),
    "certificate_other_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre issued a certificate for another computer."),
        QT_TRANSLATE_NOOP("Wording", "Nothing was taken over. Tell the site admin."),
    ),
    "already_enrolled": Entry(
        QT_TRANSLATE_NOOP("Wording", "This computer is enrolled already."),
        QT_TRANSLATE_NOOP("Wording", "To enrol it anew, the site admin removes it from the centre first."),
    ),
    "key_known": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre knows this computer already."),
        QT_TRANSLATE_NOOP("Wording", "Try again; if it stays, tell the site admin."),
    ),
    "receipt_forged": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre's receipt for check-ins is not genuine."),
        QT_TRANSLATE_NOOP("Wording", "The taps are kept here. Tell the site admin at once."),
    ),
    "sandbox_not_started": Entry(
        QT_TRANSLATE_NOOP("Wording", "The training centre did not start."),
        QT_TRANSLATE_NOOP("Wording", "Close the program and start it again."),
    ),
}
