"""Sentences for what the centre's rules refuse, on reports and on what is arranged beside them."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

ARRANGING: Final = {
    "identity_undecided": Entry(
        QT_TRANSLATE_NOOP("Wording", "A place that may tell who somebody is waits for your choice."),
        QT_TRANSLATE_NOOP("Wording", "Hide it or keep it; nothing goes out before every place is decided."),
    ),
    "returns_unweighed": Entry(
        QT_TRANSLATE_NOOP("Wording", "This report came back twice."),
        QT_TRANSLATE_NOOP("Wording", "Read the reasons side by side and write what follows from them."),
    ),
    "capacity_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "You sign in another's place."),
        QT_TRANSLATE_NOOP("Wording", "Choose in which capacity: KT., TL. or TUQ."),
    ),
    "follows_another": Entry(
        QT_TRANSLATE_NOOP("Wording", "This report was merged into another."),
        QT_TRANSLATE_NOOP("Wording", "What becomes of it is decided there; notes can still be written here."),
    ),
    "parts_open": Entry(
        QT_TRANSLATE_NOOP("Wording", "Parts of this report are still open."),
        QT_TRANSLATE_NOOP("Wording", "It is answered when every part is published, rejected or a duplicate."),
    ),
    "has_followers": Entry(
        QT_TRANSLATE_NOOP("Wording", "Other reports were merged into this one."),
        QT_TRANSLATE_NOOP("Wording", "Merge the other way round: the one that others follow goes on."),
    ),
    "no_recipient": Entry(
        QT_TRANSLATE_NOOP("Wording", "Nobody would be left who may see this report."),
        QT_TRANSLATE_NOOP("Wording", "The site admin appoints another recipient of such reports first."),
    ),
    "campaign_reserved": Entry(
        QT_TRANSLATE_NOOP("Wording", "This tag belongs to a campaign."),
        QT_TRANSLATE_NOOP("Wording", "Dispatchers and supervisors give and take it."),
    ),
    "campaign_over": Entry(
        QT_TRANSLATE_NOOP("Wording", "This campaign is not running."),
        QT_TRANSLATE_NOOP("Wording", "Its tag can be given between its first day and its last."),
    ),
    "outside_subtree": Entry(
        QT_TRANSLATE_NOOP("Wording", "This unit is not below yours."),
        QT_TRANSLATE_NOOP("Wording", "Reports are handed down inside your own units, or returned."),
    ),
    "outside_unit": Entry(
        QT_TRANSLATE_NOOP("Wording", "This person works elsewhere."),
        QT_TRANSLATE_NOOP("Wording", "Choose a colleague of the unit, or of one above or below it."),
    ),
    "original_is_duplicate": Entry(
        QT_TRANSLATE_NOOP("Wording", "The other report is itself a duplicate."),
        QT_TRANSLATE_NOOP("Wording", "Name the report that it repeats."),
    ),
    "nothing_asked": Entry(
        QT_TRANSLATE_NOOP("Wording", "No extension waits for a decision."),
        QT_TRANSLATE_NOOP("Wording", "A colleague has decided already; look at the timeline."),
    ),
    "nothing_open": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no open work to hand over."),
        QT_TRANSLATE_NOOP("Wording", "Nothing needs to be done."),
    ),
    "is_over": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is over already."),
        QT_TRANSLATE_NOOP("Wording", "Somebody ended or answered it; nothing needs to be done."),
    ),
    "name_taken": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is one of this name already."),
        QT_TRANSLATE_NOOP("Wording", "Choose another name."),
    ),
    "too_many": Entry(
        QT_TRANSLATE_NOOP("Wording", "The unit has no room for another one."),
        QT_TRANSLATE_NOOP("Wording", "Take one back that nobody needs any more."),
    ),
    "changed_meanwhile": Entry(
        QT_TRANSLATE_NOOP("Wording", "Somebody else has changed this template meanwhile."),
        QT_TRANSLATE_NOOP(
            "Wording", "Your words are still here; read theirs, then save yours over them or not."
        ),
    ),
    "order": Entry(
        QT_TRANSLATE_NOOP("Wording", "The end comes before the beginning."),
        QT_TRANSLATE_NOOP("Wording", "Choose a later last day."),
    ),
}
