"""The PDF: read back by another engine, fonts inside, pages numbered from the second on."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from ui.exports.pdf import FAMILIES, LETTERS, font, pdf

SENTENCE = "Đường Bà Triệu ngập sâu; Kính gửi: Quý Ông/Bà. Ẵ ế ộ ữ"
A4_POINTS = (595, 842)


@pytest.fixture
def path(tmp_path: Path, qtbot: QtBot) -> Path:
    return tmp_path / "sheet.pdf"


def read(path: Path) -> tuple[list[str], QPdfDocument]:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return [document.getAllText(page).text() for page in range(document.pageCount())], document


def test_its_text_can_be_read_and_its_page_is_a4(path: Path) -> None:
    path.write_bytes(pdf(f"<p>{SENTENCE}</p>", "Phiếu"))
    (text,), document = read(path)
    assert " ".join(text.split()) == SENTENCE
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == A4_POINTS
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Phiếu"
    document.close()


def test_every_font_is_inside(qtbot: QtBot) -> None:
    objects = _plain(pdf(f"<p>{SENTENCE} <b>{SENTENCE}</b> <i>{SENTENCE}</i></p>", "Phiếu"))
    described = len(re.findall(rb"/Type\s*/FontDescriptor", objects))
    embedded = len(re.findall(rb"/FontFile[23]?\s", objects))
    assert described == embedded >= 3


def _plain(raw: bytes) -> bytes:
    """The file with the streams that hold objects opened."""
    opened = [raw]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
        try:
            opened.append(zlib.decompress(found.group(1)))
        except zlib.error:
            continue
    return b"\n".join(opened)


def test_pages_are_numbered_from_the_second_on(path: Path) -> None:
    path.write_bytes(pdf("".join(f"<p>{SENTENCE}</p>" for _ in range(120)), "Phiếu"))
    texts, document = read(path)
    pages = len(texts)
    assert pages >= 3
    firsts = [text.split()[0] for text in texts]
    assert firsts[0] == "Đường"
    assert firsts[1:] == [str(number) for number in range(2, pages + 1)]
    assert sum(text.count("Triệu") for text in texts) == 120, "no line is lost or doubled between pages"
    document.close()


def test_the_font_taken_has_every_letter_of_vietnamese(qtbot: QtBot) -> None:
    raw = QRawFont.fromFont(font())
    assert raw.familyName() in FAMILIES
    assert [letter for letter in LETTERS if not raw.supportsCharacter(ord(letter))] == []
