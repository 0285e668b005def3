"""An open document: fetched once, its last pages kept, closed also while it is being opened."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage

from desktop_app.pictures.errors import DocumentCorrupt, DocumentTooSlow
from tests.support.pdfs import pdf
from ui.photos.document import Document
from ui.photos.page_process import PageProcess


class Reader:
    """Stands for a process: says which pages were asked for."""

    pages = shown_pages = 9

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.closed = 0
        self.fault: Exception | None = None

    def page(self, number: int) -> QImage:
        self.asked.append(number)
        if self.fault is not None:
            raise self.fault
        return QImage(number + 1, 1, QImage.Format.Format_RGB888)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def reader() -> Reader:
    return Reader()


def opened(reader: Any) -> Document:  # noqa: ANN401 - stands for a PageProcess
    return Document(lambda: b"x", lambda _content: reader)


def test_a_page_looked_at_twice_is_drawn_once(reader: Reader) -> None:
    document = opened(reader)
    assert [document.page(at).width() for at in (0, 0, 1, 0)] == [1, 1, 2, 1]
    assert reader.asked == [0, 1]
    assert document.pages == 9


def test_only_the_last_pages_stay(reader: Reader) -> None:
    document = opened(reader)
    for at in (0, 1, 2, 3, 4, 0):
        document.page(at)
    assert reader.asked == [0, 1, 2, 3, 4, 0]


def test_a_page_ahead_is_drawn_where_there_is_one_and_its_fault_is_kept_quiet(reader: Reader) -> None:
    document = opened(reader)
    document.look_ahead(1)  # nothing is open yet
    document.page(0)
    reader.fault = DocumentTooSlow()
    for at in (-1, 9, 1):
        document.look_ahead(at)
    assert reader.asked == [0, 1]
    assert reader.closed == 1


def test_after_a_fault_the_next_page_opens_it_again(reader: Reader) -> None:
    document = opened(reader)
    reader.fault = DocumentTooSlow()
    with pytest.raises(DocumentTooSlow):
        document.page(0)
    reader.fault = None
    assert document.page(0).width() == 1


def test_what_was_closed_while_it_was_opened_is_ended(reader: Reader) -> None:
    process: Any = reader

    def closing_meanwhile(_content: bytes) -> PageProcess:
        document.close()
        found: PageProcess = process
        return found

    document = Document(lambda: b"x", closing_meanwhile)
    with pytest.raises(DocumentCorrupt):
        document.page(0)
    assert reader.closed == 1
    with pytest.raises(DocumentCorrupt):
        document.page(1)


def test_a_real_document_is_drawn() -> None:
    document = Document(lambda: pdf("one"))
    try:
        assert document.page(0).width() > 1000
    finally:
        document.close()
