"""What each stage of the sign-in says: one heading and one sentence on what to do now."""

from __future__ import annotations

from desktop_app.news import LockReason
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.sign_in.stage import Stage

_TEXTS = {
    Stage.NO_SERVICE: (
        QT_TRANSLATE_NOOP("SignIn", "Waiting for the smart-card service"),
        QT_TRANSLATE_NOOP("SignIn", "It is being looked for by itself. If this stays, call the site admin."),
    ),
    Stage.NO_READER: (
        QT_TRANSLATE_NOOP("SignIn", "Plug in the card reader"),
        QT_TRANSLATE_NOOP("SignIn", "The program notices the reader by itself."),
    ),
    Stage.NO_CARD: (
        QT_TRANSLATE_NOOP("SignIn", "Put your card into the reader"),
        QT_TRANSLATE_NOOP("SignIn", "Chip first, chip up. Leave it there while you work."),
    ),
    Stage.READING: (
        QT_TRANSLATE_NOOP("SignIn", "Type your PIN"),
        QT_TRANSLATE_NOOP("SignIn", "The card is being read meanwhile."),
    ),
    Stage.UNUSABLE: (
        QT_TRANSLATE_NOOP("SignIn", "This card cannot sign in"),
        QT_TRANSLATE_NOOP("SignIn", "Take it out to try another one."),
    ),
    Stage.PIN: (
        QT_TRANSLATE_NOOP("SignIn", "Type your PIN"),
        QT_TRANSLATE_NOOP("SignIn", "The 6 to 8 digits of your card, then Enter."),
    ),
    Stage.CHECKING: (
        QT_TRANSLATE_NOOP("SignIn", "Signing in…"),
        QT_TRANSLATE_NOOP("SignIn", "Leave the card in the reader."),
    ),
    Stage.DONE: (
        QT_TRANSLATE_NOOP("SignIn", "Welcome"),
        QT_TRANSLATE_NOOP("SignIn", "Opening your desk…"),
    ),
}


def heading(stage: Stage) -> str:
    """Return the few words on top."""
    return translate("SignIn", _TEXTS[stage][0])


def hint(stage: Stage) -> str:
    """Return what to do now."""
    return translate("SignIn", _TEXTS[stage][1])


def locked(reason: LockReason) -> str:
    """Return why the desk is locked, and that nothing is lost."""
    match reason:
        case LockReason.CARD_REMOVED:
            return translate("SignIn", "Locked because the card was taken out. Unsent work is kept.")
        case LockReason.READER_LOST:
            return translate("SignIn", "Locked because the reader went away. Unsent work is kept.")
        case LockReason.IDLE:
            return translate("SignIn", "Locked because nobody was there. Unsent work is kept.")
        case LockReason.WIPED:
            return translate(
                "SignIn", "The data of this account was deleted from this computer by the centre."
            )
        case LockReason.PERSON:
            return ""
