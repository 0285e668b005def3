"""Sentences for what cannot be listed or kept: searches that cannot be read, names of lists."""

from typing import Final

from ui.language import QT_TRANSLATE_NOOP
from ui.wording.entry import Entry

_EXAMPLE: Final = QT_TRANSLATE_NOOP(
    "Wording", 'Check the part after the colon, for example han:homnay or phuong:"Thuận Hóa".'
)
LISTING: Final = {
    "search_syntax": Entry(QT_TRANSLATE_NOOP("Wording", "This search cannot be read."), _EXAMPLE),
    "search_value_missing": Entry(
        QT_TRANSLATE_NOOP("Wording", "Something is missing after the colon."), _EXAMPLE
    ),
    "search_no_such_ward": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no ward or commune of this name."),
        QT_TRANSLATE_NOOP("Wording", 'Write a part of its name, in quotes if it has spaces: phuong:"Vỹ Dạ".'),
    ),
    "search_no_such_category": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no field of this name."),
        QT_TRANSLATE_NOOP("Wording", 'Write a part of its name, for example linhvuc:"giao thông".'),
    ),
    "search_no_such_unit": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no unit of this name."),
        QT_TRANSLATE_NOOP("Wording", "Write a part of its name, with or without diacritics."),
    ),
    "search_bad_date": Entry(
        QT_TRANSLATE_NOOP("Wording", "This is no day of the calendar."),
        QT_TRANSLATE_NOOP(
            "Wording", "Write it as 26/11/2026; han: also knows quahan, homnay and a number of days."
        ),
    ),
    "filter_name_empty": Entry(
        QT_TRANSLATE_NOOP("Wording", "The list needs a name."),
        QT_TRANSLATE_NOOP("Wording", "Write what you will know it by."),
    ),
    "filter_name_taken": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is a list of this name already."),
        QT_TRANSLATE_NOOP("Wording", "Choose another name, or rename the other list first."),
    ),
    "filter_too_many": Entry(
        QT_TRANSLATE_NOOP("Wording", "There is no room for another list."),
        QT_TRANSLATE_NOOP("Wording", "Delete one that you no longer need."),
    ),
}
