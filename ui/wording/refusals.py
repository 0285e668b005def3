"""Sentences for a command that the centre did not take, beside the rules of the work itself."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

REFUSALS: Final = {
    "payload": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not take this entry: {field}."),
        QT_TRANSLATE_NOOP("Wording", "Discard the command and give it again with another entry."),
    ),
    "rejected": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre did not take it."),
        QT_TRANSLATE_NOOP("Wording", "Open the report, see how it stands, and send it again or discard it."),
    ),
    "rule_unknown": Entry(
        QT_TRANSLATE_NOOP(
            "Wording", "The centre did not take it, by a rule that is new to this program ({rule})."
        ),
        QT_TRANSLATE_NOOP("Wording", "Tell the site admin this word; a newer program explains it."),
    ),
    "unknown_command": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre does not know this command."),
        QT_TRANSLATE_NOOP("Wording", "It is older than this program. Keep it and ask the site admin."),
    ),
    "id_reused": Entry(
        QT_TRANSLATE_NOOP("Wording", "The centre has another command under the same number."),
        QT_TRANSLATE_NOOP("Wording", "Discard this one and give the command again; tell the site admin."),
    ),
}
