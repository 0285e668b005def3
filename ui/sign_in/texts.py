"""What each stage of the sign-in says: one heading and one sentence on what to do now."""

from __future__ import annotations

from desktop_app.news import LockReason
from desktop_app.session import Assurance
from desktop_app.sign_in.outcome import CardSummary
from desktop_app.sign_in.store_opening import Lack, Opening
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.sign_in.stage import Stage
from ui.widgets.when import moment_text
from ui.wording import Wording

_MB = 1_000_000
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


def preparing() -> str:
    """Return the heading while another program is busy with a card just put in."""
    return translate("SignIn", "The card is being prepared…")


def copying(done: int, total: int) -> str:
    """Return what goes on while a newer program brings a person's data into its form."""
    text = translate(
        "SignIn",
        "This newer version copies your data before it changes it: {done} of {total} MB. Leave the card in.",
    )
    return text.format(done=done // _MB, total=max(1, total // _MB))


def on_pad() -> str:
    """Return the heading while the PIN is being typed on the keys of the reader or token."""
    return translate("SignIn", "Type the PIN on the reader")


def pin_hint(summary: CardSummary) -> str:
    """Return how the PIN of this card or token is typed."""
    if summary.pin_pad and not summary.token:
        return translate("SignIn", "Press Sign in, then type the PIN on the reader's keys.")
    if summary.pin_pad:
        return translate("SignIn", "Press Sign in, then type the PIN on the keys of the token or its reader.")
    if summary.token:
        return translate("SignIn", "The PIN of your token, then Enter.")
    return hint(Stage.PIN)


def opening(found: Opening | None) -> str:
    """Return what will open the person's data and why, where it is not their card; else nothing."""
    if found is None or found.lack is None:
        return ""
    why = {
        Lack.NO_KEY: translate("SignIn", "This card has no key that could open your data."),
        Lack.UNFIT: translate("SignIn", "The card's second key is not yours or not for this."),
        Lack.MECHANISM: translate("SignIn", "This token cannot open data with its key."),
    }[found.lack]
    if found.by is Assurance.DEVICE:
        then = translate("SignIn", "This computer opens it instead, as the policy allows.")
    else:
        then = translate(
            "SignIn", "So you work online only: drafts and unsent work are gone 15 minutes after the lock."
        )
    return f"{why} {then}"


def without_centre(summary: CardSummary) -> str:
    """Return what opens the data where it is not the card, and until when work is possible offline."""
    lines = [opening(summary.opening)]
    if summary.can_work_offline_until is not None:
        text = translate("SignIn", "Offline work possible until {moment}")
        lines.append(text.format(moment=moment_text(summary.can_work_offline_until)))
    return "\n".join(line for line in lines if line)


def letters(*, taken: bool) -> Wording:
    """Return the caution on letters in a PIN: a plain one stays, one with a mark emptied the field."""
    off = translate("SignIn", "Is the Vietnamese input method (Unikey) or Caps Lock on? Turn it off.")
    if taken:
        return Wording(translate("SignIn", "There are letters in the PIN; most PINs have digits only."), off)
    again = translate("SignIn", "No try was spent. Type the PIN again.")
    return Wording(
        translate("SignIn", "A letter with a Vietnamese mark came; the field was emptied."), f"{off} {again}"
    )


def locked(reason: LockReason) -> str:
    """Return why the desk is locked, and that nothing is lost."""
    match reason:
        case LockReason.CARD_REMOVED:
            return translate("SignIn", "Locked because the card was taken out. Unsent work is kept.")
        case LockReason.READER_LOST:
            return translate("SignIn", "Locked because the reader went away. Unsent work is kept.")
        case LockReason.IDLE:
            return translate("SignIn", "Locked because nobody was there. Unsent work is kept.")
        case LockReason.COMPUTER:
            return translate("SignIn", "Locked because the computer was locked. Unsent work is kept.")
        case LockReason.WIPED:
            return translate(
                "SignIn", "The data of this account was deleted from this computer by the centre."
            )
        case LockReason.PERSON:
            return ""
