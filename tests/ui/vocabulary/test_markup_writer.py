"""What is written by a cursor looks as Qt's own reader of HTML would have it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from ui.vocabulary.markup import coloured, lines, paragraphs, strong
from ui.vocabulary.markup_writer import write, write_at

_PARTS = [
    lines(["Đường ngập", paragraphs("một\nhai <b>& ba</b>"), strong("N. T. An")], gap=2),
    lines([f"{strong('Ai')} · {coloured('hôm qua', '#5F6068')}"]),
    lines([coloured("một\nhai", "#B3261E") + " ba"], gap=4),
    "",
]


def looks(document: QTextDocument) -> list[tuple[str, bool, QColor | None]]:
    """Return every letter with its look, paragraph by paragraph."""
    found = []
    for place in range(document.characterCount() - 1):
        cursor = QTextCursor(document)
        cursor.setPosition(place + 1)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        look = cursor.charFormat()
        inked = look.hasProperty(QTextCharFormat.Property.ForegroundBrush)
        colour = look.foreground().color() if inked else None
        found.append((cursor.selectedText(), look.font().bold(), colour))
    return [each for each in found if each[0] != "\u2029"]


def margins(document: QTextDocument) -> list[tuple[float, float]]:
    """Return the room above and below each paragraph."""
    blocks = (document.findBlockByNumber(number).blockFormat() for number in range(document.blockCount()))
    return [(block.topMargin(), block.bottomMargin()) for block in blocks]


@pytest.mark.parametrize("markup", _PARTS)
def test_it_reads_as_qt_would_read_it(markup: str, qtbot: QtBot) -> None:
    ours, theirs = QTextDocument(), QTextDocument()
    write(ours, markup)
    theirs.setHtml(markup)
    assert ours.toPlainText() == theirs.toPlainText()
    assert looks(ours) == looks(theirs)
    if markup:
        assert margins(ours) == margins(theirs)


def test_nothing_of_what_stood_there_is_left(qtbot: QtBot) -> None:
    document = QTextDocument()
    write(document, lines([strong("cũ"), coloured("cũ", "#B3261E")], gap=9))
    write(document, lines(["mới"], gap=2))
    assert document.toPlainText() == "mới"
    assert looks(document) == [("m", False, None), ("ớ", False, None), ("i", False, None)]
    assert margins(document) == [(0.0, 2.0)]


def test_words_are_written_into_a_paragraph(qtbot: QtBot) -> None:
    document = QTextDocument()
    write(document, lines(["một", "hai"]))
    cursor = QTextCursor(document)
    write_at(cursor, f"{strong('không')} &lt; ")
    assert document.toPlainText() == "không < một\nhai"
    assert document.blockCount() == 2
