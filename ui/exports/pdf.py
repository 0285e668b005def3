"""A document as PDF: A4, the margins of the city's form, fonts embedded, numbered from the second page on."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QRawFont,
    QTextDocument,
)

TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
"""Margins in millimetres (the city's form of a document)."""
FAMILIES: Final = ("Times New Roman", "Tinos", "Liberation Serif", "Noto Serif", "DejaVu Serif")
"""Times, what has its metric, then other serifs; the first that has every letter of Vietnamese is taken."""
LETTERS: Final = "ĂăÂâĐđÊêÔôƠơƯưẠảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹẴ"
BODY_POINTS: Final = 13.0
_DOTS_PER_INCH = 300
_MM_PER_INCH = 25.4
_NUMBER_ABOVE_MM = 9.0


def pdf(markup: str, title: str) -> bytes:
    """Return ``markup`` as a document."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait,
            QMarginsF(LEFT, TOP, RIGHT, BOTTOM), QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("IOC Desk")
    with QPainter(writer) as painter:
        _paint(painter, writer, _document(writer, markup))
    return bytes(content.data().data())


def font(points: float = BODY_POINTS) -> QFont:
    """Return the font of documents."""
    made = QFont(_family())
    made.setPointSizeF(points)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters stand where the font says
    return made


@lru_cache(maxsize=1)
def _family() -> str:
    """The first family that is there and has every letter: one font a text, no borrowed letters in it.

    Builds of the same family differ: there are ones of Liberation Serif without ơ and ư.
    """
    here = set(QFontDatabase.families())
    return next((each for each in FAMILIES if each in here and _has_letters(each)), FAMILIES[-1])


def _has_letters(family: str) -> bool:
    raw = QRawFont.fromFont(QFont(family))
    return all(raw.supportsCharacter(ord(letter)) for letter in LETTERS)


def _document(writer: QPdfWriter, markup: str) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(font())
    document.setUseDesignMetrics(True)
    document.setHtml(markup)
    area = writer.pageLayout().paintRectPixels(_DOTS_PER_INCH)
    document.setPageSize(QSizeF(area.width(), area.height()))
    return document


def _paint(painter: QPainter, writer: QPdfWriter, document: QTextDocument) -> None:
    width, height = document.pageSize().width(), document.pageSize().height()
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
            _number(painter, page + 1, width)
        painter.save()
        painter.translate(0, -page * height)
        document.drawContents(painter, QRectF(0, page * height + 1, width, height - 2))  # no neighbour's line
        painter.restore()


def _number(painter: QPainter, number: int, width: float) -> None:
    """The number of a page, in the middle of its top margin."""
    painter.save()
    painter.setFont(font())
    above = _NUMBER_ABOVE_MM / _MM_PER_INCH * _DOTS_PER_INCH
    painter.drawText(QRectF(0, -above, width, above), Qt.AlignmentFlag.AlignHCenter, str(number))
    painter.restore()
