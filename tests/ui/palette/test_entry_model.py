"""The lines as a list and a screen reader get them."""

from PySide6.QtCore import Qt

from tests.ui.palette.lines import line
from ui.palette.entry_model import ENTRY, EntryModel


def test_it_serves_words_line_and_speech() -> None:
    model, entry = EntryModel(), line("Accept")
    model.show([entry])
    at = model.index(0)
    assert model.rowCount() == 1
    assert at.data() == "Accept"
    assert at.data(ENTRY) is entry
    assert at.data(Qt.ItemDataRole.AccessibleTextRole) == "Accept, Command"
    assert at.data(Qt.ItemDataRole.DecorationRole) is None


def test_past_the_end_there_is_nothing() -> None:
    model = EntryModel()
    assert model.entry(0) is None
    assert model.entry(-1) is None
