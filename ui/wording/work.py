"""Sentences for commands and entries that cannot be taken (``desktop_app.domain``)."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

WORK: Final = {
    "wrong_state": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is no longer possible in the report's present state."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Somebody was quicker, or another step comes first. Look at the timeline.",
        ),
    ),
    "not_yours": Entry(
        QT_TRANSLATE_NOOP("Wording", "This command is not yours to give."),
        QT_TRANSLATE_NOOP("Wording", "The unit in charge or the dispatcher can do it."),
    ),
    "signature_required": Entry(
        QT_TRANSLATE_NOOP("Wording", "An approval needs the signature of your card here."),
        QT_TRANSLATE_NOOP("Wording", "Approve on the page of approvals, with your card in the reader."),
    ),
    "evidence_after_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "This field wants a photo of what was fixed, taken after the work."),
        QT_TRANSLATE_NOOP("Wording", "Add it, make its public copy, and tick it under the answer."),
    ),
    "evidence_before_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "This field wants the photo from before the work beside the one after."),
        QT_TRANSLATE_NOOP("Wording", "Make its public copy and tick it under the answer."),
    ),
    "content_changed": Entry(
        QT_TRANSLATE_NOOP("Wording", "The answer was changed after it was approved or shown."),
        QT_TRANSLATE_NOOP("Wording", "Read it again and decide anew."),
    ),
    "no_reporter_key": Entry(
        QT_TRANSLATE_NOOP("Wording", "A caller's name cannot be sealed here: the centre has no key for it."),
        QT_TRANSLATE_NOOP("Wording", "Empty the caller's fields and send the call without them."),
    ),
    "reason_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "Looking a caller up needs a reason."),
        QT_TRANSLATE_NOOP("Wording", "Say why; it is recorded before anything is shown."),
    ),
    "missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is needed."),
        QT_TRANSLATE_NOOP("Wording", "Fill it in; nothing else is lost."),
    ),
    "malformed": Entry(
        QT_TRANSLATE_NOOP("Wording", "This entry cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Correct it; nothing else is lost."),
    ),
    "empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "This must not be empty."),
        QT_TRANSLATE_NOOP("Wording", "Fill it in; nothing else is lost."),
    ),
    "unfilled": Entry(
        QT_TRANSLATE_NOOP("Wording", "Not filled in yet: {blanks}"),
        QT_TRANSLATE_NOOP("Wording", "Write what belongs there, or take it out; nothing else is lost."),
    ),
    "unknown_slot": Entry(
        QT_TRANSLATE_NOOP("Wording", "This template asks for what this program does not know: {names}"),
        QT_TRANSLATE_NOOP("Wording", "It was not used. Tell whoever keeps the templates; choose another."),
    ),
    "too_long": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is too long."),
        QT_TRANSLATE_NOOP("Wording", "Shorten it; nothing else is lost."),
    ),
    "no_zone": Entry(
        QT_TRANSLATE_NOOP("Wording", "The time is not complete."),
        QT_TRANSLATE_NOOP("Wording", "Choose day and time again."),
    ),
    "unchecked": Entry(
        QT_TRANSLATE_NOOP("Wording", "The text was not checked for personal data yet."),
        QT_TRANSLATE_NOOP("Wording", "Read it, mask what could identify the reporter, then tick the box."),
    ),
    "unseen": Entry(
        QT_TRANSLATE_NOOP("Wording", "The preview was not seen yet."),
        QT_TRANSLATE_NOOP("Wording", "Look at the page as the citizen will see it, then publish."),
    ),
    "count": Entry(
        QT_TRANSLATE_NOOP("Wording", "The number of parts is not allowed."),
        QT_TRANSLATE_NOOP("Wording", "A report is split into 2 to 10 parts."),
    ),
    "due_too_early": Entry(
        QT_TRANSLATE_NOOP("Wording", "The deadline is too early."),
        QT_TRANSLATE_NOOP("Wording", "Choose a working day after today."),
    ),
    "due_not_later": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is no later than the deadline it has."),
        QT_TRANSLATE_NOOP("Wording", "Choose a working day after it: an extension counts from there."),
    ),
    "unit_outside": Entry(
        QT_TRANSLATE_NOOP("Wording", "This unit is not below yours."),
        QT_TRANSLATE_NOOP("Wording", "Reports are handed down inside your own units, or returned."),
    ),
}
