"""One place: shown in its sentence, hidden or kept by a button that says which."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.masking import Decision
from tests.support.widgets import child
from ui.commands.identity_row import IdentityRow

WORDS = "x" * 40 + " gọi 0905123456 nhé" + "y" * 40


def row_of(qtbot: QtBot) -> IdentityRow:
    start = WORDS.index("0905")
    row = IdentityRow("text", "Text", WORDS, (start, start + 10))
    qtbot.addWidget(row)
    return row


def test_it_stands_in_its_sentence(qtbot: QtBot) -> None:
    label = row_of(qtbot).findChild(QLabel)
    assert isinstance(label, QLabel)
    assert "0905123456</u></b> nhé" in label.text()
    assert label.text().startswith("Text: …")


def test_nothing_is_chosen_before_a_person_does(qtbot: QtBot) -> None:
    row = row_of(qtbot)
    assert row.decision() is None
    start = WORDS.index("0905")
    hide = child(row, QPushButton, f"panel.verify.hide.text.{start}")
    keep = child(row, QPushButton, f"panel.verify.keep.text.{start}")
    assert (hide.accessibleName(), keep.accessibleName()) == ("Hide: 0905123456", "Keep: 0905123456")
    with qtbot.waitSignal(row.decided):
        hide.click()
    assert row.decision() == Decision("text", start, start + 10, hide=True)
    keep.click()
    assert row.decision() == Decision("text", start, start + 10, hide=False)
