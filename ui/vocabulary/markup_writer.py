"""Writes the markup of this package into a document by a cursor, as far as ``markup`` and ``detail_body`` go.

Qt's own reader of HTML takes three times as long and has the document laid out twice, at every step through
the list. What it would have to guess is known here: paragraphs with margins, bold, a colour, line breaks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

_TOKEN: Final = re.compile(
    r'<p style="margin:(?P<above>\d+)(?:px)? 0 (?P<below>\d+)(?:px)? 0">'
    r'|<span style="color:(?P<colour>#\w+)">|<(?P<tag>/?[a-z]+)>|(?P<text>[^<]+)'
)
_LINE: Final = "\u2028"
"""What Qt breaks a line at within a paragraph."""


def write(document: QTextDocument, markup: str) -> None:
    """Have ``document`` say ``markup``, which is a run of paragraphs, and nothing that it said before."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    write_at(cursor, markup)
    cursor.endEditBlock()


def write_at(cursor: QTextCursor, markup: str) -> None:
    """Write ``markup`` where ``cursor`` stands: paragraphs, or words within one."""
    bold, colour, begun = False, "", False
    for found in _TOKEN.finditer(markup):
        match found.lastgroup:
            case "text":
                cursor.insertText(unescape(found["text"]), _letters(bold, colour))
            case "below":
                margins = _paragraph(int(found["above"]), int(found["below"]))
                if begun:
                    cursor.insertBlock(margins, _letters(False, ""))
                else:
                    cursor.setBlockFormat(margins)
                begun = True
            case "colour":
                colour = found["colour"]
            case _:
                bold = found["tag"] == "b" or (bold and found["tag"] != "/b")
                colour = "" if found["tag"] == "/span" else colour
                if found["tag"] == "br":
                    cursor.insertText(_LINE, _letters(bold, colour))


@lru_cache(maxsize=16)
def _letters(bold: bool, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    if bold:
        look.setFontWeight(QFont.Weight.Bold)
    if colour:
        look.setForeground(QColor(colour))
    return look


@lru_cache(maxsize=16)
def _paragraph(above: int, below: int) -> QTextBlockFormat:
    margins = QTextBlockFormat()
    margins.setTopMargin(above)
    margins.setBottomMargin(below)
    return margins
