"""`python -m ui.photos.page_child`: one PDF, its pages drawn as pixels for the parent, in a process apart.

A PDF is the most hostile kind of file that citizens send. The reader of it (PDFium, by QtPdf) runs here,
where a crash, an endless loop or a hunger for memory ends nothing but this process. The document comes by
standard input and is never a file; pages go out as pixels alone, so that no link, form or script of it ever
reaches the desk. QtPdf's PDFium is built without an engine for scripts, and no action is carried out.
"""

from __future__ import annotations

import json
import sys
from typing import IO, Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from desktop_app import host

MOST_MEMORY: Final = 1024 * 1024 * 1024
"""Bytes, where the system can be told: a scanned page takes a tenth of it."""
_LOCKED: Final = frozenset(
    {QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme}
)
_LENGTH: Final = 8


def main(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Take the document, say how many pages it has, then draw what is asked for until the parent is gone."""
    content = QByteArray(requests.read(int.from_bytes(requests.read(_LENGTH), "big")))
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    fault = _fault(document)
    _say(answers, {"error": fault} if fault else {"pages": document.pageCount()})
    while not fault and (line := requests.readline()):
        asked = json.loads(line)
        _send(answers, drawn(document, int(asked["page"]), int(asked["room"])))


def _fault(document: QPdfDocument) -> str:
    if document.error() in _LOCKED:
        return "document_locked"
    return "document_corrupt" if document.pageCount() < 1 else ""


def drawn(document: QPdfDocument, page: int, room: int) -> QImage:
    """Return a page on white, its longer side ``room`` pixels; a null image where nothing can be drawn.

    A page with an edge of no length, or thousands of times the other, has pixels for its longer edge only.
    """
    size = document.pagePointSize(page)
    longest = max(size.width(), size.height())
    if longest <= 0:
        return QImage()
    shown = QSizeF(size * (room / longest)).toSize().expandedTo(QSize(1, 1))
    clear = document.render(page, shown)
    if clear.isNull():
        return QImage()
    paper = QImage(shown, QImage.Format.Format_RGB888)
    paper.fill(QColor("white"))
    with QPainter(paper) as painter:
        painter.drawImage(0, 0, clear)
    return paper


def _send(answers: IO[bytes], image: QImage) -> None:
    """Say the size, then the pixels: rows of three bytes a pixel, padded to ``line`` bytes."""
    content = bytes(image.constBits()) if not image.isNull() else b""
    _say(answers, {"width": image.width(), "height": image.height(), "line": image.bytesPerLine()}, content)


def _say(answers: IO[bytes], told: dict[str, Any], content: bytes = b"") -> None:
    answers.write(json.dumps(told).encode() + b"\n" + content)
    answers.flush()


if __name__ == "__main__":
    host.forbid_core_dumps()
    host.bound_memory(MOST_MEMORY)
    application = QCoreApplication([])
    main(sys.stdin.buffer, sys.stdout.buffer)
